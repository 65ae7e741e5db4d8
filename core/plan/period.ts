import { addMonths, lengthOf, type Month, monthIndex } from "../calendar-date.ts";
import { type Minor, splitMoney } from "../money.ts";

/** A period that a target may be agreed for: a month (`2027-01`) or a calendar quarter (`2027-Q1`). */
export type Period = string;

/** The months of a period, in order. */
export function monthsOf(period: Period): readonly Month[] {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period);
  if (quarter === null) return [period];
  const first = addMonths(`${quarter[1]}-01`, (Number(quarter[2]) - 1) * 3);
  return [first, addMonths(first, 1), addMonths(first, 2)];
}

/**
 * Spreads amounts agreed for months and quarters over `months`, shape `[month]`.
 *
 * A quarter is spread by calendar days with the largest remainder, so its months add up to it exactly.
 * A month's own amount wins over its quarter's; months that nothing covers get 0 (rules report both).
 * Parts of a quarter outside `months` are dropped.
 */
export function spreadOverMonths(
  amounts: ReadonlyMap<Period, Minor>,
  months: readonly Month[],
): readonly Minor[] {
  const byMonth = new Map<Month, Minor>();
  const longestFirst = [...amounts].toSorted(([a], [b]) => monthsOf(b).length - monthsOf(a).length);
  for (const [period, amount] of longestFirst) {
    const parts = monthsOf(period);
    for (const [index, part] of splitMoney(amount, parts.map(lengthOf)).entries()) {
      const month = parts[index];
      if (month !== undefined) byMonth.set(month, part);
    }
  }
  return months.map((month) => byMonth.get(month) ?? 0n);
}

/** The calendar quarter that a month lies in: `2027-Q1`. */
export function quarterOf(month: Month): Period {
  const index = monthIndex(month);
  return `${month.slice(0, 4)}-Q${Math.floor((index % 12) / 3) + 1}`;
}
