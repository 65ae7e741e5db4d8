import { type CalendarGrid, monthLengths, monthSums } from "./calendar-grid.ts";
import type { DayFlows } from "./daily.ts";
import { runDays } from "./day-flows.ts";
import { type FunnelGrid, funnelGrid } from "./funnel-grid.ts";
import type { EntrySeries, ValidModel } from "./model.ts";

/**
 * What flows through a funnel, in expected prospects per month; fractions are kept.
 *
 * Rows are stages, the win last; shape `[stage][month]`. `entries` counts those who come back, `exits` those who
 * progress, `leaks` all who leave without progressing; of these `recycled` will come back and `lost` will not.
 * `stockEnd` is at the end of the month, `stockMean` the mean over the ends of its days; for the win they are the wins
 * so far. `recyclePoolEnd` (shape `[month]`) are those on their way back. The opening stock is not an entry. `wins` is
 * the last row of `entries`.
 */
export interface FunnelFlows {
  readonly entries: readonly (readonly number[])[];
  readonly exits: readonly (readonly number[])[];
  readonly leaks: readonly (readonly number[])[];
  readonly recycled: readonly (readonly number[])[];
  readonly lost: readonly (readonly number[])[];
  readonly stockEnd: readonly (readonly number[])[];
  readonly stockMean: readonly (readonly number[])[];
  readonly recyclePoolEnd: readonly number[];
  readonly wins: readonly number[];
}

/** Monthly inflow spread evenly over the days of each month; shape `[stage][day]`, absent where nobody enters. */
export function dailyInflow(
  { calendar, steps }: FunnelGrid,
  entries: readonly EntrySeries[],
): readonly (Float64Array | undefined)[] {
  const lengths = monthLengths(calendar);
  return Array.from({ length: steps.length + 1 }, (_, s) => {
    const series = entries.filter((each) => each.stage === s);
    if (series.length === 0) return undefined;
    const days = new Float64Array(calendar.days);
    for (const [month, length] of lengths.entries()) {
      const total = series.reduce((sum, { perMonth }) => sum + (perMonth[month] ?? 0), 0);
      days.fill(total / length, calendar.bounds[month], calendar.bounds[month + 1]);
    }
    return days;
  });
}

/** The running total of what comes in less what goes out, from `start`. */
function stockAtEnds(
  start: number,
  inflow: readonly number[],
  ...outflows: readonly (readonly number[])[]
): readonly number[] {
  let stock = start;
  return inflow.map((entered, month) => {
    stock = outflows.reduce((left, outflow) => left - (outflow[month] ?? 0), stock + entered);
    return Math.max(0, stock);
  });
}

/** The mean over each month of the stock at the ends of its days; shape `[month]`. The win has no outflows. */
function stockMeans(
  { bounds, months }: CalendarGrid,
  start: number,
  inflow: Float64Array,
  progress: Float64Array | undefined,
  leaks: Float64Array | undefined,
): readonly number[] {
  const means: number[] = [];
  let stock = start;
  for (let month = 0; month < months; month++) {
    const [from, until] = [bounds[month] ?? 0, bounds[month + 1] ?? 0];
    let sum = 0;
    for (let day = from; day < until; day++) {
      stock += (inflow[day] ?? 0) - (progress?.[day] ?? 0) - (leaks?.[day] ?? 0);
      sum += Math.max(0, stock);
    }
    means.push(sum / (until - from));
  }
  return means;
}

/** Flows per day as flows per month. `withOpening` says whether the opening stock is in them. */
export function monthlyFlows(grid: FunnelGrid, days: DayFlows, withOpening: boolean): FunnelFlows {
  const { calendar, model, steps } = grid;
  const perMonth = (daily: Float64Array) => monthSums(calendar, daily);
  const none = Array.from({ length: calendar.months }, () => 0);
  const entries = days.entries.map(perMonth);
  const exits = [...days.progress.map(perMonth), none];
  const leaks = [...days.leaks.map(perMonth), none];
  const shareBack = (s: number): number => steps[s]?.recycle?.share ?? 0;
  const recycled = leaks.map((row, s) =>
    shareBack(s) === 0 ? none : row.map((leak) => leak * shareBack(s)),
  );
  const pool = none.map((_, month) => recycled.reduce((sum, row) => sum + (row[month] ?? 0), 0));
  const openingOf = (stage: number) =>
    withOpening
      ? model.opening.reduce((sum, group) => sum + (group.stage === stage ? group.count : 0), 0)
      : 0;
  return {
    entries,
    exits,
    leaks,
    recycled,
    lost: leaks.map((row, s) =>
      shareBack(s) === 0 ? row : row.map((leak, month) => leak - (recycled[s]?.[month] ?? 0)),
    ),
    stockEnd: entries.map((row, s) =>
      stockAtEnds(openingOf(s), row, exits[s] ?? none, leaks[s] ?? none),
    ),
    stockMean: days.entries.map((row, s) =>
      stockMeans(calendar, openingOf(s), row, days.progress[s], days.leaks[s]),
    ),
    recyclePoolEnd: stockAtEnds(0, pool, perMonth(days.returns)),
    wins: entries.at(-1) ?? none,
  };
}

/**
 * The forecast: what the opening stock and a planned inflow lead to.
 *
 * @param entries Planned inflow by stage; finite and not negative, months beyond the plan are left out.
 *   An inflow into the last stage is a win.
 * Source: docs/funnel-mathematics.md 1.4, 1.5.
 */
export function forward(model: ValidModel, entries: readonly EntrySeries[]): FunnelFlows {
  const grid = funnelGrid(model);
  return monthlyFlows(grid, runDays(grid, dailyInflow(grid, entries), { withOpening: true }), true);
}

/** Expected wins per month from the opening stock and a planned inflow; shape `[month]`. */
export function expectedWins(
  model: ValidModel,
  entries: readonly EntrySeries[],
): readonly number[] {
  return forward(model, entries).wins;
}
