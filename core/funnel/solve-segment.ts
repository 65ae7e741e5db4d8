import {
  type BeyondHorizon,
  type EndToEnd,
  type FunnelRun,
  memo,
  type RequirementAnswer,
  requirement,
  runAfter,
  type ValidModel,
  type WinsTarget,
  wayToWin,
} from "../flow/index.ts";
import type { Planning, SoundPlan, SoundSegment } from "../plan/index.ts";

/** What one segment's requirement is computed from: plain data, so that it can be sent to where it is computed. */
export interface SegmentTask {
  readonly toSale: ValidModel;
  readonly beyondSale: readonly ValidModel[];
  readonly wins: WinsTarget;
  readonly planning: Planning;
}

/** The numbers of a solved segment, months beyond the plan included; plain data too. */
export interface SolvedSegment {
  readonly answer: RequirementAnswer;
  /** What follows the sale, in the order of the task. */
  readonly beyondSale: readonly FunnelRun[];
  readonly toWin: EndToEnd;
}

const beyondOf = (planning: Planning): BeyondHorizon =>
  typeof planning.beyondHorizon === "object"
    ? { rate: planning.beyondHorizon.growthPerYear }
    : planning.beyondHorizon;

/** The task of a plan's segment. */
export function segmentTask(plan: SoundPlan, segment: SoundSegment): SegmentTask {
  return {
    toSale: segment.toSale.model,
    beyondSale: segment.beyondSale.map(({ model }) => model),
    wins: segment.wins,
    planning: plan.planning,
  };
}

/** As many segments as a plan of a few megabytes has; about 50 KB each. */
const remembered = memo<SolvedSegment>(1024);

const keyOf = (task: SegmentTask): string => JSON.stringify(task);

/** The segments of a plan that nobody has solved yet, each once. */
export function unsolvedSegments(plan: SoundPlan): readonly SegmentTask[] {
  const tasks = new Map(
    plan.segments.map((segment) => {
      const task = segmentTask(plan, segment);
      return [keyOf(task), task];
    }),
  );
  return [...tasks].flatMap(([key, task]) => (remembered.has(key) ? [] : [task]));
}

/** Takes a segment's numbers from where they were computed, so that they are not computed again. */
export function rememberSegment(task: SegmentTask, solved: SolvedSegment): void {
  remembered(keyOf(task), () => solved);
}

/**
 * Solves one segment by itself: its new business, and what the sales lead to after the sale.
 *
 * Remembered by everything that it follows from: of two versions of a plan, most segments are the same.
 */
export function solveSegment(task: SegmentTask): SolvedSegment {
  return remembered(keyOf(task), () => solve(task));
}

/** What the way to the sale needs, by the plan's agreed choices. */
export function requirementOf({
  toSale,
  wins,
  planning,
}: Pick<SegmentTask, "toSale" | "wins" | "planning">): RequirementAnswer {
  const { basis, catchUp, recovery, steadiness } = planning;
  return requirement(toSale, wins, {
    basis,
    catchUp,
    recovery,
    steadiness,
    beyondHorizon: beyondOf(planning),
  });
}

function solve(task: SegmentTask): SolvedSegment {
  const { toSale, beyondSale } = task;
  const answer = requirementOf(task);
  return {
    answer,
    beyondSale: beyondSale.map((model) => runAfter(model, answer.run)),
    toWin: wayToWin(toSale),
  };
}
