import {
  ceilRunningTotal,
  roundRunningTotal,
  type SegmentFunnel,
  type StageFunnel,
  supplyOf,
} from "../core/funnel/index.ts";

/**
 * Whole entries of every stage as the page shows them, shape `[stage][month]`.
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
