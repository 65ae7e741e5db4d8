import { type SoundPlan, type SoundSegment } from "../../plan/index.ts";
import { stepsOf } from "../steps.ts";
import { isFor, type PlacedTactic } from "../tactic/tactics.ts";
import { type StageFunnels } from "./stage-funnels.ts";

/** One thing that tactics bring about, and how many prospects it must happen to. */
export interface TacticEffect {
  readonly subject: string;
  /** How messages name it: `take the step "aware-exploring"`. */
  readonly verb: string;
  readonly tactics: readonly PlacedTactic[];
  /** Prospects per month, shape `[month]`, over the segments that the tactics are for. */
  readonly needed: readonly number[];
  /** The segments that were counted. */
  readonly segments: readonly SoundSegment[];
}

type Series = readonly number[];

/** Every step that active tactics cause and every stage that they bring prospects to, with the need for it. */
export function effectsOf(
  plan: SoundPlan,
  active: readonly PlacedTactic[],
  stageOf: StageFunnels,
): readonly TacticEffect[] {
  const effects = (
    kind: "transitions" | "brings",
    verb: (id: string) => string,
    series: (segment: SoundSegment, id: string) => Series | undefined,
  ): readonly TacticEffect[] => {
    const ids = new Set(active.flatMap(({ tactic }) => tactic[kind] ?? []));
    return [...ids].map((id) => {
      const tactics = active.filter(({ tactic }) => tactic[kind]?.includes(id) === true);
      const counted = plan.segments.flatMap((segment) => {
        const need = tactics.some((each) => isFor(each, segment.id))
          ? series(segment, id)
          : undefined;
        return need === undefined ? [] : [{ segment, need }];
      });
      return {
        subject: `${kind}/${id}`,
        verb: verb(id),
        tactics,
        needed: plan.months.map((_, month) =>
          counted.reduce((sum, { need }) => sum + (need[month] ?? 0), 0),
        ),
        segments: counted.map(({ segment }) => segment),
      };
    });
  };
  return [
    ...effects(
      "transitions",
      (id) => `take the step "${id}"`,
      (segment, id) => exitsThrough(segment, id, stageOf),
    ),
    ...effects(
      "brings",
      (id) => `come in from outside at the stage "${id}"`,
      (segment, id) => stageOf(segment.id, id)?.fromOutside,
    ),
  ];
}

/** How many take a step. After the sale several steps may leave a stage, so those who arrive are counted. */
function exitsThrough(
  segment: SoundSegment,
  id: string,
  stageOf: StageFunnels,
): Series | undefined {
  const step = stepsOf(segment).find((each) => each.id === id);
  if (step === undefined) return undefined;
  return step.from.beforeSale
    ? stageOf(segment.id, step.from.id)?.exits
    : stageOf(segment.id, step.to.id)?.entries;
}
