import type { ModelStep, ValidModel } from "./model.ts";
import { arrivals, openingGroups } from "./win-groups.ts";

/**
 * A rate that stands in a model once or several times: as the conversion of step `step` from the start (`base`), and in
 * those of the step's dated changes whose places `changes` lists.
 */
export interface RatePlace {
  readonly step: number;
  readonly base: boolean;
  readonly changes: readonly number[];
}

/** The change of expected wins per unit of a rate: of the opening pipeline by month, and of one new prospect, `perEntry[t][m]`. */
export interface WinSlope {
  readonly opening: readonly number[];
  readonly perEntry: readonly (readonly number[])[];
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

/** Expected wins by month of the opening pipeline, and by month of entry of one new prospect of the mix. */
function winsOf(model: ValidModel, months: number): WinSlope {
  const groups = openingGroups(model, months);
  const ways = arrivals(model, months);
  const all = Array.from({ length: months }, (_, month) => month);
  return {
    opening: all.map((t) =>
      groups.reduce((sum, { count, wins }) => sum + count * (wins[t] ?? 0), 0),
    ),
    perEntry: all.map((t) =>
      all.map((m) => ways.reduce((sum, { share, wins }) => sum + share * (wins[t]?.[m] ?? 0), 0)),
    ),
  };
}

/**
 * How expected wins change with a rate, by central difference; whatever depends on the rate is worked out anew, such as
 * who of an ageing pipeline is still to come. `value` is the rate, above 0. Source: docs/funnel-mathematics.md 3.2.
 */
export function winSlope(
  model: ValidModel,
  months: number,
  place: RatePlace,
  value: number,
): WinSlope {
  const up = winsOf(moved(model, place, 1 + STEP), months);
  const down = winsOf(moved(model, place, 1 - STEP), months);
  const slope = (above: number, below: number): number => (above - below) / (2 * STEP * value);
  return {
    opening: up.opening.map((each, t) => slope(each, down.opening[t] ?? 0)),
    perEntry: up.perEntry.map((row, t) =>
      row.map((each, m) => slope(each, down.perEntry[t]?.[m] ?? 0)),
    ),
  };
}
