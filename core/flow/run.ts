import { addFlows } from "./add-flows.ts";
import type { DayFlows } from "./daily.ts";
import { runDays } from "./day-flows.ts";
import { dailyInflow, type FunnelFlows, monthlyFlows } from "./forward.ts";
import { type FunnelGrid, funnelGrid } from "./funnel-grid.ts";
import type { EntrySeries, ValidModel } from "./model.ts";

/**
 * A funnel that has been run: everything that flows, and of it what comes from the opening pipeline and whatever else is sure.
 * `winsPerDay` is kept in the same two parts, because what comes after the win goes on from it; shape `[day]`.
 */
export interface FunnelRun {
  readonly all: FunnelFlows;
  readonly opening: FunnelFlows;
  readonly winsPerDay: { readonly opening: Float64Array; readonly inflow: Float64Array };
}

const winsOf = ({ entries }: DayFlows): Float64Array => entries.at(-1) ?? new Float64Array();

function joined(grid: FunnelGrid, opening: DayFlows, inflow: DayFlows): FunnelRun {
  const sure = monthlyFlows(grid, opening, true);
  return {
    all: addFlows(sure, monthlyFlows(grid, inflow, false)),
    opening: sure,
    winsPerDay: { opening: winsOf(opening), inflow: winsOf(inflow) },
  };
}

/** What is sure: the opening pipeline and the inflow already `committed`. */
export function runOpening(grid: FunnelGrid, committed: readonly EntrySeries[]): DayFlows {
  return runDays(grid, dailyInflow(grid, committed), { withOpening: true });
}

/** Adds a planned inflow to what is sure. */
export function runInflow(
  grid: FunnelGrid,
  opening: DayFlows,
  entries: readonly EntrySeries[],
): FunnelRun {
  return joined(grid, opening, runDays(grid, dailyInflow(grid, entries), { withOpening: false }));
}

/** Runs a funnel over its own months for a planned inflow. */
export function runFunnel(model: ValidModel, entries: readonly EntrySeries[]): FunnelRun {
  const grid = funnelGrid(model);
  return runInflow(grid, runOpening(grid, []), entries);
}

/** Runs what comes after a win: a funnel whose first stage everybody enters on the day of the win. The run covers at least its months. */
export function runAfter(model: ValidModel, { winsPerDay }: FunnelRun): FunnelRun {
  const grid = funnelGrid(model);
  const { days } = grid.calendar;
  const after = (wins: Float64Array, withOpening: boolean): DayFlows =>
    runDays(grid, [wins.subarray(0, days)], { withOpening });
  return joined(grid, after(winsPerDay.opening, true), after(winsPerDay.inflow, false));
}
