import {
  ceilRunningTotal,
  roundRunningTotal,
  type SegmentFunnel,
  type StageFunnel,
  supplyOf,
} from "../core/funnel/index.ts";

/**
 * Whole entries of every stage as reports show them, shape `[stage][month]`.
 *
 * Where a function must supply them, from outside or to the next function, they are rounded up; elsewhere half-up,
 * both on the running total. So the sentences about a function say the same numbers as the tables.
 */
export function shownEntries(segment: SegmentFunnel): readonly (readonly number[])[] {
  const supplied = new Set(supplyOf(segment).map(({ to }) => to.stage));
  return segment.stages.map((stage) =>
    supplied.has(stage.stage) || comesFromOutside(stage)
      ? ceilRunningTotal(stage.entries)
      : roundRunningTotal(stage.entries),
  );
}

const comesFromOutside = ({ entries, fromOutside }: StageFunnel): boolean =>
  entries.every((each, month) => Math.abs(each - (fromOutside[month] ?? 0)) < 1e-9);

/** Parts of a series to one decimal: half-up of the running total, so that what is shown adds up. */
export function tenths(series: readonly number[]): readonly number[] {
  return roundRunningTotal(series.map((each) => each * 10)).map((each) => each / 10);
}

/** New deals as reports show them, shape `[month]`, to one decimal. */
export interface ShownDeals {
  readonly wanted: readonly number[];
  readonly expected: readonly number[];
  readonly fromOpening: readonly number[];
  readonly fromNew: readonly number[];
  /** Missing from the running total, from the numbers shown; 0 where the month's running total is reached. */
  readonly short: readonly number[];
}

/** The deals of a segment so that rows, totals and sentences agree to the last digit shown. */
export function shownDeals(segment: Pick<SegmentFunnel, "wins" | "standing">): ShownDeals {
  const wanted = tenths(segment.wins.target);
  const fromOpening = tenths(segment.wins.fromOpening);
  const fromNew = tenths(
    segment.wins.expected.map((each, month) => each - (segment.wins.fromOpening[month] ?? 0)),
  );
  const expected = fromOpening.map((each, month) => round(each + (fromNew[month] ?? 0)));
  let missing = 0;
  const short = wanted.map((each, month) => {
    missing = round(missing + each - (expected[month] ?? 0));
    return (segment.standing[month]?.shortfall ?? 0) > leastShortfall ? Math.max(0.1, missing) : 0;
  });
  return { wanted, expected, fromOpening, fromNew, short };
}

/** Below this many deals nothing is missing. */
export const leastShortfall = 1e-6;

/** Takes the noise of binary fractions off a number with one decimal. */
const round = (value: number): number => Math.round(value * 10) / 10;
