import { type CalendarDate, isCalendarDate } from "../core/calendar-date.ts";
import { UsageError } from "./command.ts";
import type { OptionValue } from "./options.ts";

/**
 * The day that a call judges on: `--as-of`, or today (UTC).
 *
 * @throws UsageError for anything that is no day of the calendar.
 */
export function asOfDay(option: OptionValue, now: string): CalendarDate {
  if (option === undefined) return now.slice(0, 10);
  const given = typeof option === "string" ? option : "";
  if (!isCalendarDate(given))
    throw new UsageError(`--as-of is ${JSON.stringify(option)}; write a day such as 2027-01-31.`);
  return given;
}
