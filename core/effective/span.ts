import { addMonths, type CalendarDate } from "../calendar-date.ts";
import type { SoundPlan } from "../plan/index.ts";

/** A day, or a month for its first day. */
type DayOrMonth = CalendarDate;

/** The first day of a month; a day is its own. */
export const firstDay = (when: DayOrMonth): CalendarDate =>
  when.length === "2027-01".length ? `${when}-01` : when;

/** A stretch of time as documents write it, by days or by months: `from` inclusive, `until` exclusive. */
export interface Span {
  readonly from?: DayOrMonth;
  readonly until?: DayOrMonth;
}

/** The days from the plan's first one (inclusive) to its end (exclusive). */
export interface PlanDays {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

/** The days of a plan. */
export function planDays({ months }: SoundPlan): PlanDays {
  const [first = ""] = months;
  return { from: firstDay(first), until: firstDay(addMonths(first, months.length)) };
}

/** True when a day lies in a span; an open end is the plan's own. */
export function holdsOn({ from, until }: Span, plan: PlanDays, day: CalendarDate): boolean {
  return firstDay(from ?? plan.from) <= day && day < firstDay(until ?? plan.until);
}
