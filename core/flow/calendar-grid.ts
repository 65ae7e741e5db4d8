import { civilDate, dayNumber, dayNumberOf } from "../calendar-date.ts";

/**
 * The days and months of a plan.
 *
 * Day 0 is the first day. Month m holds the days from `bounds[m]` until `bounds[m + 1]` (exclusive).
 * `firstDay` is the day number of day 0, counted from 1970-01-01.
 */
export interface CalendarGrid {
  readonly firstDay: number;
  readonly months: number;
  readonly days: number;
  readonly bounds: Int32Array;
}

/** The grid of `months` calendar months from `start`, the first of a month (YYYY-MM-DD). */
export function calendarGrid(start: string, months: number): CalendarGrid {
  const firstDay = dayNumberOf(start);
  const { year, month } = civilDate(firstDay);
  const bounds = Int32Array.from({ length: months + 1 }, (_, m) => {
    const monthIndex = month - 1 + m;
    const date = { year: year + Math.floor(monthIndex / 12), month: (monthIndex % 12) + 1, day: 1 };
    return dayNumber(date) - firstDay;
  });
  return { firstDay, months, days: bounds[months] ?? 0, bounds };
}

/** Days in each month of the grid, shape `[month]`. */
export function monthLengths({ bounds, months }: CalendarGrid): readonly number[] {
  return Array.from({ length: months }, (_, m) => (bounds[m + 1] ?? 0) - (bounds[m] ?? 0));
}

/** Sums of daily values per month; shape `[day]` to `[month]`. */
export function monthSums(
  { bounds, months }: CalendarGrid,
  daily: Float64Array,
): readonly number[] {
  const sums: number[] = [];
  for (let m = 0; m < months; m++) {
    const end = bounds[m + 1] ?? 0;
    let sum = 0;
    for (let day = bounds[m] ?? 0; day < end; day++) sum += daily[day] ?? 0;
    sums.push(sum);
  }
  return sums;
}
