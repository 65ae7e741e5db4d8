import {
  ceilRunningTotal,
  type ForecastAnswer,
  type SegmentForecast,
  type SureAnswer,
} from "../core/funnel/index.ts";
import { monthText, wholeAmountText } from "../core/wording.ts";
import type { Block, Cell, Report, TableBlock } from "./block.ts";
import { reachedSentence, sureBlocks } from "./how-sure.ts";
import { count, deals, monthSpan, shortMoney, shortMonth, whole } from "./number.ts";
import { shownWins } from "./shown.ts";
import { nameOf, total } from "./words.ts";

/** What an inflow brings, segment by segment, and how sure that is. */
export function forecastReport(answer: ForecastAnswer, sure: SureAnswer): Report {
  const { months, currency, segments } = answer;
  const expected = segments.reduce((sum, each) => sum + total(each.wins.expected), 0);
  const wanted = segments.reduce((sum, each) => sum + total(each.wins.target), 0);
  const inflow = segments.reduce(
    (sum, each) => sum + total(ceilRunningTotal(each.newProspects)),
    0,
  );
  const revenue = segments.reduce(
    (sum, each) =>
      sum +
      total(each.revenue.new.expected) +
      total(each.revenue.expansion.expected) +
      total(each.revenue.renewal.expected),
    0,
  );
  return [
    { kind: "heading", level: 1, text: `What to expect: ${answer.title}` },
    {
      kind: "text",
      tone: "quiet",
      text: `${monthSpan(months)}, as of ${answer.asOf}, amounts in ${currency}`,
    },
    {
      kind: "text",
      tone: "strong",
      text: `With ${count(inflow, "new prospect")}, ${deals(expected)} new deals are to be expected (${deals(wanted)} are wanted), and ${wholeAmountText(revenue, currency)} of revenue from new and existing business.`,
    },
    {
      kind: "text",
      text: reachedSentence(
        sure,
        segments.map((segment) => segment.newProspects),
      ),
    },
    ...segments.flatMap((segment) => segmentBlocks(segment, answer)),
    ...sureBlocks(sure),
  ];
}

function segmentBlocks(
  segment: SegmentForecast,
  { months, currency }: ForecastAnswer,
): readonly Block[] {
  const last = months.length - 1;
  const missing = total(segment.wins.target) - total(segment.wins.expected);
  return [
    { kind: "heading", level: 2, text: segment.title },
    {
      kind: "text",
      text:
        missing > 0.05
          ? `${deals(total(segment.wins.expected))} deals are to be expected by ${monthText(months[last] ?? "")}: ${deals(missing)} fewer than the ${deals(total(segment.wins.target))} wanted.`
          : `${deals(total(segment.wins.expected))} deals are to be expected by ${monthText(months[last] ?? "")}: the ${deals(total(segment.wins.target))} wanted are reached.`,
    },
    ...Array.from({ length: Math.ceil(months.length / 12) }, (_, year) =>
      table(segment, months, currency, year * 12, Math.min(months.length, year * 12 + 12)),
    ),
  ];
}

function table(
  segment: SegmentForecast,
  months: readonly string[],
  currency: string,
  from: number,
  until: number,
): TableBlock {
  const row = (
    title: string,
    series: readonly number[],
    show: (value: number) => string,
  ): readonly Cell[] => {
    const part = series.slice(from, until);
    const cell = (value: number): Cell => ({ text: show(value), value });
    return [title, ...part.map(cell), cell(total(part))];
  };
  const wins = shownWins(segment.wins);
  const kinds = (["new", "expansion", "renewal"] as const).filter(
    (kind) => total(segment.revenue[kind].target) + total(segment.revenue[kind].expected) > 0,
  );
  return {
    kind: "table",
    caption: `Expected: ${segment.title}`,
    columns: [
      { title: `Revenue in ${currency}`, numeric: false },
      ...months
        .slice(from, until)
        .map((month, index) => ({ title: shortMonth(month, index === 0), numeric: true })),
      { title: "Total", numeric: true },
    ],
    rows: [
      row("New prospects", ceilRunningTotal(segment.newProspects), whole),
      row("Deals wanted", wins.wanted, deals),
      row("Deals expected", wins.expected, deals),
      row("  from those on the way", wins.fromOpening, deals),
      ...kinds.flatMap((kind) => [
        row(`${nameOf(kind)} wanted`, segment.revenue[kind].target, shortMoney),
        row(`${nameOf(kind)} expected`, segment.revenue[kind].expected, shortMoney),
      ]),
    ],
  };
}
