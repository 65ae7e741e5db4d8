import { covers, type Month, type MonthSpan } from "../calendar-date.ts";

/** Running totals of a series. */
function runningTotals(series: readonly number[]): readonly number[] {
  let total = 0;
  return series.map((each) => (total += each));
}

/** Where promised running totals fall short of needed ones. */
export interface Shortage {
  /** The first month that is short, and the month that is short most; indexes into the series. */
  readonly first: number;
  readonly worst: number;
  /** Running totals at the worst month, and their difference. */
  readonly needed: number;
  readonly promised: number;
  readonly short: number;
  /** The least whole number that would do if the same came every month. */
  readonly perMonth: number;
  /** The first month whose running total asks for that many a month, and that running total. */
  readonly steepest: { readonly month: number; readonly needed: number };
}

/**
 * Compares what is promised with what is needed, as running totals, so that bringing more earlier counts.
 *
 * An `owed` number is kept to the whole prospect: the need is rounded up, for nobody brings half of one, and `1e-9`
 * forgives the last digits of a sum. An `expected` one may miss the need by less than half a prospect.
 *
 * @returns `undefined` when the promise is enough at the end of every month.
 */
export function shortageOf(
  promised: readonly number[],
  needed: readonly number[],
  kind: "owed" | "expected",
): Shortage | undefined {
  const owed = kind === "owed";
  const supplies = runningTotals(promised);
  const needs = runningTotals(needed).map((total) => (owed ? Math.ceil(total - 1e-9) : total));
  const gaps = needs.map((need, month) => need - (supplies[month] ?? 0));
  const first = gaps.findIndex((gap) => gap > (owed ? 1e-9 : 0.5));
  if (first < 0) return undefined;
  const short = Math.max(...gaps);
  const worst = gaps.indexOf(short);
  const levels = needs.map((need, month) => Math.ceil(need / (month + 1) - 1e-9));
  const level = Math.max(...levels);
  const steepest = levels.indexOf(level);
  return {
    first,
    worst,
    needed: needs[worst] ?? 0,
    promised: supplies[worst] ?? 0,
    short,
    perMonth: level,
    steepest: { month: steepest, needed: needs[steepest] ?? 0 },
  };
}

/** What spans of so many a month add up to, per month. */
export function perMonth(
  months: readonly Month[],
  spans: readonly (MonthSpan & { readonly prospectsPerMonth?: number })[],
): readonly number[] {
  return months.map((month) =>
    spans
      .filter((span) => covers(span, month))
      .reduce((sum, span) => sum + (span.prospectsPerMonth ?? 0), 0),
  );
}
