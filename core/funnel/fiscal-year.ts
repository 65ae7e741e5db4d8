import {
  type CalendarDate,
  dateOf,
  dayNumberOf,
  lengthOf,
  type Month,
  monthIndex,
} from "../calendar-date.ts";

/**
 * How many of a plan's months have passed when its fiscal year ends: the year of the day `asOf`, or the nearest one that
 * the plan covers. Fiscal years start with the plan; the last one ends with it.
 */
export function monthsToYearEnd(months: readonly Month[], asOf: CalendarDate): number {
  const first = months[0] ?? asOf.slice(0, 7);
  const last = Math.max(0, Math.ceil(months.length / 12) - 1);
  const passed = Math.floor((monthIndex(asOf.slice(0, 7)) - monthIndex(first)) / 12);
  return Math.min(months.length, (Math.min(last, Math.max(0, passed)) + 1) * 12);
}

/**
 * The last day on which an entry is of use by the end of a month: of those who enter later and ever buy, fewer than one
 * in ten buy in time.
 *
 * @param quickest Days within which one in ten of the buyers have bought, counted from the entry; `null` beyond 25 years.
 * @returns `null` when that lies before the first month of the plan: it is too late on its first day.
 */
export function lastUsefulEntry(
  quickest: number | null,
  months: readonly Month[],
  monthsToDeadline: number,
): CalendarDate | null {
  const last = months[monthsToDeadline - 1];
  if (quickest === null || last === undefined) return null;
  const deadline = dayNumberOf(`${last}-${String(lengthOf(last)).padStart(2, "0")}`);
  const day = dateOf(deadline - quickest);
  return day < `${months[0] ?? ""}-01` ? null : day;
}
