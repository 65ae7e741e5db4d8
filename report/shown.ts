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
export interface ShownWins {
  readonly wanted: readonly number[];
  readonly expected: readonly number[];
  readonly fromOpening: readonly number[];
  readonly fromNew: readonly number[];
}

/** New deals of a requirement as reports show them, shape `[month]`, to one decimal. */
export interface ShownDeals extends ShownWins {
  /** Missing from the running total; 0 where the month's running total is reached. */
  readonly short: readonly number[];
}

/** Deals wanted and expected so that rows and totals agree: parts add up to what is expected. */
export function shownWins(wins: SegmentFunnel["wins"]): ShownWins {
  const expected = tenths(wins.expected);
  const fromOpening = tenths(wins.fromOpening).map((each, month) =>
    Math.min(each, expected[month] ?? 0),
  );
  return {
    wanted: tenths(wins.target),
    expected,
    fromOpening,
    fromNew: expected.map((each, month) => round(each - (fromOpening[month] ?? 0))),
  };
}

/** The deals of a segment, and what is missing of them. */
export function shownDeals(segment: Pick<SegmentFunnel, "wins" | "standing">): ShownDeals {
  return {
    ...shownWins(segment.wins),
    short: segment.standing.map(({ shortfall }) =>
      shortfall > leastShortfall ? Math.max(0.1, round(shortfall)) : 0,
    ),
  };
}

/** Below this many deals nothing is missing. */
const leastShortfall = 0.005;

/** To one decimal. */
const round = (value: number): number => Math.round(value * 10) / 10;
