import { type CalendarGrid, monthSums } from "./calendar-grid.ts";
import { collapsed } from "./collapse.ts";
import { compositeKernels, convertedFrom, entryMix, mixed, sureKernels } from "./composite.ts";
import type { DayFlows } from "./daily.ts";
import { runDays } from "./day-flows.ts";
import { eventualRate, eventualRates, frozenModel } from "./eventual-rate.ts";
import { dailyInflow } from "./forward.ts";
import { type FunnelGrid, journeyKey, lagsKey } from "./funnel-grid.ts";
import { memo } from "./memo.ts";

/**
 * What one more new prospect, entering evenly over month m by the entry mix, brings.
 *
 * `wins[t][m]` are its expected wins in month t (0 for t < m); `eventual[m]` its wins in the long run.
 */
export interface Response {
  readonly wins: readonly Float64Array[];
  readonly eventual: readonly number[];
}

/** S(n) = sum of the first n values, for n = 0..length. */
function runningSums(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  let sum = 0;
  for (let n = 0; n < values.length; n++) {
    sum += values[n] ?? 0;
    sums[n + 1] = sum;
  }
  return sums;
}

/** What those who enter in one month bring: their wins per month, and in the long run. */
interface Column {
  readonly wins: ArrayLike<number>;
  readonly eventual: number;
}

/**
 * The wins in each month of one who enters evenly over month m, for m = `from` and later, under a composite kernel;
 * shape `[m - from][month]`. The kernel is summed twice, and every cell is four look-ups.
 */
function winsPerMonth(
  { bounds, months }: CalendarGrid,
  from: number,
  composite: Float64Array,
): readonly Float64Array[] {
  // twice[n + 1] = sum over i <= n of the composite's first i days.
  const twice = runningSums(runningSums(composite));
  const columns: Float64Array[] = [];
  for (let m = from; m < months; m++) {
    const [start, end] = [bounds[m] ?? 0, bounds[m + 1] ?? 0];
    const wins = new Float64Array(months);
    let before = 0;
    for (let t = m; t < months; t++) {
      const until = bounds[t + 1] ?? 0;
      const after =
        (twice[until - start + 1] ?? 0) - (until > end ? (twice[until - end + 1] ?? 0) : 0);
      wins[t] = Math.max(0, (after - before) / (end - start));
      before = after;
    }
    columns.push(wins);
  }
  return columns;
}

const ofLags = memo<ReadonlyMap<number, readonly Float64Array[]>>(64);

/**
 * The same where nobody comes back, from the lags alone: what a step converts only scales what comes of it. So a plan
 * whose rates are changed, and segments that share their lags, are not run again.
 */
function chainColumns(grid: FunnelGrid, from: number): readonly Float64Array[] {
  const { model, calendar, steps } = grid;
  const mix = entryMix(model);
  const entered = mix.map(({ stage }) => stage).join();
  const key = `${model.start}|${calendar.months}|${from}|${entered}|${lagsKey(steps)}`;
  const known = ofLags(key, () => {
    const rows = sureKernels(grid);
    return new Map(
      mix.map(({ stage }) => [
        stage,
        winsPerMonth(calendar, from, rows[stage] ?? new Float64Array()),
      ]),
    );
  });
  const converted = convertedFrom(steps);
  return Array.from({ length: calendar.months - from }, (_, index) => {
    const column = new Float64Array(calendar.months);
    for (const { stage, share } of mix) {
      const sure = known.get(stage)?.[index];
      const rate = share * (converted[stage] ?? 0);
      for (let t = 0; t < column.length; t++) {
        column[t] = (column[t] ?? 0) + rate * (sure?.[t] ?? 0);
      }
    }
    return column;
  });
}

/** Months of entry `from` and later, all on the same terms: one composite kernel serves them. */
function fromComposite(grid: FunnelGrid, from: number): readonly Column[] {
  const eventual = eventualRate(grid.model, grid.calendar.bounds[from] ?? 0);
  const columns =
    grid.loop === undefined
      ? chainColumns(grid, from)
      : winsPerMonth(grid.calendar, from, mixed(grid.model, compositeKernels(grid)));
  return columns.map((wins) => ({ wins, eventual }));
}

/** The funnel with the terms that hold at its end, from the first day. */
function settledGrid(grid: FunnelGrid): FunnelGrid {
  const steps = grid.steps.map((step) => {
    const last = step.terms.at(-1);
    return last === undefined ? step : { ...step, terms: [{ ...last, from: 0 }] };
  });
  return { ...grid, steps, dated: false };
}

/**
 * The first month from whose first day on no terms change any more; the number of months when there is none.
 * A season never settles: it goes on after the plan.
 */
function settledFrom({ calendar, steps, model }: FunnelGrid): number {
  const seasonal = steps.some(
    ({ terms }, s) => terms.length > 1 && model.steps[s]?.season !== undefined,
  );
  if (seasonal) return calendar.months;
  const change = Math.max(0, ...steps.map(({ terms }) => terms.at(-1)?.from ?? 0));
  const month = calendar.bounds.findIndex((day) => day >= change);
  return month < 0 ? calendar.months : Math.min(month, calendar.months);
}

const total = (values: Float64Array): number => values.reduce((sum, each) => sum + each, 0);

/**
 * Wins after the plan's end of those who are still on their way: what is left of each stage's entries, at the terms of
 * the last day. `rates` are the eventual rates by stage.
 */
function winsStillToCome(grid: FunnelGrid, flows: DayFlows, rates: readonly number[]): number {
  let still = 0;
  let inPool = 0;
  for (const [s, { terms, recycle }] of grid.steps.entries()) {
    let [progress, leaks] = [0, 0];
    for (const { from, until, conversion, leak } of terms) {
      const entered = total((flows.entries[s] ?? new Float64Array()).subarray(from, until));
      progress += entered * conversion;
      if (leak !== "never") leaks += entered * (1 - conversion);
    }
    const left = progress - total(flows.progress[s] ?? new Float64Array());
    still += Math.max(0, left) * (rates[s + 1] ?? 0);
    if (recycle !== undefined) inPool += leaks * recycle.share * (rates[recycle.to] ?? 0);
  }
  // Those who came back already count as entries of their stage.
  for (const [s, returned] of returnsByStage(grid, flows).entries()) {
    inPool -= returned * (rates[s] ?? 0);
  }
  return still + Math.max(0, inPool);
}

/** Entries of each stage that came out of recycling: entries less inflow less progress from the stage before. */
function returnsByStage(grid: FunnelGrid, flows: DayFlows): readonly number[] {
  return grid.steps.map((_, to) =>
    grid.steps.reduce((sum, { recycle }, s) => {
      if (recycle?.to !== to) return sum;
      const leaks = flows.leaks[s] ?? new Float64Array();
      const { days } = grid.calendar;
      const back = leaks.reduce(
        (part, leak, day) => part + leak * (1 - (recycle.kernel.tails[days - day] ?? 0)),
        0,
      );
      return sum + back * recycle.share;
    }, 0),
  );
}

/** Months of entry before `until`, whose terms may still change under way: one run for each, through as few steps as will do. */
function fromRuns(full: FunnelGrid, until: number): readonly Column[] {
  if (until === 0) return [];
  const { grid, stages } = collapsed(full);
  const everyRate = eventualRates(frozenModel(full.model, full.calendar.days).steps);
  const rates = stages.map((stage) => everyRate[stage] ?? 0);
  return Array.from({ length: until }, (_, m) => {
    const inflow = entryMix(full.model).map(({ stage, share }) => ({
      stage: stages.indexOf(stage),
      perMonth: Array.from({ length: m + 1 }, (__, month) => (month === m ? share : 0)),
    }));
    const flows = runDays(grid, dailyInflow(grid, inflow), { withOpening: false, winsOnly: true });
    const wins = monthSums(grid.calendar, flows.entries.at(-1) ?? new Float64Array());
    const eventual = wins.reduce((sum, each) => sum + each, winsStillToCome(grid, flows, rates));
    return { wins, eventual };
  });
}

const remembered = memo<Response>(64);

/**
 * The response of a funnel's wins to its new prospects, month by month of entry; shape in {@link Response}.
 *
 * Whoever enters after the last change of terms meets the same terms all the way, so one kernel serves all of them; only
 * earlier months need a run of their own. Segments with the same journey share their response, whatever is on the way in
 * them. Source: docs/funnel-mathematics.md 9b.
 */
export function response(grid: FunnelGrid): Response {
  return remembered(journeyKey(grid.model, grid.calendar.months), () => responseOf(grid));
}

/** Columns by month of entry as rows by month of the win. */
function transposed(columns: readonly Column[], months: number): readonly Float64Array[] {
  const rows = Array.from({ length: months }, () => new Float64Array(columns.length));
  for (const [m, { wins }] of columns.entries()) {
    for (const [t, row] of rows.entries()) row[m] = wins[t] ?? 0;
  }
  return rows;
}

function responseOf(grid: FunnelGrid): Response {
  const { months } = grid.calendar;
  const settled = settledFrom(grid);
  const columns = [
    ...fromRuns(grid, settled),
    ...(settled < months ? fromComposite(settledGrid(grid), settled) : []),
  ];
  return {
    wins: transposed(columns, months),
    eventual: columns.map(({ eventual }) => eventual),
  };
}
