import type { Currency } from "../../money.ts";
import { aboutText, amountText, numberText, shareText, titleText } from "../../wording.ts";
import type { Rule } from "../rule.ts";
import { raisedPromises } from "./promised-volume.ts";
import { type Worth, worthOf } from "./worth.ts";

/** How the plan's own numbers give the worth, in words. */
function workingOf(prospects: number, worth: Worth, currency: Currency): string {
  const { rate, deal, each } = worth;
  return `${numberText(prospects)} × ${shareText(rate)} who buy × ${amountText(deal, currency)} a deal is ${aboutText(each * prospects, currency)}`;
}

/** Who counts leads gets the easiest ones; what a side promises has a value, so stop thinking in lead counts. */
export const vanityUnit: Rule = {
  id: "sla/vanity-unit",
  severity: "error",
  summary: "Whoever promises a number of prospects also says what they are worth.",
  teams: ["marketing", "sales"],
  check: ({ plan, funnel }) => {
    const segments = new Map(plan.segments.map((each) => [each.id, each]));
    const raised = raisedPromises(plan, funnel);
    return plan.documents.sla.value.duties.flatMap((duty, index) =>
      (duty.supply?.commitments ?? []).flatMap((commitment, each) => {
        if (commitment.valuePerMonth !== undefined || commitment.prospectsPerMonth === 0) return [];
        const worth = worthOf(
          commitment,
          duty.supply?.stage ?? "",
          segments.get(commitment.segment),
          plan,
        );
        const pointer = `/duties/${index}/supply/commitments/${each}`;
        const count = raised(pointer)?.wanted ?? commitment.prospectsPerMonth;
        const needed =
          count === commitment.prospectsPerMonth
            ? ""
            : `, for the ${numberText(count)} a month that the target needs`;
        return [
          {
            at: { document: "sla" as const, pointer: `${pointer}/prospectsPerMonth` },
            message: `The duty ${titleText(duty.title)} promises ${numberText(commitment.prospectsPerMonth)} prospects a month and not what they are worth, so the easiest ones count as much as the best.`,
            help: `Add "valuePerMonth"${worth === undefined ? ": how many, times the share that will buy, times what a deal brings" : `; by this plan ${workingOf(count, worth, plan.currency)}${needed}`}.`,
            teams: [duty.function],
            data: {
              actual: String(commitment.prospectsPerMonth),
              limit: "valuePerMonth",
              unit: "prospects a month",
            },
            subject: `${duty.id}/${commitment.id}`,
          },
        ];
      }),
    );
  },
};
