import { type Month } from "../core/calendar-date.ts";
import {
  ceilRunningTotal,
  type FunnelAnswer,
  type MonthStatus,
  roundRunningTotal,
  type SegmentFunnel,
} from "../core/funnel/index.ts";
import { type Block, type Cell, type Report, type TableBlock } from "./block.ts";
import {
  atAGlance,
  howMany,
  standingSentences,
  teamSentences,
  verdict,
  whatToDo,
} from "./funnel-sentences.ts";
import { few, listed, monthName, shortMoney, shortMonth, whole } from "./number.ts";
import { nameOf, total } from "./words.ts";

/** What a plan needs, segment by segment: sentences first, then the numbers. */
export function funnelReport(answer: FunnelAnswer): Report {
  return [
    ...funnelSummary(answer),
    ...answer.segments.flatMap((segment) => segmentBlocks(segment, answer)),
    { kind: "heading", level: 2, text: "How to read this" },
    {
      kind: "list",
      items: [
        "Prospects count when they enter a stage. Each column is a calendar month; every stage comes from the same run, day by day.",
        "New prospects are rounded up so that no target is missed by a fraction; other numbers are rounded so that columns add up.",
        "Standing of a month's running total: ok (it can be reached), stretch (only beyond the agreed effort), decided (new prospects come too late), impossible (nobody new can buy in time).",
        answer.monthsBeyond > 0
          ? `The last months also serve what comes after the plan: ${answer.monthsBeyond} more months were worked out.`
          : "What comes after the plan was left out.",
        "These are expected values: about as likely to be exceeded as missed.",
      ],
    },
  ];
}

/** The verdict, what each function must do, and one line per segment. */
export function funnelSummary(answer: FunnelAnswer): Report {
  const { months, segments, currency } = answer;
  return [
    { kind: "heading", level: 1, text: `What the plan needs: ${answer.title}` },
    {
      kind: "text",
      tone: "quiet",
      text: `${monthName(months[0] ?? "")} to ${monthName(months.at(-1) ?? "")}, as of ${answer.asOf}, amounts in ${currency}`,
    },
    { kind: "text", tone: "strong", text: verdict(answer) },
    { kind: "list", items: [...teamSentences(answer), ...atAGlance(answer)] },
    { kind: "text", text: "Per segment over the whole plan:" },
    {
      kind: "table",
      caption: "Per segment",
      columns: [
        { title: "Segment", numeric: false },
        { title: "New prospects", numeric: true },
        { title: "Deals wanted", numeric: true },
        { title: "Deals expected", numeric: true },
        { title: "Worst shortfall", numeric: true },
        { title: `New revenue wanted (${currency})`, numeric: true },
        { title: `Expected (${currency})`, numeric: true },
      ],
      rows: segments.map((segment) => [
        segment.title,
        whole(total(ceilRunningTotal(segment.newProspects))),
        few(total(segment.wins.target)),
        few(total(segment.wins.expected)),
        worstCell(segment, months),
        shortMoney(total(segment.revenue.new.target)),
        shortMoney(total(segment.revenue.new.expected)),
      ]),
    },
  ];
}

function worstCell(segment: SegmentFunnel, months: readonly Month[]): Cell {
  const worst = Math.max(...segment.standing.map((each) => each.shortfall));
  if (!(worst > 1e-6)) return { text: "none", tone: "good" };
  const month = segment.standing.findIndex((each) => each.shortfall === worst);
  return { text: `${few(worst)} by ${shortMonth(months[month] ?? "", true)}`, tone: "warning" };
}

function segmentBlocks(segment: SegmentFunnel, answer: FunnelAnswer): readonly Block[] {
  const { months } = answer;
  return [
    { kind: "heading", level: 2, text: segment.title },
    { kind: "text", text: howMany(segment, months) },
    { kind: "list", items: [...standingSentences(segment, months), ...whatToDo(segment, months)] },
    requiredChart(segment, months),
    { kind: "text", text: "Prospects who must enter each stage:" },
    ...yearly(months).map((range) => stageTable(segment, months, range)),
    { kind: "text", text: "What comes of it:" },
    ...yearly(months).map((range) => outcomeTable(segment, months, range)),
  ];
}

/** A half-open range of months. */
type MonthRange = readonly [from: number, until: number];

/** Ranges of at most twelve months, so that a table fits its reader. */
function yearly(months: readonly Month[]): readonly MonthRange[] {
  return Array.from(
    { length: Math.ceil(months.length / 12) },
    (_, year): MonthRange => [year * 12, Math.min(months.length, year * 12 + 12)],
  );
}

function monthColumns(
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

function row(
  title: Cell,
  series: readonly number[],
  [from, until]: MonthRange,
  show: (value: number) => string,
): readonly Cell[] {
  const part = series.slice(from, until);
  return [title, ...part.map(show), show(total(part))];
}

function stageTable(
  segment: SegmentFunnel,
  months: readonly Month[],
  range: MonthRange,
): TableBlock {
  // The first stage repeats those from outside, unless others come back to it.
  const stages = segment.stages.filter(
    (stage, index) =>
      (stage.beforeSale || stage.business === "new") &&
      (index > 0 || total(stage.entries) - total(stage.fromOutside) > 0.5),
  );
  return {
    kind: "table",
    caption: `Prospects who must enter each stage: ${segment.title}`,
    columns: monthColumns("Entering", months, range),
    rows: [
      row(
        { text: `New, into ${entered(segment)}`, tone: "strong" },
        ceilRunningTotal(segment.newProspects),
        range,
        whole,
      ),
      ...stages.map((stage, index) =>
        row(
          index === 0 && total(stage.fromOutside) > 0
            ? `${nameOf(stage.stage)}, with those back`
            : nameOf(stage.stage),
          roundRunningTotal(stage.entries),
          range,
          whole,
        ),
      ),
    ],
  };
}

/** The stages into which new prospects come from outside. */
function entered(segment: SegmentFunnel): string {
  return listed(
    segment.stages
      .filter((stage) => stage.beforeSale && total(stage.fromOutside) > 0)
      .map((stage) => nameOf(stage.stage)),
  );
}

function outcomeTable(
  segment: SegmentFunnel,
  months: readonly Month[],
  range: MonthRange,
): TableBlock {
  const [from, until] = range;
  const standing = segment.standing.slice(from, until);
  const booked = (["expansion", "renewal"] as const).filter(
    (kind) => total(segment.revenue[kind].target) > 0 || total(segment.revenue[kind].expected) > 0,
  );
  return {
    kind: "table",
    caption: `What comes of it: ${segment.title}`,
    columns: monthColumns("Deals", months, range),
    rows: [
      row("Wanted", segment.wins.target, range, few),
      row({ text: "Expected", tone: "strong" }, segment.wins.expected, range, few),
      row("  from those on the way", segment.wins.fromOpening, range, few),
      [
        "Short, running total",
        ...standing.map(
          (each): Cell =>
            each.shortfall > 1e-6 ? { text: few(each.shortfall), tone: "warning" } : "–",
        ),
        "",
      ],
      ...(segment.standing.every((each) => fine.includes(each.status))
        ? []
        : [["Standing", ...standing.map((each) => standingCell(each.status)), ""]]),
      row("New revenue expected", segment.revenue.new.expected, range, shortMoney),
      ...booked.flatMap((kind) => [
        row(`${nameOf(kind)} wanted`, segment.revenue[kind].target, range, shortMoney),
        row(`${nameOf(kind)} expected`, segment.revenue[kind].expected, range, shortMoney),
      ]),
    ],
  };
}

const fine: readonly MonthStatus[] = ["covered", "reachable"];

function standingCell(status: MonthStatus): Cell {
  if (fine.includes(status)) return "ok";
  return { text: status, tone: status === "impossible" ? "bad" : "warning" };
}

function requiredChart(segment: SegmentFunnel, months: readonly Month[]): Block {
  const first = segment.stages.find((stage) => stage.beforeSale);
  return {
    kind: "chart",
    title: `New prospects and deals: ${segment.title}`,
    description: howMany(segment, months),
    unit: "prospects a month",
    months,
    bars: [
      {
        title: "New prospects needed",
        values: ceilRunningTotal(segment.newProspects),
        tone: "required",
      },
      { title: "Coming back", values: returning(first, segment), tone: "opening" },
    ],
    lines: [],
  };
}

/** Those who enter the first stage without coming from outside: they left earlier and come back. */
function returning(
  first: SegmentFunnel["stages"][number] | undefined,
  segment: SegmentFunnel,
): readonly number[] {
  return segment.newProspects.map((_, month) =>
    Math.max(0, (first?.entries[month] ?? 0) - (first?.fromOutside[month] ?? 0)),
  );
}
