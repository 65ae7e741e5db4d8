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

/** What is sure of a funnel: the opening pipeline and the inflow already committed, per day and per month. */
export interface SureFlows {
  readonly perDay: DayFlows;
  readonly perMonth: FunnelFlows;
}

const sureOf = (grid: FunnelGrid, perDay: DayFlows): SureFlows => ({
  perDay,
  perMonth: monthlyFlows(grid, perDay, true),
});

function joined(grid: FunnelGrid, sure: SureFlows, inflow: DayFlows): FunnelRun {
  return {
    all: addFlows(sure.perMonth, monthlyFlows(grid, inflow, false)),
    opening: sure.perMonth,
    winsPerDay: { opening: winsOf(sure.perDay), inflow: winsOf(inflow) },
  };
}

/** Runs what is sure: the opening pipeline and the inflow already `committed`. */
export function runOpening(grid: FunnelGrid, committed: readonly EntrySeries[]): SureFlows {
  return sureOf(grid, runDays(grid, dailyInflow(grid, committed), { withOpening: true }));
}

/** Adds a planned inflow to what is sure. */
export function runInflow(
  grid: FunnelGrid,
  sure: SureFlows,
  entries: readonly EntrySeries[],
): FunnelRun {
  return joined(grid, sure, runDays(grid, dailyInflow(grid, entries), { withOpening: false }));
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
  return joined(
    grid,
    sureOf(grid, after(winsPerDay.opening, true)),
    after(winsPerDay.inflow, false),
  );
}
