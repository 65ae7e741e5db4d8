/**
 * Calendar dates and months as plain text (`2027-01-31`, `2027-01`) and whole day numbers; the proleptic
 * Gregorian calendar, never a clock or a time zone.
 */

/** Text of the form `YYYY-MM-DD`. */
export type CalendarDate = string;

/** The parts of a calendar date; `month` counts from 1. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Text of the form `YYYY-MM`. */
export type Month = string;

/** The months' names, January first. */
export const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** True for the leap years of the Gregorian calendar. */
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Days of a month; `month` is 1–12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** True for text that is a day of the calendar: `2027-02-28`, but not `2027-02-29` and not `2027-2-28`. */
export function isCalendarDate(text: string): text is CalendarDate {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const number = Number(month);
  return (
    number >= 1 &&
    number <= 12 &&
    Number(day) >= 1 &&
    Number(day) <= daysInMonth(Number(year), number)
  );
}

/**
 * Days since 1970-01-01 in the proleptic Gregorian calendar, by integer arithmetic alone; negative before it.
 *
 * @see https://howardhinnant.github.io/date_algorithms.html#days_from_civil
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
export function parseDate(text: CalendarDate): CivilDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return undefined;
  const date = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  const real = date.month >= 1 && date.month <= 12 && date.day >= 1;
  return real && date.day <= daysInMonth(date.year, date.month) ? date : undefined;
}

/** The day number of `YYYY-MM-DD`; NaN for a text that names no day, which a checked plan cannot hold. */
export function dayNumberOf(text: CalendarDate): number {
  const date = parseDate(text);
  return date === undefined ? Number.NaN : dayNumber(date);
}

const two = (value: number): string => String(value).padStart(2, "0");

/** The date of a day number, `YYYY-MM-DD`; the inverse of {@link dayNumberOf}. */
export function dateOf(dayNumberOfDate: number): CalendarDate {
  const { year, month, day } = civilDate(dayNumberOfDate);
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

/** The month that lies `count` months after `month`; negative counts go back. */
export function addMonths(month: Month, count: number): Month {
  const index = monthIndex(month) + count;
  const year = Math.floor(index / 12);
  return `${String(year).padStart(4, "0")}-${String(index - year * 12 + 1).padStart(2, "0")}`;
}

/** Months since year 0, so that months can be compared and subtracted. */
export function monthIndex(month: Month): number {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return year * 12 + number - 1;
}

/** `count` months in a row, the first one `start`. */
export function monthsFrom(start: Month, count: number): readonly Month[] {
  return Array.from({ length: count }, (_, index) => addMonths(start, index));
}

/** How many days a month has. */
export function lengthOf(month: Month): number {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return daysInMonth(year, number);
}

/** From one month until another; open ends are the plan's own. */
export interface MonthSpan {
  readonly from?: Month;
  readonly until?: Month;
}

/** True when a month lies in a span: `from` inclusive, `until` exclusive. */
export function covers({ from, until }: MonthSpan, month: Month): boolean {
  return (from === undefined || from <= month) && (until === undefined || month < until);
}
