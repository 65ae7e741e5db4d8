import { type Commitment } from "../../../schemas/documents.generated.ts";
import { moneyNumber } from "../../money.ts";
import { type SoundPlan, type SoundSegment } from "../../plan/index.ts";
import { aboutText, amountText, numberText, shareText, titleText } from "../../wording.ts";
import { type Rule } from "../rule.ts";

/** What the promised prospects are worth by the plan's own numbers, or `undefined` after the sale. */
function worthOf(
  { prospectsPerMonth }: Commitment,
  stage: string,
  segment: SoundSegment | undefined,
  { currency }: SoundPlan,
): string | undefined {
  const start = segment?.toSale.stages.findIndex((each) => each.id === stage) ?? -1;
  if (segment?.dealValue.new === undefined || start < 0) return undefined;
  const buying = segment.toSale.transitions
    .slice(start)
    .reduce((share, step) => share * step.document.conversion.value, 1);
  const value = moneyNumber(segment.dealValue.new, currency) * prospectsPerMonth * buying;
  return `${numberText(prospectsPerMonth)} × ${shareText(buying)} who buy × ${amountText(segment.dealValue.new, currency)} a deal is ${aboutText(value, currency)}`;
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
            help: `Add "valuePerMonth"${worth === undefined ? ": how many, times the share that will buy, times what a deal brings" : `; by this plan ${worth}`}.`,
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
