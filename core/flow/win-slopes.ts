import type { EntrySeries, ModelStep, ValidModel } from "./model.ts";
import { runFunnel } from "./run.ts";

/**
 * A rate that stands in a model once or several times: as the conversion of step `step` from the start (`base`), and in
 * those of the step's dated changes whose places `changes` lists.
 */
export interface RatePlace {
  readonly step: number;
  readonly base: boolean;
  readonly changes: readonly number[];
}

/** The change of expected wins per unit of a rate, shape `[month]`: of the opening pipeline, and of new prospects. */
export interface WinSlope {
  readonly opening: readonly number[];
  readonly fresh: readonly number[];
}

/** Relative step of the difference; wins are nearly straight in every rate, so the step costs no digits. */
const STEP = 1e-4;

function movedStep(step: ModelStep, { base, changes }: RatePlace, factor: number): ModelStep {
  const moved = { ...step, conversion: base ? step.conversion * factor : step.conversion };
  if (step.changes === undefined) return moved;
  return {
    ...moved,
    changes: step.changes.map((change, index) =>
      changes.includes(index) && change.conversion !== undefined
        ? { ...change, conversion: change.conversion * factor }
        : change,
    ),
  };
}

const moved = (model: ValidModel, place: RatePlace, factor: number): ValidModel => ({
  ...model,
  steps: model.steps.map((step, s) => (s === place.step ? movedStep(step, place, factor) : step)),
});

/** True when an opening group of a step depends on its rate otherwise than as a factor: what is lost keeps another time, or none. */
export const agesByRate = (model: ValidModel, index: number): boolean => {
  const leak = model.steps[index]?.leakLag;
  if (leak === undefined) return false;
  return model.opening.some(
    ({ stage, count, ageDays }) =>
      stage === index && count > 0 && (ageDays === undefined ? leak !== "never" : ageDays > 0),
  );
};

/** True when nobody comes back. */
export const isChain = ({ steps }: ValidModel): boolean =>
  steps.every(({ recycle }) => recycle === undefined || recycle.share === 0);

/**
 * How expected wins change with a rate, by central difference: everything that depends on the rate is worked out anew,
 * such as who of an ageing pipeline is still to come. Cost: two runs of the funnel.
 *
 * @param entries New prospects by stage; `value` is the rate, above 0. Source: docs/funnel-mathematics.md 3.2.
 */
export function winSlope(
  model: ValidModel,
  entries: readonly EntrySeries[],
  place: RatePlace,
  value: number,
): WinSlope {
  const up = runFunnel(moved(model, place, 1 + STEP), entries);
  const down = runFunnel(moved(model, place, 1 - STEP), entries);
  const slope = (above: readonly number[], below: readonly number[]): readonly number[] =>
    above.map((each, month) => (each - (below[month] ?? 0)) / (2 * STEP * value));
  const opening = slope(up.opening.wins, down.opening.wins);
  const all = slope(up.all.wins, down.all.wins);
  return { opening, fresh: all.map((each, month) => each - (opening[month] ?? 0)) };
}
