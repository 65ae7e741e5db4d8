import type { SoundPlan, SoundSegment, SoundTransition } from "../../plan/index.ts";
import { stageText, stepText } from "../../wording.ts";
import { groupBy } from "../group.ts";
import { stepsOf } from "../steps.ts";
import { isFor, type PlacedTactic } from "../tactic/tactics.ts";
import type { StageFunnels } from "./stage-funnels.ts";

/** One thing that tactics bring about, and how many prospects it must happen to. */
export interface TacticEffect {
  readonly subject: string;
  /** How messages name it: `take the step "Aware → Exploring"`. */
  readonly verb: string;
  readonly tactics: readonly PlacedTactic[];
  /** Prospects per month, shape `[month]`, over the segments that the tactics are for. */
  readonly needed: readonly number[];
  /** The segments that were counted. */
  readonly segments: readonly SoundSegment[];
}

/** A segment in which something must happen, and to how many prospects each month. */
interface Need {
  readonly segment: SoundSegment;
  readonly series: readonly number[];
}

/** Every step that active tactics cause and every stage that they bring prospects to, with the need for it. */
export function effectsOf(
  plan: SoundPlan,
  active: readonly PlacedTactic[],
  stageOf: StageFunnels,
): readonly TacticEffect[] {
  const effects = (
    kind: "transitions" | "brings",
    verb: (id: string) => string,
    needs: (id: string) => readonly Need[],
  ): readonly TacticEffect[] => {
    const named = active.flatMap((placed) =>
      (placed.tactic[kind] ?? []).map((id) => ({ id, placed })),
    );
    return [...groupBy(named, ({ id }) => id)].map(([id, users]) => {
      const tactics = users.map(({ placed }) => placed);
      const counted = needs(id).filter(({ segment }) =>
        tactics.some((each) => isFor(each, segment.id)),
      );
      return {
        subject: `${kind}/${id}`,
        verb: verb(id),
        tactics,
        needed: plan.months.map((_, month) =>
          counted.reduce((sum, { series }) => sum + (series[month] ?? 0), 0),
        ),
        segments: counted.map(({ segment }) => segment),
      };
    });
  };
  const steps = groupBy(
    plan.segments.flatMap((segment) => stepsOf(segment).map((step) => ({ segment, step }))),
    ({ step }) => step.id,
  );
  const stepOf = (id: string): string => {
    const step = steps.get(id)?.[0]?.step;
    return step === undefined ? `the step "${id}"` : stepText(step);
  };
  return [
    ...effects(
      "transitions",
      (id) => `take ${stepOf(id)}`,
      (id) =>
        (steps.get(id) ?? []).map(({ segment, step }) => ({
          segment,
          series: through(step, segment, stageOf),
        })),
    ),
    ...effects(
      "brings",
      (id) => `come in from outside at the stage ${stageText({ id })}`,
      (id) =>
        plan.segments.map((segment) => ({
          segment,
          series: stageOf(segment.id, id)?.fromOutside ?? [],
        })),
    ),
  ];
}

/** How many take a step. After the sale several steps may leave a stage, so those who arrive are counted. */
function through(
  step: SoundTransition,
  segment: SoundSegment,
  stageOf: StageFunnels,
): readonly number[] {
  const series = step.from.beforeSale
    ? stageOf(segment.id, step.from.id)?.exits
    : stageOf(segment.id, step.to.id)?.entries;
  return series ?? [];
}
