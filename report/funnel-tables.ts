import type { Month } from "../core/calendar-date.ts";
import {
  ceilRunningTotal,
  type FunnelAnswer,
  type MonthStatus,
  type RevenueFunnel,
  type SegmentFunnel,
} from "../core/funnel/index.ts";
import { listText, monthText } from "../core/wording.ts";
import type { Cell, TableBlock } from "./block.ts";
import { deals, shortMoney, shortMonth, whole } from "./number.ts";
import { shownDeals, shownEntries } from "./shown.ts";
import { nameOf, teamNames, total } from "./words.ts";

/** The tables of what a plan needs. */

/** New prospects by segment and month. */
export function inflowTable({ segments, months }: FunnelAnswer, range: MonthRange): TableBlock {
  const series = segments.map((segment) => ceilRunningTotal(segment.newProspects));
  const sum = months.map((_, month) => series.reduce((so, each) => so + (each[month] ?? 0), 0));
  return {
    kind: "table",
    caption: "New prospects who must come in",
    columns: monthColumns("Segment", months, range),
    rows: segments.map((segment, index) => row(segment.title, series[index] ?? [], range, whole)),
    ...(segments.length > 1
      ? { totals: [row({ text: "All segments", tone: "strong" }, sum, range, whole)] }
      : {}),
  };
}

/** Deals, what is missing and new revenue by segment, over the whole plan. */
export function segmentTable({ segments, months, currency }: FunnelAnswer): TableBlock {
  return {
    kind: "table",
    caption: "Per segment over the whole plan",
    columns: [
      { title: "Segment", numeric: false },
      { title: "Deals wanted", numeric: true },
      { title: "expected", numeric: true },
      { title: "Missing at worst", numeric: true },
      { title: `New revenue wanted (${currency})`, numeric: true },
      { title: "expected", numeric: true },
    ],
    rows: segments.map((segment) => {
      const shown = shownDeals(segment);
      return [
        segment.title,
        deals(total(shown.wanted)),
        deals(total(shown.expected)),
        worstCell(shown.short, months),
        moneyCell(total(segment.revenue.new.target)),
        moneyCell(total(segment.revenue.new.expected)),
      ];
    }),
  };
}

const moneyCell = (value: number): Cell => ({ text: shortMoney(value), value });

function worstCell(short: readonly number[], months: readonly Month[]): Cell {
  const worst = Math.max(...short);
  if (worst === 0) return { text: "nothing", tone: "good" };
  return {
    text: `${deals(worst)} in ${monthText(months[short.indexOf(worst)] ?? "")}`,
    tone: "warning",
  };
}

/** A half-open range of months. */
export type MonthRange = readonly [from: number, until: number];

/** Ranges of at most twelve months, so that a table fits its reader. */
export function yearly(months: readonly Month[]): readonly MonthRange[] {
  return Array.from(
    { length: Math.ceil(months.length / 12) },
    (_, year): MonthRange => [year * 12, Math.min(months.length, year * 12 + 12)],
  );
}

/** The columns of a table over months: what its rows are, the months, their total. */
export function monthColumns(
  first: string,
  months: readonly Month[],
  [from, until]: MonthRange,
): TableBlock["columns"] {
  return [
    { title: first, numeric: false },
    ...months
      .slice(from, until)
      .map((month, index) => ({ title: shortMonth(month, index === 0), numeric: true })),
    { title: "Total", numeric: true },
  ];
}

/** A row of a table over months: its title, the months of a range, and their total. */
export function row(
  title: Cell,
  series: readonly number[],
  [from, until]: MonthRange,
  show: (value: number) => string,
): readonly Cell[] {
  const part = series.slice(from, until);
  const cell = (value: number): Cell => ({ text: show(value), value });
  return [title, ...part.map(cell), cell(total(part))];
}

/** Who enters each stage of a segment, by month. */
export function stageTable(
  segment: SegmentFunnel,
  months: readonly Month[],
  range: MonthRange,
): TableBlock {
  const shown = shownEntries(segment);
  // The first stage repeats those from outside, unless others come back to it.
  const stages = segment.stages.filter(
    (stage, index) =>
      (stage.beforeSale || stage.business === "new") &&
      (index > 0 || total(stage.entries) - total(stage.fromOutside) > 0.5),
  );
  return {
    kind: "table",
    caption: `Prospects entering each stage: ${segment.title}`,
    columns: monthColumns("Entering", months, range),
    rows: [
      row(
        { text: newInto(segment), tone: "strong" },
        ceilRunningTotal(segment.newProspects),
        range,
        whole,
      ),
      ...stages.map((stage) => {
        const back = stage === segment.stages[0] ? ", with those who come back" : "";
        const who =
          stage.business === "new"
            ? " (deals won)"
            : stage.team === undefined
              ? ""
              : ` (${teamNames[stage.team]})`;
        return row(
          `${nameOf(stage.stage)}${back}${who}`,
          shown[segment.stages.indexOf(stage)] ?? [],
          range,
          whole,
        );
      }),
    ],
  };
}

/** Names the row of new prospects by the stages into which they come from outside. */
function newInto(segment: SegmentFunnel): string {
  const entered = segment.stages
    .filter((stage) => stage.beforeSale && total(stage.fromOutside) > 0)
    .map((stage) => nameOf(stage.stage));
  return entered.length === 0 ? "New" : `New, into ${listText(entered)}`;
}

const dash = (value: number): string => (value === 0 ? "–" : deals(value));

/** Deals and revenue of a segment, by month. */
export function outcomeTable(
  segment: SegmentFunnel,
  months: readonly Month[],
  range: MonthRange,
  currency: string,
): TableBlock {
  const [from, until] = range;
  const shown = shownDeals(segment);
  const short = shown.short.slice(from, until);
  const standing = segment.standing.slice(from, until);
  const allFine = segment.standing.every((each) => fine.includes(each.status));
  const missing: readonly (readonly Cell[])[] = [
    [
      "Missing, running total",
      ...short.map((each): Cell => (each > 0 ? { text: deals(each), tone: "warning" } : "–")),
      "",
    ],
    ["Standing", ...standing.map((each) => standingCell(each.status)), ""],
  ];
  return {
    kind: "table",
    caption: `New deals, and revenue in ${currency}: ${segment.title}`,
    columns: monthColumns("Deals", months, range),
    rows: [
      row("Wanted", shown.wanted, range, dash),
      row({ text: "Expected", tone: "strong" }, shown.expected, range, dash),
      row("  from those on the way", shown.fromOpening, range, dash),
      row("  from new prospects", shown.fromNew, range, dash),
      ...(allFine ? [] : missing),
      ...revenueRows("New revenue", segment.revenue.new, range),
      ...revenueRows("Expansion", segment.revenue.expansion, range),
      ...revenueRows("Renewal", segment.revenue.renewal, range),
    ],
  };
}

function revenueRows(
  title: string,
  revenue: RevenueFunnel,
  range: MonthRange,
): readonly (readonly Cell[])[] {
  if (total(revenue.target) === 0 && total(revenue.expected) === 0) return [];
  return [
    row(`${title} wanted`, revenue.target, range, shortMoney),
    row(`${title} expected`, revenue.expected, range, shortMoney),
  ];
}

const fine: readonly MonthStatus[] = ["covered", "reachable"];

function standingCell(status: MonthStatus): Cell {
  if (fine.includes(status)) return "ok";
  return { text: status, tone: status === "impossible" ? "bad" : "warning" };
}
