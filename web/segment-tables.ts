import type { Month } from "../core/calendar-date.ts";
import { ceilRunningTotal, type SegmentFunnel } from "../core/funnel/index.ts";
import { shareText } from "../core/wording.ts";
import type { Cell, TableBlock } from "../report/block.ts";
import { deals, shortMonth, whole } from "../report/number.ts";
import { shownDeals, shownEntries } from "../report/shown.ts";
import { nameOf, total } from "../report/words.ts";
import { type Reach, reachOf } from "./reach.ts";

/** A half-open range of months. */
type MonthRange = readonly [from: number, until: number];

/** Ranges of at most twelve months, so that a table fits its reader. */
const yearly = (months: readonly Month[]): readonly MonthRange[] =>
  Array.from(
    { length: Math.ceil(months.length / 12) },
    (_, year): MonthRange => [year * 12, Math.min(months.length, year * 12 + 12)],
  );

/** The years that a range of months names: nothing when it is the whole plan. */
const of = (months: readonly Month[], [from, until]: MonthRange): string =>
  from === 0 && until === months.length
    ? ""
    : `, ${shortMonth(months[from] ?? "", true)} to ${shortMonth(months[until - 1] ?? "", true)}`;

const monthColumns = (
  first: string,
  months: readonly Month[],
  [from, until]: MonthRange,
): TableBlock["columns"] => [
  { title: first, numeric: false },
  ...months
    .slice(from, until)
    .map((month, index) => ({ title: shortMonth(month, index === 0), numeric: true })),
  { title: "Total", numeric: true },
];

/** How many must enter each stage in each month, a table for every twelve months. */
export function stageTables(
  segment: SegmentFunnel,
  months: readonly Month[],
): readonly TableBlock[] {
  const shown = shownEntries(segment);
  return yearly(months).map((range) => {
    const row = (title: Cell, series: readonly number[], opening: Cell): readonly Cell[] => {
      const part = series.slice(...range);
      return [title, ...part.map(whole), { text: whole(total(part)), tone: "strong" }, opening];
    };
    return {
      kind: "table",
      caption: `Prospects who must enter each stage${of(months, range)}`,
      columns: [
        ...monthColumns("Entering", months, range),
        { title: "Already on the way", numeric: true },
      ],
      rows: [
        row({ text: "New from outside", tone: "strong" }, ceilRunningTotal(segment.newProspects), {
          text: "–",
          tone: "quiet",
        }),
        ...segment.stages.map((stage, index) => {
          const all = total(stage.entries.slice(...range));
          const share = all > 0 ? total(stage.fromOpening.slice(...range)) / all : 0;
          return row(
            nameOf(stage.stage),
            shown[index] ?? [],
            share > 0.0005 ? shareText(share) : { text: "–", tone: "quiet" },
          );
        }),
      ],
    };
  });
}

const statusTones = {
  covered: "good",
  reachable: "good",
  stretch: "warning",
  decided: "warning",
  impossible: "bad",
} as const;

/** Deals wanted and expected, what is short, and how each month stands, a table for every twelve months. */
export function dealsTables(
  segment: SegmentFunnel,
  months: readonly Month[],
): readonly TableBlock[] {
  const { wanted, expected, fromOpening, fromNew, short } = shownDeals(segment);
  return yearly(months).map((range) => {
    const row = (title: Cell, series: readonly number[]): readonly Cell[] => {
      const part = series.slice(...range);
      return [title, ...part.map(deals), { text: deals(total(part)), tone: "strong" }];
    };
    const standing = segment.standing.slice(...range);
    return {
      kind: "table",
      caption: `Deals wanted and expected${of(months, range)}`,
      columns: monthColumns("Deals", months, range),
      rows: [
        row("Wanted", wanted),
        row({ text: "Expected", tone: "strong" }, expected),
        row("Already on the way", fromOpening),
        row("From new prospects", fromNew),
        [
          "Missing so far",
          ...short
            .slice(...range)
            .map(
              (each): Cell =>
                each > 0 ? { text: deals(each), tone: "strong" } : { text: "–", tone: "quiet" },
            ),
          "",
        ],
        [
          "The month is",
          ...standing.map(({ status }): Cell => ({ text: status, tone: statusTones[status] })),
          "",
        ],
      ],
    };
  });
}

const reachCells: Readonly<Record<Reach, Cell>> = {
  reachable: { text: "reachable", tone: "good" },
  late: { text: "some months short", tone: "warning" },
  short: { text: "out of reach", tone: "bad" },
};

/** One line for every segment. */
export function overviewTable(
  segments: readonly SegmentFunnel[],
  months: readonly Month[],
): TableBlock {
  return {
    kind: "table",
    caption: `All segments, ${shortMonth(months[0] ?? "", true)} to ${shortMonth(months.at(-1) ?? "", true)}`,
    columns: [
      { title: "Segment", numeric: false },
      { title: "New prospects", numeric: true },
      { title: "Deals wanted", numeric: true },
      { title: "Deals expected", numeric: true },
      { title: "Target", numeric: false },
    ],
    rows: segments.map((segment) => [
      segment.title,
      whole(total(ceilRunningTotal(segment.newProspects))),
      deals(total(shownDeals(segment).wanted)),
      deals(total(shownDeals(segment).expected)),
      reachCells[reachOf([segment])],
    ]),
  };
}
