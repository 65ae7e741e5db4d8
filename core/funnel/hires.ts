import {
  addMonths,
  type CalendarDate,
  lengthOf,
  type Month,
  monthIndex,
} from "../calendar-date.ts";
import { productivity, rampMonths } from "./capacity.ts";
import type { RoleStaffing, RoleWorkload } from "./role-workload.ts";
import { firstWorkingDay } from "./working-day.ts";

/** So many new people, at work by a day at the latest. */
export interface Hire {
  readonly count: number;
  /** The last day on which they may begin: the first working day of the month from which they ramp up in time. */
  readonly startBy: CalendarDate;
  /** The last day to decide on it. */
  readonly decideBy: CalendarDate;
  /** The first month that needs them fully productive. */
  readonly month: Month;
}

/** A month whose gap no new person can close any more. */
export interface LateGap {
  readonly month: Month;
  /** Hours that stay without anybody. */
  readonly hours: number;
  /** How many months too late it is to hire for it. */
  readonly months: number;
}

/** What hiring can do for a role. A suggestion: few people more than the least that would do, never too few. */
export interface HireAdvice {
  readonly hires: readonly Hire[];
  readonly tooLate: readonly LateGap[];
}

/** The same day so many months earlier; the month's last day where it is shorter. */
function monthsBefore(date: CalendarDate, months: number): CalendarDate {
  const month = addMonths(date.slice(0, 7), -months);
  const day = Math.min(Number(date.slice(8, 10)), lengthOf(month));
  return `${month}-${String(day).padStart(2, "0")}`;
}

/** How many months after `start` someone can begin at the earliest who is decided on today. */
function monthsTooLate(start: Month, asOf: CalendarDate, staffing: RoleStaffing): number {
  const canBegin = (month: Month): boolean =>
    monthsBefore(firstWorkingDay(month, staffing.calendar), staffing.monthsToHire) >= asOf;
  const soonest = addMonths(asOf.slice(0, 7), staffing.monthsToHire);
  const late = Math.max(0, monthIndex(soonest) - monthIndex(start));
  return canBegin(addMonths(start, late)) ? late : late + 1;
}

/**
 * Whom to hire for a role, month by month: whoever is missing begins so early that the ramp is over in that month.
 * Where that lies in the past, the gap is told with how many months too late it is.
 *
 * @param asOf Today: nobody begins before somebody could be decided on and found.
 * Source: docs/funnel-mathematics.md 1.8.
 */
export function hiresFor(
  { staffing }: Pick<RoleWorkload, "staffing">,
  months: readonly Month[],
  asOf: CalendarDate,
): HireAdvice {
  const hires: Hire[] = [];
  const tooLate: LateGap[] = [];
  if (staffing === undefined || staffing.hoursPerMonth === 0) return { hires, tooLate };
  const { hoursPerMonth, ramp, monthsToHire, calendar } = staffing;
  const added = months.map(() => 0);
  for (const [index, month] of months.entries()) {
    const hours = (staffing.missing[index] ?? 0) - (added[index] ?? 0);
    if (hours < 1) continue;
    const start = addMonths(month, -rampMonths(ramp));
    const late = monthsTooLate(start, asOf, staffing);
    if (late > 0) {
      tooLate.push({ month, hours, months: late });
      continue;
    }
    const count = Math.ceil(hours / hoursPerMonth - 1e-9);
    const startBy = firstWorkingDay(start, calendar);
    hires.push({ count, startBy, decideBy: monthsBefore(startBy, monthsToHire), month });
    for (const [each, later] of months.entries()) {
      const there = monthIndex(later) - monthIndex(start);
      if (there >= 0)
        added[each] = (added[each] ?? 0) + count * hoursPerMonth * productivity(ramp, there);
    }
  }
  return { hires, tooLate };
}
