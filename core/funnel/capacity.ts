import { type Month, monthIndex } from "../calendar-date.ts";

/** How productive someone is who has been there for so many months, 0 in the first one. */
export function productivity(ramp: readonly number[], months: number): number {
  return ramp[months] ?? 1;
}

/** Months until a new person is fully productive. */
export function rampMonths(ramp: readonly number[]): number {
  return ramp.findLastIndex((each) => each < 1) + 1;
}

/** People who began together. */
interface Cohort {
  readonly count: number;
  /** The index of their first month; −∞ for those who were there before anything is known. */
  readonly since: number;
}

/** How many people there are, and how many fully productive ones they are worth; shape `[month]`. */
export interface Headcount {
  readonly people: readonly number[];
  readonly productive: readonly number[];
}

/**
 * Follows a headcount through the plan's months. Those of the first entry are fully productive if they are there when
 * the plan starts; whoever is added later is new and follows the ramp. Where it falls, those leave who have been there
 * longest, so that what is left is never overrated.
 *
 * @param headcount How many there are from which month on; nobody before the first entry.
 * Source: docs/funnel-mathematics.md 1.8.
 */
export function headcountOver(
  months: readonly Month[],
  headcount: Readonly<Record<Month, number>>,
  ramp: readonly number[],
): Headcount {
  const entries = Object.entries(headcount).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  let cohorts: readonly Cohort[] = [];
  let next = 0;
  const people: number[] = [];
  const productive: number[] = [];
  for (const month of months) {
    for (let entry = entries[next]; entry !== undefined && entry[0] <= month; ) {
      const known = next === 0 && entry[0] <= (months[0] ?? "");
      cohorts = changed(cohorts, entry[1], known ? -Infinity : monthIndex(entry[0]));
      next += 1;
      entry = entries[next];
    }
    people.push(cohorts.reduce((sum, { count }) => sum + count, 0));
    productive.push(
      cohorts.reduce(
        (sum, { count, since }) => sum + count * productivity(ramp, monthIndex(month) - since),
        0,
      ),
    );
  }
  return { people, productive };
}

/** The people there are after their number has changed; in the order in which they came. */
function changed(cohorts: readonly Cohort[], count: number, month: number): readonly Cohort[] {
  const before = cohorts.reduce((sum, each) => sum + each.count, 0);
  if (count >= before) return [...cohorts, { count: count - before, since: month }];
  let leaving = before - count;
  return cohorts.map((cohort) => {
    const gone = Math.min(leaving, cohort.count);
    leaving -= gone;
    return { ...cohort, count: cohort.count - gone };
  });
}
