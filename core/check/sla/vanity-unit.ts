import type { Currency } from "../../money.ts";
import { aboutText, amountText, numberText, shareText, titleText } from "../../wording.ts";
import type { Rule } from "../rule.ts";
import { type Worth, worthOf } from "./worth.ts";

/** How the plan's own numbers give the worth, in words. */
function workingOf(prospects: number, { rate, deal, value }: Worth, currency: Currency): string {
  return `${numberText(prospects)} × ${shareText(rate)} who buy × ${amountText(deal, currency)} a deal is ${aboutText(value, currency)}`;
}

/** Who counts leads gets the easiest ones; what a side promises has a value, so stop thinking in lead counts. */
export const vanityUnit: Rule = {
  id: "sla/vanity-unit",
  severity: "error",
  summary: "Whoever promises a number of prospects also says what they are worth.",
  teams: ["marketing", "sales"],
  check: ({ plan }) => {
    const segments = new Map(plan.segments.map((each) => [each.id, each]));
    return plan.documents.sla.value.duties.flatMap((duty, index) =>
      (duty.supply?.commitments ?? []).flatMap((commitment, each) => {
        if (commitment.valuePerMonth !== undefined || commitment.prospectsPerMonth === 0) return [];
        const worth = worthOf(
          commitment,
          duty.supply?.stage ?? "",
          segments.get(commitment.segment),
          plan,
        );
        return [
          {
            at: {
              document: "sla" as const,
              pointer: `/duties/${index}/supply/commitments/${each}/prospectsPerMonth`,
            },
            message: `The duty ${titleText(duty.title)} promises ${numberText(commitment.prospectsPerMonth)} prospects a month and not what they are worth, so the easiest ones count as much as the best.`,
            help: `Add "valuePerMonth"${worth === undefined ? ": how many, times the share that will buy, times what a deal brings" : `; by this plan ${workingOf(commitment.prospectsPerMonth, worth, plan.currency)}`}.`,
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
