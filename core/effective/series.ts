import type {
  DatedChange,
  RevenueSeries,
  RevenueTargets,
  Transition,
} from "../../schemas/documents.generated.ts";
import type { CalendarDate, Month } from "../calendar-date.ts";
import { monthsOf, quarterOf } from "../plan/index.ts";

/** The dated change of a step that holds on a day; none holds when the latest one has ended. */
export function changeOn({ changes = [] }: Transition, day: CalendarDate): DatedChange | undefined {
  const latest = changes
    .filter((change) => change.from <= day)
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
    .at(-1);
  return latest?.until !== undefined && latest.until <= day ? undefined : latest;
}

/**
 * A step with the conversion and the duration of the dated change that holds on a day, and without its list of changes.
 *
 * What a change does not name, and what no change holds for, is the step's own. Seasons are not applied: they are a factor for each
 * month of entry and stay in the list.
 */
export function stepOn(step: Transition, day: CalendarDate): Omit<Transition, "changes"> {
  const { changes: _, ...own } = step;
  const change = changeOn(step, day);
  return {
    ...own,
    conversion: change?.conversion ?? own.conversion,
    duration: change?.duration ?? own.duration,
  };
}

/** Of a revenue series, the amount of the period that a day lies in; a month's own amount wins over its quarter's. */
function amountOn(series: RevenueSeries, day: CalendarDate): RevenueSeries {
  if (series === 0) return 0;
  const month: Month = day.slice(0, 7);
  const period = [month, quarterOf(month)].find((each) => Object.hasOwn(series, each));
  return period === undefined ? {} : { [period]: series[period] ?? 0 };
}

/** Revenue targets, each with the amount of the period that a day lies in, or empty when no period does. */
export function revenueOn(revenue: RevenueTargets, day: CalendarDate): RevenueTargets {
  const { new: fresh, expansion, renewal, total } = revenue;
  return {
    ...revenue,
    ...(fresh === undefined ? {} : { new: amountOn(fresh, day) }),
    ...(expansion === undefined ? {} : { expansion: amountOn(expansion, day) }),
    ...(renewal === undefined ? {} : { renewal: amountOn(renewal, day) }),
    ...(total === undefined ? {} : { total: amountOn(total, day) }),
  };
}

/** How many people there are on a day: the number of the latest month that has begun; 0 before the first one. */
export function headcountOn(headcount: Readonly<Record<Month, number>>, day: CalendarDate): number {
  const begun = Object.keys(headcount)
    .filter((month) => month <= day.slice(0, 7))
    .toSorted();
  return headcount[begun.at(-1) ?? ""] ?? 0;
}

/** The first days of a revenue series' periods. */
export const periodStarts = (series: RevenueSeries | undefined): readonly Month[] =>
  series === undefined || series === 0
    ? []
    : Object.keys(series).flatMap((period) => monthsOf(period).slice(0, 1));
