import {
  type ExchangeRate,
  type FunnelAnswer,
  lastUsefulEntry,
  monthsToYearEnd,
  type SegmentFunnel,
} from "../core/funnel/index.ts";
import { dateText, monthText, numberText, shareText } from "../core/wording.ts";
import type { Block, TableBlock } from "./block.ts";
import { count } from "./number.ts";
import { nameOf } from "./words.ts";

/** What one prospect is worth at every stage: a sentence, the table of all segments, and how to read it. */
export function exchangeBlocks(answer: FunnelAnswer): readonly Block[] {
  if (answer.segments.every(({ exchangeRates }) => exchangeRates.length === 0)) return [];
  const by = monthText(deadlineOf(answer).month);
  return [
    { kind: "heading", level: 2, text: "What a prospect is worth at each stage" },
    { kind: "text", text: answer.segments.flatMap(comparison).join(" ") },
    exchangeTable(answer),
    {
      kind: "list",
      items: [
        `Last useful entry: of those who enter the stage later and ever buy, fewer than one in ten do so by the end of ${by}.`,
        "On a dashboard: those who go on divided by those who enter, both counted within the plan. It is no rate, because those who go on entered earlier; where entries grow, it is below the agreed share with nothing wrong.",
      ],
    },
  ];
}

function deadlineOf({ months, asOf }: FunnelAnswer): {
  readonly month: string;
  readonly count: number;
} {
  const passed = monthsToYearEnd(months, asOf);
  return { month: months[passed - 1] ?? "", count: passed };
}

/** The last stage before the sale against the first: how many of one are worth one of the other, and how much sooner they buy. */
function comparison({ title, exchangeRates }: SegmentFunnel): readonly string[] {
  const [first, last] = [exchangeRates[0], exchangeRates.at(-1)];
  if (first === undefined || last === undefined || first === last) return [];
  const times = last.dealsPerProspect / first.dealsPerProspect;
  if (!Number.isFinite(times)) return [];
  const sooner = (first.daysToWin.q50 ?? 0) - (last.daysToWin.q50 ?? 0);
  const days =
    sooner >= 1 && last.daysToWin.q50 !== null && first.daysToWin.q50 !== null
      ? ` and buys ${count(sooner, "day")} sooner`
      : "";
  return [
    `${title}: one at ${nameOf(last.stage)} is worth ${numberText(Number(times.toPrecision(2)))} at ${nameOf(first.stage)}${days}.`,
  ];
}

const numeric = (title: string): TableBlock["columns"][number] => ({ title, numeric: true });

const days = (value: number | null): string => (value === null ? "" : numberText(value, 0));

function exchangeTable(answer: FunnelAnswer): TableBlock {
  const { months, segments } = answer;
  const deadline = deadlineOf(answer).count;
  const row = ({ title }: SegmentFunnel, rate: ExchangeRate): readonly string[] => {
    const { q10, q50, q90 } = rate.daysToWin;
    const last = lastUsefulEntry(q10, months, deadline);
    return [
      title,
      nameOf(rate.stage),
      rate.dealsPerProspect > 0 ? numberText(1 / rate.dealsPerProspect) : "",
      days(q10),
      days(q50),
      days(q90),
      last === null ? "too late" : dateText(last),
      shareText(rate.conversion),
      rate.periodRatio === null ? "" : shareText(rate.periodRatio),
    ];
  };
  return {
    kind: "table",
    caption: "What a prospect is worth at each stage",
    columns: [
      { title: "Segment", numeric: false },
      { title: "Entering", numeric: false },
      numeric("For one deal"),
      numeric("Days: one in ten"),
      numeric("half"),
      numeric("nine in ten"),
      numeric("Last useful entry"),
      numeric("Go on, agreed"),
      numeric("on a dashboard"),
    ],
    rows: segments.flatMap((segment) => segment.exchangeRates.map((rate) => row(segment, rate))),
  };
}
