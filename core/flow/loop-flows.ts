import { soleTerm } from "./chain-flows.ts";
import type { DayFlows } from "./daily.ts";
import { type Delayed, delayed, inBlocks, send } from "./delayed.ts";
import type { CohortTerm, FunnelGrid, GridStep, Stretch } from "./funnel-grid.ts";
import type { Kernel } from "./kernel.ts";

/** What leaves a stage by one way out: the share of each day's entries that takes it, and the series it then travels in. */
interface WayOut {
  readonly shareOn: (term: CohortTerm) => number;
  readonly by: ReadonlyMap<CohortTerm, Delayed>;
}

/** A step at work. With one kernel for both ways out there is one way, `exits`, which is split on reading. */
interface Stage {
  readonly step: GridStep;
  readonly entries: Float64Array;
  readonly progress: Float64Array;
  readonly leaks: Float64Array;
  readonly exits: Float64Array | undefined;
  readonly next: Float64Array;
  readonly ways: readonly WayOut[];
  readonly back: Delayed | undefined;
  /** The term of the last day looked at; days only go forward. */
  term: number;
}

/** Terms with the same kernel travel in one series, so that dated rates cost nothing. */
function wayOut(
  { terms }: GridStep,
  into: Float64Array,
  shareOn: WayOut["shareOn"],
  lagOf: (term: CohortTerm) => Kernel | "never",
): WayOut {
  const series = new Map<Kernel, Delayed>();
  const by = new Map<CohortTerm, Delayed>();
  for (const term of terms) {
    const lag = lagOf(term);
    if (lag === "never") continue;
    const known = series.get(lag) ?? delayed(lag, into);
    series.set(lag, known);
    by.set(term, known);
  }
  return { shareOn, by };
}

function termOn(stage: Stage, day: number): CohortTerm | undefined {
  const { terms } = stage.step;
  while ((terms[stage.term]?.until ?? Number.POSITIVE_INFINITY) <= day) stage.term += 1;
  return terms[stage.term];
}

/** One day of a stage: its entries are complete, its exits of the day are settled, its leakers set out on their way back. */
function runDay(stage: Stage, day: number, end: number): void {
  const { entries, progress, leaks, exits, next, step, ways, back } = stage;
  const term = termOn(stage, day);
  if (term === undefined) return;
  const entered = entries[day] ?? 0;
  for (const { shareOn, by } of ways) {
    const way = by.get(term);
    if (way !== undefined) send(way, day, entered * shareOn(term), end);
  }
  if (exits !== undefined) {
    const left = exits[day] ?? 0;
    progress[day] = (progress[day] ?? 0) + left * term.conversion;
    leaks[day] = (leaks[day] ?? 0) + left * (1 - term.conversion);
  }
  next[day] = (next[day] ?? 0) + (progress[day] ?? 0);
  if (back !== undefined) send(back, day, (leaks[day] ?? 0) * (step.recycle?.share ?? 0), end);
}

/** Progress and leaks apart; where only wins count, leaks matter where they come back. */
function bothWays(
  step: GridStep,
  progress: Float64Array,
  leaks: Float64Array,
  winsOnly: boolean,
): readonly WayOut[] {
  const onward = wayOut(
    step,
    progress,
    (term) => term.conversion,
    (term) => term.progress,
  );
  if (winsOnly && step.recycle === undefined) return [onward];
  const away = wayOut(
    step,
    leaks,
    (term) => 1 - term.conversion,
    (term) => term.leak,
  );
  return [onward, away];
}

const together = (step: GridStep, exits: Float64Array): WayOut =>
  wayOut(
    step,
    exits,
    () => 1,
    (term) => term.progress,
  );

function stageAtWork(
  { steps, calendar }: FunnelGrid,
  flows: DayFlows,
  returns: readonly Float64Array[],
  s: number,
  winsOnly: boolean,
): Stage | undefined {
  const step = steps[s];
  const [entries, progress] = [flows.entries[s], flows.progress[s]];
  const [leaks, next] = [flows.leaks[s], flows.entries[s + 1]];
  if (!step || !entries || !progress || !leaks || !next) return undefined;
  const { days } = calendar;
  const exits = soleTerm(step) === undefined ? undefined : new Float64Array(days);
  const into = step.recycle === undefined ? undefined : returns[step.recycle.to];
  return {
    step,
    entries,
    progress,
    leaks,
    exits,
    next,
    ways: exits === undefined ? bothWays(step, progress, leaks, winsOnly) : [together(step, exits)],
    back: step.recycle && into && delayed(step.recycle.kernel, into),
    term: 0,
  };
}

/**
 * Settles a stretch with recycling in place, once what comes in from before it is known. A day's stages are settled in
 * order, so a lag of zero passes on the same day; the way back takes at least a day, so no day looks ahead.
 */
export function runLoop(
  grid: FunnelGrid,
  flows: DayFlows,
  { from, until }: Stretch,
  winsOnly: boolean,
): void {
  const { days } = grid.calendar;
  const returns = grid.steps.map(() => new Float64Array(days));
  const stages = grid.steps.flatMap((_, s) =>
    s < from || s >= until ? [] : (stageAtWork(grid, flows, returns, s, winsOnly) ?? []),
  );
  const travelling = stages.flatMap(({ ways, back }) => [
    ...new Set(ways.flatMap(({ by }) => [...by.values()])),
    ...(back === undefined ? [] : [back]),
  ]);
  inBlocks(days, travelling, (day, end) => {
    for (const [index, stage] of stages.entries()) {
      const returned = returns[from + index]?.[day] ?? 0;
      if (returned !== 0) {
        stage.entries[day] = (stage.entries[day] ?? 0) + returned;
        flows.returns[day] = (flows.returns[day] ?? 0) + returned;
      }
      runDay(stage, day, end);
    }
  });
}
