import { release } from "./convolve.ts";
import type { CohortTerm, FunnelGrid, GridStep } from "./funnel-grid.ts";
import { stockRelease } from "./opening.ts";

/**
 * Flows per day. `entries` has a row per stage, the win last; `progress` and `leaks` a row per step.
 * `returns[day]` are those who come back from recycling, into any stage; they are part of `entries` too.
 */
export interface DayFlows {
  readonly entries: readonly Float64Array[];
  readonly progress: readonly Float64Array[];
  readonly leaks: readonly Float64Array[];
  readonly returns: Float64Array;
}

/** A step at work. `exits` is used when both ways out share one kernel and one rate: released once, split on reading. */
interface Stage {
  readonly step: GridStep;
  readonly entries: Float64Array;
  readonly progress: Float64Array;
  readonly leaks: Float64Array;
  readonly exits: Float64Array | undefined;
  readonly next: Float64Array;
  readonly recycleInto: Float64Array | undefined;
  /** The term of the last day looked at; days only go forward. */
  term: number;
}

const soleTerm = ({ terms }: GridStep): CohortTerm | undefined =>
  terms.length === 1 && terms[0]?.leak === terms[0]?.progress ? terms[0] : undefined;

function termOn(stage: Stage, day: number): CohortTerm | undefined {
  const { terms } = stage.step;
  while ((terms[stage.term]?.until ?? Number.POSITIVE_INFINITY) <= day) stage.term += 1;
  return terms[stage.term];
}

/** Everything that happens to a stage on one day: its entries are known, its exits of the day are settled. */
function runDay(stage: Stage, returns: Float64Array, day: number): void {
  const { entries, progress, leaks, exits, next, step, recycleInto } = stage;
  const entered = entries[day] ?? 0;
  const term = termOn(stage, day);
  if (term === undefined) return;
  if (exits !== undefined) {
    if (entered !== 0) release(exits, day, entered, term.progress);
    const left = exits[day] ?? 0;
    progress[day] = (progress[day] ?? 0) + left * term.conversion;
    leaks[day] = (leaks[day] ?? 0) + left * (1 - term.conversion);
  } else if (entered !== 0) {
    release(progress, day, entered * term.conversion, term.progress);
    if (term.leak !== "never") release(leaks, day, entered * (1 - term.conversion), term.leak);
  }
  next[day] = (next[day] ?? 0) + (progress[day] ?? 0);
  const leaked = leaks[day] ?? 0;
  if (step.recycle === undefined || recycleInto === undefined || leaked === 0) return;
  const back = leaked * step.recycle.share;
  release(recycleInto, day, back, step.recycle.kernel);
  release(returns, day, back, step.recycle.kernel);
}

function addOpening({ model, calendar }: FunnelGrid, flows: DayFlows): void {
  for (const group of model.opening) {
    const step = model.steps[group.stage];
    const progress = flows.progress[group.stage];
    const leaks = flows.leaks[group.stage];
    if (step === undefined || progress === undefined || leaks === undefined) continue;
    const released = stockRelease(step, calendar, group);
    for (let day = 0; day < calendar.days; day++) {
      progress[day] = (progress[day] ?? 0) + group.count * (released.progress[day] ?? 0);
      leaks[day] = (leaks[day] ?? 0) + group.count * (released.leaks[day] ?? 0);
    }
  }
}

/**
 * Runs a funnel day by day for the external inflow `inflow`, shape `[stage][day]` (an absent stage has none).
 *
 * A day's stages are settled in order, so a lag of zero passes on the same day. Without recycling nothing flows back,
 * and a whole stage is run before the next; the sums are the same. Cost: stages times days times the lags' reach.
 * Source: funnel-math 1.4.
 */
export function runDays(
  grid: FunnelGrid,
  inflow: readonly (Float64Array | undefined)[],
  withOpening: boolean,
): DayFlows {
  const { days } = grid.calendar;
  const row = () => new Float64Array(days);
  const entries = Array.from({ length: grid.steps.length + 1 }, (_, s) =>
    Float64Array.from(inflow[s] ?? row()),
  );
  const flows: DayFlows = {
    entries,
    progress: grid.steps.map(row),
    leaks: grid.steps.map(row),
    returns: row(),
  };
  if (withOpening) addOpening(grid, flows);
  const stages = grid.steps.map((step, s): Stage => {
    const to = step.recycle?.to;
    return {
      step,
      entries: entries[s] ?? row(),
      progress: flows.progress[s] ?? row(),
      leaks: flows.leaks[s] ?? row(),
      exits: soleTerm(step) === undefined ? undefined : row(),
      next: entries[s + 1] ?? row(),
      recycleInto: to === undefined ? undefined : entries[to],
      term: 0,
    };
  });
  if (grid.recycles) {
    for (let day = 0; day < days; day++) {
      for (const stage of stages) runDay(stage, flows.returns, day);
    }
  } else {
    for (const stage of stages) {
      for (let day = 0; day < days; day++) runDay(stage, flows.returns, day);
    }
  }
  return flows;
}
