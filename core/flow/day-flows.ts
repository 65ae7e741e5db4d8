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
  const row = () => new Float64Array(grid.calendar.days);
  const flows: DayFlows = {
    entries: [...grid.steps, undefined].map((_, s) => inflow[s]?.slice() ?? row()),
    progress: grid.steps.map(row),
    leaks: grid.steps.map(row),
    returns: row(),
  };
  if (withOpening) addOpening(grid, flows);
  const { from, until } = grid.loop ?? { from: grid.steps.length, until: grid.steps.length };
  runChain(grid, flows, { from: 0, until: from }, winsOnly);
  if (grid.loop !== undefined) runLoop(grid, flows, grid.loop, winsOnly);
  runChain(grid, flows, { from: until, until: grid.steps.length }, winsOnly);
  return flows;
}
