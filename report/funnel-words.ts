import { ceilRunningTotal, type SegmentFunnel, type StageFunnel } from "../core/funnel/index.ts";
import { numberText, roughText } from "../core/wording.ts";
import { deals } from "./number.ts";

/** Words and counts that the sentences about a funnel share. */

/** The verb after a number of deals. */
export const isOrAre = (value: number): string => (deals(value) === "1" ? "is" : "are");

/** New prospects of a segment as a team must supply them. */
export const wholeNew = (segment: SegmentFunnel): readonly number[] =>
  ceilRunningTotal(segment.newProspects);

/** Fewer prospects than this are nobody. */
export const nobody = 1e-6;

/** Prospects in a stage when the plan starts. */
export const atStart = ({ stock, exits, leaks, entries }: StageFunnel): number =>
  Math.max(0, (stock[0] ?? 0) + (exits[0] ?? 0) + (leaks[0] ?? 0) - (entries[0] ?? 0));

/** How hard the teams agreed to push, with its size: `1.5 times the natural inflow (about 380 a month)`. */
export function effortText({ effort }: SegmentFunnel): string {
  const { recovery, naturalInflow } = effort;
  const times = recovery === 1 ? "exactly" : `${numberText(recovery, 2)} times`;
  return `${times} the natural inflow (${roughText(naturalInflow)} a month)`;
}
