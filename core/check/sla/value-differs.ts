import { moneyNumber } from "../../money.ts";
import {
  amountText,
  countText,
  numberText,
  shareText,
  titleText,
  wholeAmountText,
} from "../../wording.ts";
import { amountAt } from "../amounts.ts";
import type { Rule } from "../rule.ts";
import { worthOf } from "./worth.ts";

/** Rates and deal values are averages; one part in ten either way is as near as a promise can be. */
const tolerance = 0.1;

/** A value that nobody can work out again is a wish; what is promised is what the plan's own numbers make of it. */
export const valueDiffers: Rule = {
  id: "sla/value-differs",
  severity: "warning",
  summary:
    "What promised prospects are said to be worth is how many, times the share who buy, times a deal, within 10 %.",
  teams: ["marketing", "sales"],
  check: ({ plan, related }) => {
    const segments = new Map(plan.segments.map((each) => [each.id, each]));
    return plan.documents.sla.value.duties.flatMap((duty, index) =>
      (duty.supply?.commitments ?? []).flatMap((commitment, each) => {
        // The journey's rate is that of all prospects; those of one grade buy more often, or less.
        if (commitment.valuePerMonth === undefined || commitment.grade !== undefined) return [];
        const segment = segments.get(commitment.segment);
        const worth = worthOf(commitment, duty.supply?.stage ?? "", segment, plan);
        if (segment === undefined || worth === undefined) return [];
        const at = {
          document: "sla",
          pointer: `/duties/${index}/supply/commitments/${each}/valuePerMonth`,
        } as const;
        const promised = amountAt(plan, at);
        const apart = Math.abs(moneyNumber(promised, plan.currency) - worth.value);
        // 1e-9 forgives the last digits of a product.
        if (apart <= worth.value * (tolerance + 1e-9)) return [];
        const { code } = plan.currency;
        return [
          {
            at,
            message: `The duty ${titleText(duty.title)}, segment ${titleText(segment.title)}: ${countText(commitment.prospectsPerMonth, "prospect")} a month at ${shareText(worth.rate)} and ${amountText(worth.deal, plan.currency)} a deal are worth ${wholeAmountText(worth.value, code)}; ${amountText(promised, plan.currency)} is promised.`,
            help: `Write ${worth.value.toFixed(0)} as "valuePerMonth" for ${numberText(commitment.prospectsPerMonth)} a month, or mend the number that is wrong: how many, the rates in journey.json, or the deal value in targets.json.`,
            related: [
              related(
                { document: "targets", pointer: `${segment.targetsPointer}/averageDealValue/new` },
                "what a deal brings",
              ),
            ],
            teams: [duty.function],
            data: {
              actual: String(commitment.valuePerMonth),
              limit: String(Number(worth.value.toPrecision(10))),
              unit: "money a month",
            },
            subject: `${duty.id}/${commitment.id}`,
          },
        ];
      }),
    );
  },
};
