import { type FunnelRun, runAfter, runFunnel, type ValidModel } from "../flow/index.ts";
import { moneyNumber } from "../money.ts";
import { type Business, businesses, type SoundPlan, type SoundSegment } from "../plan/index.ts";
import { inflowOf } from "./segment-flow.ts";
import type { SegmentModels } from "./segment-models.ts";

/** What a segment brings within some months: new deals, and revenue of each kind in whole units of the plan's currency. */
export interface Outcome {
  readonly deals: number;
  readonly revenue: { readonly [Kind in Business]: number };
}

/** What the prospects who came in by the deadline bring by then, and in the twelve months after it. */
export interface Outcomes {
  readonly byDeadline: Outcome;
  readonly yearAfter: Outcome;
}

/** A segment's funnels that have been run, and what came of it. */
export interface OutcomeRun {
  readonly models: SegmentModels;
  readonly toSale: FunnelRun;
  readonly beyondSale: readonly FunnelRun[];
  readonly outcomes: Outcomes;
}

/** Months after the deadline that are looked at. */
const monthsAfter = 12;

/** Runs a segment's funnels for the new prospects who come in by a deadline; nobody comes in after it. */
export type OutcomeRunner = (models: SegmentModels, known?: OutcomeRun) => OutcomeRun;

/**
 * Makes the runner of a segment. What is the same as in a `known` run is taken from there.
 *
 * @param newProspects New prospects per month; those from the deadline on are left out. Shape `[month]`.
 * @param monthsToDeadline Months from the plan's start to the deadline.
 */
export function outcomeRunner(
  plan: SoundPlan,
  segment: SoundSegment,
  newProspects: readonly number[],
  monthsToDeadline: number,
): OutcomeRunner {
  const months = monthsToDeadline + monthsAfter;
  const inflow = inflowOf(segment.toSale, newProspects.slice(0, monthsToDeadline));
  const long = (model: ValidModel): ValidModel => ({ ...model, months });
  const bookings = bookingsOf(plan, segment);
  return (models, known) => {
    const toSale =
      known !== undefined && known.models.toSale === models.toSale
        ? known.toSale
        : runFunnel(long(models.toSale), inflow);
    const beyondSale = models.beyondSale.map((model, index) => {
      const before = known?.beyondSale[index];
      const same = known?.toSale === toSale && known.models.beyondSale[index] === model;
      return same && before !== undefined ? before : runAfter(long(model), toSale);
    });
    const within = (from: number, until: number): Outcome => {
      const revenue = { new: 0, expansion: 0, renewal: 0 };
      for (const { business, chain, row, value } of bookings) {
        const run = chain === undefined ? toSale : beyondSale[chain];
        revenue[business] += sumOf(run?.all.entries[row] ?? [], from, until) * value;
      }
      return { deals: sumOf(toSale.all.wins, from, until), revenue };
    };
    const outcomes = {
      byDeadline: within(0, monthsToDeadline),
      yearAfter: within(monthsToDeadline, months),
    };
    return { models, toSale, beyondSale, outcomes };
  };
}

const sumOf = (series: readonly number[], from: number, until: number): number =>
  series.slice(from, until).reduce((sum, each) => sum + each, 0);

/** Where revenue is booked: a row of the way to the sale (`chain` undefined) or of a way beyond it, and what one entry brings. */
interface Booking {
  readonly business: Business;
  readonly chain: number | undefined;
  readonly row: number;
  readonly value: number;
}

/** Every stage that books revenue, once, at the first way beyond the sale that has it; as the funnel's answer counts it. */
function bookingsOf(plan: SoundPlan, segment: SoundSegment): readonly Booking[] {
  return plan.stages.flatMap((stage): readonly Booking[] => {
    const { business } = stage;
    const amount = business === undefined ? undefined : segment.dealValue[business];
    if (business === undefined || amount === undefined) return [];
    const value = moneyNumber(amount, plan.currency);
    const chain = segment.beyondSale.findIndex(({ stages }) => stages.includes(stage));
    if (!stage.beforeSale && chain >= 0) {
      const row = segment.beyondSale[chain]?.stages.indexOf(stage) ?? -1;
      return [{ business, chain, row, value }];
    }
    const row = segment.toSale.stages.indexOf(stage);
    return row < 0 ? [] : [{ business, chain: undefined, row, value }];
  });
}

/** The revenue of all kinds. */
export const revenueOf = ({ revenue }: Outcome): number =>
  businesses.reduce((sum, kind) => sum + revenue[kind], 0);
