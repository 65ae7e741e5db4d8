import { civilDate } from "../calendar-date.ts";
import type { CalendarGrid } from "./calendar-grid.ts";

/** Over which months a target is counted: since the plan's start, within the fiscal year, within the month, or cumulatively at quarter ends only. */
export type TargetBasis = "cumulative" | "fiscal-year" | "per-period" | "checkpoints";

/** By when a shortfall must be made good: as soon as it can be, by the fiscal year's end, or by the quarter's end. */
export type CatchUp = "soonest" | "fiscal-year-end" | "quarter-end";

/** Month t's deadline counts the months `from[t]` through t; only `hard` ones must be met, the others guide. Shape `[month]`. */
export interface DeadlineWindows {
  readonly from: readonly number[];
  readonly hard: readonly boolean[];
}

/**
 * The deadlines of a plan. `fiscalYearStart` is a month from 1 to 12; absent, the fiscal year starts with the plan.
 * Source: docs/funnel-mathematics.md 1.7 and 2.5: every basis is a set of windows, every catch-up a choice of hard ones.
 */
export function deadlineWindows(
  { firstDay, months }: CalendarGrid,
  basis: TargetBasis,
  catchUp: CatchUp,
  fiscalYearStart?: number,
): DeadlineWindows {
  const planStart = civilDate(firstDay).month;
  const intoYear = (month: number) =>
    (planStart - (fiscalYearStart ?? planStart) + 12 + month) % 12;
  const all = Array.from({ length: months }, (_, month) => month);
  const yearEnd = (month: number) => intoYear(month) === 11;
  const quarterEnd = (month: number) => intoYear(month) % 3 === 2;
  return {
    from: all.map((month) => {
      if (basis === "per-period") return month;
      return basis === "fiscal-year" ? Math.max(0, month - intoYear(month)) : 0;
    }),
    hard: all.map((month) => {
      if (basis === "checkpoints" && !quarterEnd(month)) return false;
      if (catchUp === "soonest") return true;
      return catchUp === "quarter-end" ? quarterEnd(month) : yearEnd(month);
    }),
  };
}

/** Sums over each deadline's window; shape `[month]` to `[month]`. Windows either go on or start anew. */
export function windowSums(values: readonly number[], from: readonly number[]): readonly number[] {
  let sum = 0;
  return values.map((value, t) => {
    sum = from[t] === t ? value : sum + value;
    return sum;
  });
}
