import type { Month } from "../core/calendar-date.ts";
import { ceilRunningTotal, type SegmentFunnel } from "../core/funnel/index.ts";
import type { ChartBlock } from "../report/block.ts";
import { deals, whole } from "../report/number.ts";
import { total } from "../report/words.ts";

/** New prospects that must come in, month by month. */
export function prospectsChart(segment: SegmentFunnel, months: readonly Month[]): ChartBlock {
  const values = ceilRunningTotal(segment.newProspects);
  return {
    kind: "chart",
    title: "New prospects needed each month",
    description: `${whole(total(values))} in all for ${segment.title}; every number stands in the table below.`,
    unit: "prospects",
    months,
    bars: [{ title: "New prospects", values, tone: "required" }],
    lines: [],
  };
}

const running = (values: readonly number[]): readonly number[] => {
  let sum = 0;
  return values.map((value) => (sum += value));
};

/** Deals since the plan's start: those already on the way, those from new prospects, and what is short of the target. */
export function dealsChart(segment: SegmentFunnel, months: readonly Month[]): ChartBlock {
  const target = running(segment.wins.target);
  const expected = running(segment.wins.expected);
  const opening = running(segment.wins.fromOpening);
  const short = target.map((wanted, month) => Math.max(0, wanted - (expected[month] ?? 0)));
  const anyShort = short.some((each) => each > 1e-6);
  return {
    kind: "chart",
    title: "Deals, running total",
    description: `${deals(target.at(-1) ?? 0)} wanted and ${deals(expected.at(-1) ?? 0)} expected by the end for ${segment.title}, ${deals(opening.at(-1) ?? 0)} of them from those already on the way.`,
    unit: "deals since the start",
    months,
    bars: [
      { title: "Already on the way", values: opening, tone: "opening" },
      {
        title: "From new prospects",
        values: expected.map((each, month) => Math.max(0, each - (opening[month] ?? 0))),
        tone: "required",
      },
      ...(anyShort ? [{ title: "Short", values: short, tone: "short" } as const] : []),
    ],
    lines: [{ title: "Wanted", values: target, tone: "target" }],
  };
}
