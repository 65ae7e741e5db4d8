import type { WorkingCalendar } from "../../schemas/documents.generated.ts";
import { type CalendarDate, dayNumberOf, lengthOf, type Month } from "../calendar-date.ts";

const weekdays = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;

const usualWeek: ReadonlySet<string> = new Set(weekdays.slice(0, 5));

/** The first day of a month on which people work; its first day where they never do. */
export function firstWorkingDay(month: Month, calendar: WorkingCalendar | undefined): CalendarDate {
  const holidays = new Set((calendar?.holidays ?? []).map(({ date }) => date));
  const open = calendar === undefined ? usualWeek : new Set(Object.keys(calendar.week));
  const days = Array.from(
    { length: lengthOf(month) },
    (_, day): CalendarDate => `${month}-${String(day + 1).padStart(2, "0")}`,
  );
  const first = days.find((day) => open.has(weekdayOf(day)) && !holidays.has(day));
  return first ?? `${month}-01`;
}

/** 1970-01-01, day 0, was a Thursday. */
function weekdayOf(day: CalendarDate): string {
  return weekdays[(((dayNumberOf(day) + 3) % 7) + 7) % 7] ?? "";
}
