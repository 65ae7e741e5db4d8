import type { Commitment } from "../../../schemas/documents.generated.ts";
import type { Pointer } from "../../finding.ts";
import type { SoundPlan, SoundSegment, SoundStage } from "../../plan/index.ts";
import { countText, monthText, numberText, titleText } from "../../wording.ts";
import { stageFunnels } from "../funnel/stage-funnels.ts";
import { groupBy } from "../group.ts";
import type { Rule, RuleContext, RuleFinding } from "../rule.ts";
import { perMonth, type Shortage, shortageOf } from "../running-total.ts";
import { targetOf } from "../steps.ts";

/** A stage that marketing promises prospects for, and everything that is promised for it. */
interface Supplied {
  readonly stage: SoundStage;
  /** Where to speak of a segment that nothing is promised for. */
  readonly pointer: Pointer;
  readonly promises: readonly { readonly commitment: Commitment; readonly pointer: Pointer }[];
}

/** The stages that marketing supplies. What sales promises for the same stage counts as well. */
function suppliedStages(plan: SoundPlan): readonly Supplied[] {
  const duties = plan.documents.sla.value.duties
    .map((duty, index) => ({ duty, pointer: `/duties/${index}/supply/commitments` }))
    // Marketing's promises come first, so that a finding points at one of them.
    .toSorted(
      (a, b) => Number(b.duty.function === "marketing") - Number(a.duty.function === "marketing"),
    );
  return plan.stages.flatMap((stage) => {
    const here = duties.filter(({ duty }) => duty.supply?.stage === stage.id);
    const [first] = here;
    if (first?.duty.function !== "marketing") return [];
    const promises = here.flatMap(({ duty, pointer }) =>
      (duty.supply?.commitments ?? []).map((commitment, each) => ({
        commitment,
        pointer: `${pointer}/${each}`,
      })),
    );
    return [{ stage, pointer: first.pointer, promises }];
  });
}

/** Why the average is not enough, where it is not. */
function whyMore({ needed, worst, perMonth: asked, steepest }: Shortage, month: string): string {
  if (asked <= Math.ceil(needed / (worst + 1))) return "";
  const when = steepest.month < worst ? "the first" : "later";
  return `, because ${when} months need more than the average: ${numberText(steepest.needed)} by the end of ${month}`;
}

function findingOf(
  { stage, pointer, promises }: Supplied,
  segment: SoundSegment,
  shortage: Shortage,
  { plan, related }: Pick<RuleContext, "plan" | "related">,
): RuleFinding {
  const [promise] = promises;
  const month = (index: number): string => monthText(plan.months[index] ?? "");
  const average = (total: number): string => numberText(total / (shortage.worst + 1));
  const promised =
    shortage.promised === 0
      ? "nothing is promised"
      : `${numberText(shortage.promised)} ${shortage.promised === 1 ? "is" : "are"} promised`;
  const short = numberText(shortage.short);
  return {
    at: {
      document: "sla",
      pointer: promise === undefined ? pointer : `${promise.pointer}/prospectsPerMonth`,
    },
    message: `Segment ${titleText(segment.title)} needs ${countText(shortage.needed, "prospect")} in the stage ${titleText(stage.title)} by the end of ${month(shortage.worst)}; ${promised}: ${short} short, for the first time in ${month(shortage.first)}. That is ${average(shortage.needed)} a month needed, ${average(shortage.promised)} a month promised.`,
    help: `Promise ${numberText(shortage.perMonth)} a month in every period of the commitment, from the plan's start on${whyMore(shortage, month(shortage.steepest.month))}, or lower the target that asks for them.`,
    related: [related(targetOf(plan, segment), "the target that drives the number")],
    data: {
      actual: String(Number(shortage.promised.toPrecision(10))),
      limit: String(shortage.needed),
      unit: "prospects",
      month: plan.months[shortage.worst] ?? "",
    },
    subject: `${stage.id}/${segment.id}`,
  };
}

/** The SLA is worth what it promises: marketing's number must be enough for the target that both teams agreed. */
export const volumeShort: Rule = {
  id: "sla/volume-short",
  severity: "error",
  summary:
    "What marketing promises for a stage is enough for the target, at the end of every month.",
  teams: ["marketing", "sales"],
  check: ({ plan, funnel, related }) => {
    const supplied = suppliedStages(plan);
    if (supplied.length === 0) return [];
    const stageOf = stageFunnels(funnel());
    return supplied.flatMap((each) => {
      const bySegment = groupBy(each.promises, ({ commitment }) => commitment.segment);
      return plan.segments.flatMap((segment) => {
        const promises = bySegment.get(segment.id) ?? [];
        const needed = stageOf(segment.id, each.stage.id)?.entries ?? [];
        const promised = perMonth(
          plan.months,
          promises.map(({ commitment }) => commitment),
        );
        const shortage = shortageOf(promised, needed, "owed");
        return shortage === undefined
          ? []
          : [findingOf({ ...each, promises }, segment, shortage, { plan, related })];
      });
    });
  },
};
