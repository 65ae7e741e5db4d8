import { moneyNumber } from "../../money.ts";
import {
  amountText,
  countText,
  numberText,
  periodText,
  shareText,
  titleText,
  wholeAmountText,
} from "../../wording.ts";
import { amountAt } from "../amounts.ts";
import type { Rule } from "../rule.ts";
import { type RaisedPromise, raisedPromises } from "./promised-volume.ts";
import { type Worth, worthOf } from "./worth.ts";

/** Rates and deal values are averages; one part in ten either way is as near as a promise can be. */
const tolerance = 0.1;

/** What to write, in agreement with what `sla/volume-short` asks to promise. */
function wayOut(promised: number, raised: RaisedPromise | undefined, worth: Worth): string {
  const value = (count: number): string => (worth.each * count).toFixed(0);
  const wanted = raised === undefined ? promised : raised.wanted;
  if (wanted === promised)
    return `Write ${value(promised)} as "valuePerMonth" for ${numberText(promised)} a month, or mend the number that is wrong: how many, the rates in journey.json, or the deal value in targets.json.`;
  const rest = "or mend the rates in journey.json or the deal value in targets.json.";
  if (wanted === undefined)
    return `The target needs more than is promised here: agree on who promises how many a month, and write ${value(1)} for each of them as "valuePerMonth"; ${rest}`;
  return `Promise ${numberText(wanted)} a month, which the target needs, and write ${value(wanted)} as "valuePerMonth" (${value(promised)} only where a lower target makes ${numberText(promised)} enough); ${rest}`;
}

/** A value that nobody can work out again is a wish; what is promised is what the plan's own numbers make of it. */
export const valueDiffers: Rule = {
  id: "sla/value-differs",
  severity: "warning",
  summary:
    "What promised prospects are said to be worth is how many, times the share who buy, times a deal, within 10 %.",
  teams: ["marketing", "sales"],
  check: ({ plan, funnel, related }) => {
    const segments = new Map(plan.segments.map((each) => [each.id, each]));
    const raised = raisedPromises(plan, funnel);
    return plan.documents.sla.value.duties.flatMap((duty, index) =>
      (duty.supply?.commitments ?? []).flatMap((commitment, each) => {
        // The journey's rate is that of all prospects; those of one grade buy more often, or less.
        if (commitment.valuePerMonth === undefined || commitment.grade !== undefined) return [];
        const segment = segments.get(commitment.segment);
        const worth = worthOf(commitment, duty.supply?.stage ?? "", segment, plan);
        if (segment === undefined || worth === undefined) return [];
        const pointer = `/duties/${index}/supply/commitments/${each}`;
        const at = { document: "sla", pointer: `${pointer}/valuePerMonth` } as const;
        const promised = amountAt(plan, at);
        const apart = Math.abs(moneyNumber(promised, plan.currency) - worth.value);
        // 1e-9 forgives the last digits of a product.
        if (apart <= worth.value * (tolerance + 1e-9)) return [];
        const { code } = plan.currency;
        const period = periodText(commitment, plan.months);
        const when = period === undefined ? "" : `, ${period}`;
        return [
          {
            at,
            message: `The duty ${titleText(duty.title)}, segment ${titleText(segment.title)}${when}: ${countText(commitment.prospectsPerMonth, "prospect")} a month at ${shareText(worth.rate)} and ${amountText(worth.deal, plan.currency)} a deal are worth ${wholeAmountText(worth.value, code)}; ${amountText(promised, plan.currency)} is promised.`,
            help: wayOut(commitment.prospectsPerMonth, raised(pointer), worth),
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
