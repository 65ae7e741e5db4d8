import type { Commitment } from "../../../schemas/documents.generated.ts";
import { covers, dayNumberOf } from "../../calendar-date.ts";
import { eventualRatesOn } from "../../flow/index.ts";
import { type Minor, moneyNumber } from "../../money.ts";
import type { SoundPlan, SoundSegment } from "../../plan/index.ts";

/** What promised prospects are worth a month by the plan's own numbers. */
export interface Worth {
  /** The share of them who will buy at last, those who leave and come back included; the mean over the promise's months. */
  readonly rate: number;
  readonly deal: Minor;
  /** What one prospect is worth, in whole units of the plan's currency, fractions kept. */
  readonly each: number;
  /** What all of them are worth a month, in whole units of the plan's currency, fractions kept. */
  readonly value: number;
}

/** The worth of a commitment for a stage; `undefined` after the sale, where no rate leads to it, and outside the plan. */
export function worthOf(
  commitment: Commitment,
  stage: string,
  segment: SoundSegment | undefined,
  plan: SoundPlan,
): Worth | undefined {
  if (segment?.dealValue.new === undefined) return undefined;
  const { stages, model } = segment.toSale;
  const start = stages.findIndex(({ id }) => id === stage);
  const months = plan.months.filter((month) => covers(commitment, month));
  if (start < 0 || start >= model.steps.length || months.length === 0) return undefined;
  const firstDay = dayNumberOf(model.start);
  // Terms without dates are the same in every month.
  const dated = model.steps.some((step) => step.changes !== undefined);
  const days = (dated ? months : months.slice(0, 1)).map(
    (month) => dayNumberOf(`${month}-01`) - firstDay,
  );
  const rates = days.map((day) => eventualRatesOn(model, day)[start] ?? 0);
  const rate = rates.reduce((sum, one) => sum + one, 0) / rates.length;
  const deal = segment.dealValue.new;
  const each = moneyNumber(deal, plan.currency) * rate;
  return { rate, deal, each, value: each * commitment.prospectsPerMonth };
}
