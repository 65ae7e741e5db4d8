import { type CalendarDate, daysInMonth } from "../core/calendar-date.ts";
import { UsageError } from "./command.ts";
import { type OptionValue } from "./options.ts";

/**
 * The day that a call judges on: `--as-of`, or today (UTC).
 *
 * @throws UsageError for anything that is no day of the calendar.
 */
export function asOfDay(option: OptionValue, now: string): CalendarDate {
  if (option === undefined) return now.slice(0, 10);
  const given = typeof option === "string" ? option : "";
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(given) ?? [];
  const valid =
    Number(month) >= 1 &&
    Number(month) <= 12 &&
    Number(day) >= 1 &&
    Number(day) <= daysInMonth(Number(year), Number(month));
  if (!valid)
    throw new UsageError(`--as-of is ${JSON.stringify(option)}; write a day such as 2027-01-31.`);
  return given;
}
