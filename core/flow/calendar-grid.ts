/** A calendar date; `month` counts from 1. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

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

/**
 * Days since 1970-01-01 in the proleptic Gregorian calendar, by integer arithmetic alone.
 * Source: H. Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
 */
export function dayNumber({ year, month, day }: CivilDate): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The calendar date of a day number; the inverse of {@link dayNumber}. */
export function civilDate(dayNumberOfDate: number): CivilDate {
  const shifted = dayNumberOfDate + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/** The date that `YYYY-MM-DD` names, or undefined when there is no such day. */
export function parseDate(text: string): CivilDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return undefined;
  const date = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  const real = civilDate(dayNumber(date));
  return real.month === date.month && real.day === date.day ? date : undefined;
}

/** The day number of `YYYY-MM-DD`; NaN for a text that names no day, which a checked plan cannot hold. */
export function dayNumberOf(text: string): number {
  const date = parseDate(text);
  return date === undefined ? Number.NaN : dayNumber(date);
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
  return Array.from({ length: months }, (_, m) => {
    let sum = 0;
    for (let day = bounds[m] ?? 0; day < (bounds[m + 1] ?? 0); day++) sum += daily[day] ?? 0;
    return sum;
  });
}
