import {
  type ChancePart,
  ceilRunningTotal,
  type PeriodChance,
  type SegmentChance,
  type SureAnswer,
} from "../core/funnel/index.ts";
import { listText, monthText, numberText, shareText } from "../core/wording.ts";
import type { Block, Cell, TableBlock } from "./block.ts";
import { count, dealCount, deals, monthSpan, shortMoney, whole } from "./number.ts";
import { total } from "./words.ts";

/** How sure it is that deals are reached, in a sentence and in a table; chances are told as so many of 100. */

/** A chance as people say it: `54 of 100`; the ends are told without claiming certainty that a model cannot give. */
export function of100(chance: number): string {
  const hundredths = Math.round(chance * 100);
  if (hundredths >= 100) return "over 99 of 100";
  return hundredths <= 0 ? "under 1 of 100" : `${hundredths} of 100`;
}

/** Whole new prospects of all segments until a month, exclusive; each segment rounded up over its running total. */
function prospects(series: readonly (readonly number[])[], until: number): number {
  return series.reduce((sum, each) => sum + total(ceilRunningTotal(each).slice(0, until)), 0);
}

const yearOf = ({ periods }: ChancePart): PeriodChance | undefined =>
  periods.find(({ kind }) => kind === "year");

/** Whose deals they are, and how often the first year turns out well: `the year's 224.8 deals are reached in 54 of 100 such years`. */
function reached({ months, sizing }: SureAnswer, target: number, chance: number): string {
  const wanted = dealCount(target);
  const often = of100(chance);
  if (sizing.until < 12) {
    const by = monthText(months[sizing.until - 1] ?? "");
    return `the ${wanted} wanted by ${by} are reached in ${often} such plans`;
  }
  return `the ${months.length > 12 ? "first year's" : "year's"} ${wanted} are reached in ${often} such years`;
}

/** What it takes to be as sure as agreed, after a semicolon. */
function whatItTakes({ sizing }: SureAnswer, now: number): string {
  const { confidence, factor, newProspects, until } = sizing;
  const sure = `${shareText(confidence)} sure`;
  if (factor === 1) return `that is enough to be ${sure}`;
  if (newProspects === null) return `no number of new prospects makes it ${sure}`;
  const then = prospects(newProspects, until);
  const more = now === 0 ? "" : ` (${shareText(Math.round((then / now - 1) * 100) / 100)} more)`;
  return `to be ${sure} bring in ${whole(then)}${more}`;
}

/** How often the first year's deals are reached with this inflow, to be ended or gone on with. */
function howOften(answer: SureAnswer, inflow: readonly (readonly number[])[]): string {
  const target = yearOf(answer.total)?.own.target ?? 0;
  if (target < 0.05) return "No deals are wanted in the first year, so none can be missed";
  const now = prospects(inflow, answer.sizing.until);
  const from = now === 0 ? "With nobody new" : `With ${count(now, "new prospect")}`;
  return `${from} ${reached(answer, target, answer.sizing.chance)}`;
}

/**
 * How often the first year's deals are reached with this inflow.
 *
 * @param inflow New prospects per segment, shape `[month]`.
 */
export const reachedSentence = (
  answer: SureAnswer,
  inflow: readonly (readonly number[])[],
): string => `${howOften(answer, inflow)}.`;

/**
 * The same for the inflow that the plan asks for, and how many prospects it takes to be as sure as agreed. How other
 * inflows would have to grow is no question of the plan.
 */
export function sureSentence(answer: SureAnswer, inflow: readonly (readonly number[])[]): string {
  const often = howOften(answer, inflow);
  if ((yearOf(answer.total)?.own.target ?? 0) < 0.05) return `${often}.`;
  return `${often}; ${whatItTakes(answer, prospects(inflow, answer.sizing.until))}.`;
}

const isRough = (segment: SegmentChance): boolean =>
  segment.fewObservations && (yearOf(segment)?.own.target ?? 0) > 0;

/** What the chances rest on, where that is little; and what is not in them. */
export function sureNotes(answer: SureAnswer): readonly string[] {
  const rough = answer.segments.filter(isRough).map(({ title }) => title);
  const guessed = answer.segments.flatMap(({ title, assumed }) =>
    assumed.length === 0 ? [] : [`${listText(assumed.map((each) => each.title))} in ${title}`],
  );
  return [
    ...(rough.length === 0
      ? []
      : [
          `Few observations: too little was counted in ${listText(rough)}, so the chances there are rough; count more, or take a similar segment's rates.`,
        ]),
    ...(guessed.length === 0
      ? []
      : [
          `Assumed, not measured: ${listText(guessed)}; taken to rest on the fewest that count as measured (30 who entered, 5 who went on).`,
        ]),
    "The chances allow for luck and for how many prospects each rate was counted from. Durations and deal values are taken as they are, and renewals and expansions are not in them.",
  ];
}

/** A period as tables name it: `March 2027`, `January to March 2027`, or the year. */
function periodTitle(months: readonly string[], { kind, from, until }: PeriodChance): string {
  if (kind === "month") return monthText(months[from] ?? "");
  const [first = "", last = ""] = [months[from], months[until - 1]];
  if (kind === "year" && until - from === 12 && first.endsWith("-01")) return first.slice(0, 4);
  if (first === last) return monthText(first);
  return first.slice(0, 4) === last.slice(0, 4)
    ? `${monthText(first).split(" ")[0] ?? ""} to ${monthText(last)}`
    : monthSpan([first, last]);
}

const between = (low: number, high: number, show: (value: number) => string): string =>
  `${show(low)} to ${show(high)}`;

function periodRow(answer: SureAnswer, period: PeriodChance): readonly Cell[] {
  const { own, running, revenue } = period;
  const title = periodTitle(answer.months, period);
  return [
    period.kind === "month" ? title : { text: title, tone: "strong" },
    deals(own.target),
    deals(own.expected),
    between(own.low, own.high, whole),
    own.target === 0 ? "" : of100(own.chance),
    running.target === 0 ? "" : of100(running.chance),
    between(revenue.low, revenue.high, shortMoney),
  ];
}

/** Every period of the plan; a plan of more than a year is told by quarters and years. */
function sureTable(answer: SureAnswer): TableBlock {
  const long = answer.months.length > 12;
  const shown = answer.total.periods.filter(({ kind, from, until }) =>
    // A plan of a month or a quarter is told once.
    kind === "month"
      ? !long
      : until - from > 1 && (kind === "year" || until - from < answer.months.length),
  );
  const often = `in ${numberText(answer.interval * 100, 1)} of 100 cases`;
  return {
    kind: "table",
    caption: "How sure",
    columns: [
      { title: "New deals", numeric: false },
      { title: "Wanted", numeric: true },
      { title: "Expected", numeric: true },
      { title: `Deals ${often}`, numeric: true },
      { title: "Reached in", numeric: true },
      { title: "Running total in", numeric: true },
      { title: `New revenue (${answer.currency}) ${often}`, numeric: true },
    ],
    rows: shown.map((period) => periodRow(answer, period)),
  };
}

/** Nothing where no deals are wanted; else segments in a line each, what the chances rest on, and those of every month, quarter and year. */
export function sureBlocks(answer: SureAnswer): readonly Block[] {
  if (answer.total.periods.every(({ own }) => own.target === 0)) return [];
  return [
    { kind: "heading", level: 2, text: "How sure" },
    {
      kind: "list",
      items: [...(answer.segments.length > 1 ? segmentLines(answer) : []), ...sureNotes(answer)],
    },
    {
      kind: "text",
      text: `By ${answer.months.length > 12 ? "" : "month, "}quarter and year${answer.segments.length > 1 ? ", all segments together" : ""}:`,
    },
    sureTable(answer),
  ];
}

/** Segments beyond so many are in the JSON alone. */
const mostLines = 12;

function segmentLines({ segments, interval }: SureAnswer): readonly string[] {
  const lines = segments.slice(0, mostLines).flatMap((segment) => {
    const year = yearOf(segment)?.own;
    if (year === undefined || year.target < 0.05) return [];
    return [
      `${segment.title}: ${dealCount(year.target)} wanted, reached in ${of100(year.chance)}; ${between(year.low, year.high, whole)} in ${numberText(interval * 100, 1)} of 100.`,
    ];
  });
  return segments.length > mostLines
    ? [...lines, `${whole(segments.length - mostLines)} more segments: see --format json.`]
    : lines;
}
