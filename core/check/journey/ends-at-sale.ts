import type { Business, SoundPlan, SoundSegment } from "../../plan/index.ts";
import { amountText, listText, titleText } from "../../wording.ts";
import type { Rule, RuleContext, RuleFinding } from "../rule.ts";

const existing = ["expansion", "renewal"] as const satisfies readonly Business[];

const total = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, each) => sum + each, 0n);

/** The existing business that a segment has targets for and no stage that books it. */
function unbooked(segment: SoundSegment): readonly (typeof existing)[number][] {
  const stages = segment.beyondSale.flatMap((chain) => chain.stages);
  return existing.filter(
    (kind) => total(segment.revenue[kind]) > 0n && !stages.some((stage) => stage.business === kind),
  );
}

function findingOf(
  segment: SoundSegment,
  plan: SoundPlan,
  related: RuleContext["related"],
): readonly RuleFinding[] {
  const kinds = unbooked(segment);
  if (kinds.length === 0) return [];
  const wanted = listText(
    kinds.map((kind) => `${amountText(total(segment.revenue[kind]), plan.currency)} of ${kind}`),
  );
  const stops = segment.beyondSale.length === 0;
  const title = titleText(segment.title);
  return [
    {
      at: { document: "journey", pointer: `${segment.journeyPointer}/transitions` },
      message: stops
        ? `The journey of segment ${title} ends at the sale, but its targets ask for ${wanted}.`
        : `No stage of segment ${title} books ${listText(kinds)}, but its targets ask for ${wanted}.`,
      help: `Add a stage after the sale with "business": "${kinds[0] ?? ""}" and a step that leads to it, or take the target out.`,
      related: kinds.map((kind) =>
        related(
          { document: "targets", pointer: `${segment.targetsPointer}/revenue/${kind}` },
          `the target for ${kind}`,
        ),
      ),
      data: { actual: "0", limit: String(kinds.length), unit: "stages that book it" },
      subject: segment.id,
    },
  ];
}

/** Most revenue of a mature company comes from customers; marketing helps to keep and grow them, so the journey goes on. */
export const endsAtSale: Rule = {
  id: "journey/ends-at-sale",
  severity: "warning",
  summary: "Where targets name expansion or renewal, the journey has the stages that book it.",
  teams: ["marketing", "sales", "success"],
  check: ({ plan, related }) =>
    plan.segments.flatMap((segment) => findingOf(segment, plan, related)),
};
