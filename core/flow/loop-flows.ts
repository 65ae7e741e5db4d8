import { soleTerm } from "./chain-flows.ts";
import { release } from "./convolve.ts";
import type { DayFlows } from "./daily.ts";
import type { CohortTerm, FunnelGrid, GridStep } from "./funnel-grid.ts";

/** A step at work. `exits` is used when both ways out are one series, released once and split on reading. */
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

function termOn(stage: Stage, day: number): CohortTerm | undefined {
  const { terms } = stage.step;
  while ((terms[stage.term]?.until ?? Number.POSITIVE_INFINITY) <= day) stage.term += 1;
  return terms[stage.term];
}

/** One day of a stage: its entries are complete, its exits of the day are settled, its leakers set out on their way back. */
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

/**
 * Settles a funnel with recycling in place, day by day. A day's stages are settled in order, so a lag of zero passes on
 * the same day; the way back takes at least a day, so no day looks ahead.
 */
export function runLoops(grid: FunnelGrid, flows: DayFlows): void {
  const none = new Float64Array(grid.calendar.days);
  const stages = grid.steps.map((step, s): Stage => {
    const to = step.recycle?.to;
    return {
      step,
      entries: flows.entries[s] ?? none,
      progress: flows.progress[s] ?? none,
      leaks: flows.leaks[s] ?? none,
      exits: soleTerm(step) === undefined ? undefined : new Float64Array(none.length),
      next: flows.entries[s + 1] ?? none,
      recycleInto: to === undefined ? undefined : flows.entries[to],
      term: 0,
    };
  });
  for (let day = 0; day < none.length; day++) {
    for (const stage of stages) runDay(stage, flows.returns, day);
  }
}
