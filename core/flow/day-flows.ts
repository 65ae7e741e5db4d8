import { runChain } from "./chain-flows.ts";
import type { DayFlows } from "./daily.ts";
import type { FunnelGrid } from "./funnel-grid.ts";
import { runLoop } from "./loop-flows.ts";
import { stockRelease } from "./opening.ts";

/** What the opening stock does is known before the first day; it is laid down first. */
function addOpening({ model, calendar }: FunnelGrid, flows: DayFlows): void {
  for (const group of model.opening) {
    const step = model.steps[group.stage];
    const progress = flows.progress[group.stage];
    const leaks = flows.leaks[group.stage];
    if (step === undefined || progress === undefined || leaks === undefined) continue;
    if (group.count === 0) continue;
    const released = stockRelease(step, calendar, group);
    for (let day = 0; day < calendar.days; day++) {
      progress[day] = (progress[day] ?? 0) + group.count * (released.progress[day] ?? 0);
      leaks[day] = (leaks[day] ?? 0) + group.count * (released.leaks[day] ?? 0);
    }
  }
}

/** Nobody in the funnel: one row of zeros stands for all. */
function nothing({ calendar, steps }: FunnelGrid): DayFlows {
  const still = new Float64Array(calendar.days);
  const rows = steps.map(() => still);
  return { entries: [...rows, still], progress: rows, leaks: rows, returns: still };
}

/** Hands out the rows of a run, with the days of a series in them where one is given; one piece of memory is quicker than two dozen. */
function rowsOf({ calendar: { days }, steps }: FunnelGrid) {
  const all = new Float64Array((3 * steps.length + 2) * days);
  let given = 0;
  return (series?: Float64Array): Float64Array => {
    const row = all.subarray(given, given + days);
    given += days;
    if (series !== undefined) row.set(series);
    return row;
  };
}

/**
 * Runs a funnel day by day for the external inflow `inflow`, shape `[stage][day]` (an absent stage has none).
 * `winsOnly` leaves out leaks where nothing depends on them. The way of computing follows the funnel's shape: where
 * nobody comes back it is settled stage by stage, where leakers come back day by day. Source: docs/funnel-mathematics.md 1.4.
 */
export function runDays(
  grid: FunnelGrid,
  inflow: readonly (Float64Array | undefined)[],
  { withOpening, winsOnly = false }: { readonly withOpening: boolean; readonly winsOnly?: boolean },
): DayFlows {
  const opening = withOpening && grid.model.opening.some(({ count }) => count > 0);
  if (!opening && inflow.every((each) => each === undefined)) return nothing(grid);
  const row = rowsOf(grid);
  const flows: DayFlows = {
    entries: [...grid.steps, undefined].map((_, s) => row(inflow[s])),
    progress: grid.steps.map(() => row()),
    leaks: grid.steps.map(() => row()),
    returns: row(),
  };
  if (opening) addOpening(grid, flows);
  const { from, until } = grid.loop ?? { from: grid.steps.length, until: grid.steps.length };
  runChain(grid, flows, { from: 0, until: from }, winsOnly);
  if (grid.loop !== undefined) runLoop(grid, flows, grid.loop, winsOnly);
  runChain(grid, flows, { from: until, until: grid.steps.length }, winsOnly);
  return flows;
}
