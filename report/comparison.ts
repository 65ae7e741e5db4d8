import type { Change } from "../core/change/index.ts";
import {
  type ComparedSegment,
  type ComparedSeries,
  type ComparedStage,
  ceilRunningTotal,
  type FunnelComparison,
  roundRunningTotal,
} from "../core/funnel/index.ts";
import { listText, monthText } from "../core/wording.ts";
import type { Block, Cell, Report, TableBlock } from "./block.ts";
import { changeBlocks } from "./changes.ts";
import { count, deals, shortMoney, shortMonth, whole } from "./number.ts";
import { tenths } from "./shown.ts";
import { nameOf, teamNames, total } from "./words.ts";

/** How a report names the two plans that it compares. */
export interface Compared {
  readonly title: string;
  /** For example `live version 3`, and `with the changes`. */
  readonly base: string;
  readonly head: string;
}

/** What is different between two plans and what that asks of each function: a sentence each, then the numbers. */
export function comparisonReport(
  names: Compared,
  changes: readonly Change[] | undefined,
  comparison: FunnelComparison | undefined,
): Report {
  return [
    { kind: "heading", level: 1, text: names.title },
    {
      kind: "text",
      tone: "quiet",
      text: `Before: ${names.base}. After: ${names.head}. A difference is after minus before.`,
    },
    ...(comparison === undefined ? [] : requirementBlocks(comparison)),
    ...(changes === undefined ? [] : changeBlocks(changes)),
    ...(comparison === undefined ? [] : differenceBlocks(comparison)),
  ];
}

/** Stage by stage and month by month, where prospects move: a heading, a sentence and a table for each such segment. */
export const differenceBlocks = (comparison: FunnelComparison): readonly Block[] =>
  comparison.segments.flatMap((segment) => segmentBlocks(segment, comparison));

/** The words for a difference that is shown: `12 more prospects`, `1 fewer prospect`. */
const moreOrFewer = (difference: number, one: string): string =>
  count(Math.abs(difference), `${difference > 0 ? "more" : "fewer"} ${one}`);

const signed = (value: number, show: (value: number) => string): string =>
  value === 0 ? "–" : value > 0 ? `+${show(value)}` : `−${show(-value)}`;

function requirementBlocks(comparison: FunnelComparison): readonly Block[] {
  const sentences = comparison.segments.flatMap(supplySentences);
  return [
    {
      kind: "text",
      tone: "strong",
      text:
        sentences.length === 0
          ? "Nothing that a team must bring or hand over changes."
          : `${count(sentences.length, "thing")} that a team must bring or hand over ${sentences.length === 1 ? "changes" : "change"}.`,
    },
    ...(sentences.length === 0 ? [] : [{ kind: "list", items: sentences } as const]),
    ...monthsSentence("only after", comparison.monthsAdded),
    ...monthsSentence("only before", comparison.monthsRemoved),
    ...(comparison.base.currency === comparison.head.currency
      ? []
      : [
          {
            kind: "text",
            tone: "warning",
            text: `Revenue is not compared: it is in ${comparison.base.currency} before and in ${comparison.head.currency} after.`,
          } as const,
        ]),
    { kind: "text", text: "Over the whole plan, before, after, and the difference:" },
    segmentTable(comparison),
  ];
}

function monthsSentence(which: string, months: readonly string[]): readonly Block[] {
  if (months.length === 0) return [];
  const named = listText(months.slice(0, 12).map(monthText));
  const rest = months.length > 12 ? ` and ${months.length - 12} more` : "";
  return [{ kind: "text", text: `In the plan ${which}: ${named}${rest}.` }];
}

function supplySentences({ title, presence, supply }: ComparedSegment): readonly string[] {
  const where = presence === "both" ? title : `${title} (${presence})`;
  return supply.flatMap(({ team, to, brings, handsOver }) => {
    const who = team === undefined ? "Nobody's stages" : teamNames[team];
    return [
      ...sentence(
        brings,
        "new prospect",
        (more, numbers) => `${where}: ${who} must bring ${more} ${numbers}.`,
      ),
      ...sentence(
        handsOver,
        "prospect",
        (more, numbers) => `${where}: ${who} must lead ${more} into ${nameOf(to)} ${numbers}.`,
      ),
    ];
  });
}

/** A sentence about the sum of a series of whole prospects, and about when it moves if the sum does not. */
function sentence(
  { base, head, difference }: ComparedSeries,
  one: string,
  say: (more: string, numbers: string) => string,
): readonly string[] {
  const [before, after] = [total(base), total(head)];
  if (before !== after)
    return [
      say(moreOrFewer(after - before, one), `(${whole(before)} before, ${whole(after)} after)`),
    ];
  return difference.some((each) => each !== 0)
    ? [say(`as many ${one}s`, `(${whole(after)} before and after), but in other months`)]
    : [];
}

function segmentTable({ segments, base, head }: FunnelComparison): TableBlock {
  const withRevenue = base.currency === head.currency;
  const titles = [
    "New prospects",
    "Deals expected",
    ...(withRevenue ? [`New revenue expected (${head.currency})`] : []),
  ];
  return {
    kind: "table",
    caption: "Per segment over the whole plan, before and after",
    columns: [
      { title: "Segment", numeric: false },
      ...titles.flatMap((title) =>
        [`${title} before`, "after", "difference"].map((each) => ({ title: each, numeric: true })),
      ),
    ],
    rows: segments.map((segment) => [
      segment.presence === "both" ? segment.title : `${segment.title} (${segment.presence})`,
      ...totalCells(segment.newProspects, ceilRunningTotal, whole),
      ...totalCells(segment.wins, tenths, deals),
      ...(segment.revenue === undefined
        ? []
        : totalCells(segment.revenue.new, roundRunningTotal, shortMoney)),
    ]),
  };
}

/** Before, after and the difference of what is shown, so that the three agree. */
function totalCells(
  { base, head }: ComparedSeries,
  shown: (series: readonly number[]) => readonly number[],
  show: (value: number) => string,
): readonly Cell[] {
  const [before, after] = [total(shown(base)), total(shown(head))];
  const difference = Math.round((after - before) * 10) / 10;
  return [show(before), show(after), { text: signed(difference, show), tone: "strong" }];
}

function segmentBlocks(segment: ComparedSegment, { months }: FunnelComparison): readonly Block[] {
  const rows = segment.stages.flatMap((stage) => {
    const moved = wholeDifference(stage.entries, isSupplied(stage, segment));
    return moved.every((each) => each === 0) ? [] : [{ stage, moved }];
  });
  if (rows.length === 0) return [];
  const years = Array.from({ length: Math.ceil(months.length / 12) }, (_, year) => year * 12);
  return [
    { kind: "heading", level: 2, text: segment.title },
    { kind: "text", text: "Prospects entering each stage, more (+) or fewer (−) than before:" },
    ...years.map(
      (from): TableBlock => ({
        kind: "table",
        caption: `Difference in prospects entering each stage: ${segment.title}`,
        columns: [
          { title: "Entering", numeric: false },
          ...months
            .slice(from, from + 12)
            .map((month, index) => ({ title: shortMonth(month, index === 0), numeric: true })),
          { title: "Total", numeric: true },
        ],
        rows: rows.map(({ stage, moved }) => {
          const part = moved.slice(from, from + 12);
          const named = stage.presence === "both" ? "" : ` (${stage.presence})`;
          return [
            `${nameOf(stage.stage)}${named}`,
            ...[...part, total(part)].map((each) => signed(each, whole)),
          ];
        }),
      }),
    ),
  ];
}

/** True for a stage whose entries a function owes, which are rounded up like everything that is owed. */
const isSupplied = ({ stage, entries }: ComparedStage, segment: ComparedSegment): boolean =>
  segment.supply.some(({ to }) => to === stage) ||
  entries.head.every(
    (each, month) => Math.abs(each - (segment.newProspects.head[month] ?? 0)) < 1e-9,
  );

/** Whole prospects more or fewer, month by month; they add up, because both sides are rounded on their running totals. */
function wholeDifference({ base, head }: ComparedSeries, supplied: boolean): readonly number[] {
  const shown = supplied ? ceilRunningTotal : roundRunningTotal;
  const before = shown(base);
  return shown(head).map((each, month) => each - (before[month] ?? 0));
}
