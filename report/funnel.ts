import type { Month } from "../core/calendar-date.ts";
import {
  ceilRunningTotal,
  type FunnelAnswer,
  type SegmentFunnel,
  type Shortfall,
  type SureAnswer,
} from "../core/funnel/index.ts";
import { listText, numberText, roughText } from "../core/wording.ts";
import type { Block, Report } from "./block.ts";
import { costBlocks } from "./cost.ts";
import { exchangeBlocks } from "./exchange-rates.ts";
import { existingBusiness } from "./existing-business.ts";
import { explanation } from "./funnel-explained.ts";
import { howMany, teamSentences, verdict } from "./funnel-sentences.ts";
import { atAGlance, standingSentences } from "./funnel-standing.ts";
import { inflowTable, outcomeTable, segmentTable, stageTable, yearly } from "./funnel-tables.ts";
import { whatToDo } from "./funnel-to-do.ts";
import { sureBlocks } from "./how-sure.ts";
import { monthSpan } from "./number.ts";
import { workloadBlocks } from "./workload.ts";

/**
 * What a plan needs, segment by segment: sentences first, then the numbers.
 *
 * @param shortfalls By segment, what would close what new prospects cannot; given where every month is to be explained too.
 */
export function funnelReport(
  answer: FunnelAnswer,
  sure: SureAnswer,
  shortfalls?: ReadonlyMap<string, readonly Shortfall[]>,
): Report {
  return [
    ...funnelSummary(answer, sure),
    ...sureBlocks(sure),
    ...workloadBlocks(answer),
    ...costBlocks(answer),
    ...answer.segments.flatMap((segment) => [
      ...segmentBlocks(segment, answer),
      ...(shortfalls === undefined
        ? []
        : explanation(segment, shortfalls.get(segment.segment) ?? [], answer)),
    ]),
    ...exchangeBlocks(answer),
    { kind: "heading", level: 2, text: "How to read this" },
    {
      kind: "list",
      items: [
        "New prospects and prospects entering a stage are whole people, rounded up over the running total so that a promise never falls short by a fraction. Deals are averages and keep one decimal.",
        "Running total: all deals since the plan's first month. A month stands ok when its running total can be reached; decided when new prospects buy too late to close its gap; stretch when it takes more new prospects than the agreed recovery allows; impossible when nobody new can buy in time.",
        recoveryText(answer),
        "On the way: the opening pipeline of targets.json, counted for the plan's first day.",
        answer.monthsBeyond > 0
          ? `Whoever comes in late in the plan buys after it, so ${answer.monthsBeyond} months after the plan were worked out too; without them the last months would ask for nobody.`
          : "What comes after the plan was left out, as agreed; the last months ask for fewer prospects because of that.",
      ],
    },
  ];
}

/** What recovery is, and how much of it was agreed. */
function recoveryText({ segments }: FunnelAnswer): string {
  const sizes = segments.map(
    ({ title, effort }) => `${roughText(effort.naturalInflow)} for ${title}`,
  );
  const recovery = segments[0]?.effort.recovery ?? 1;
  return `Natural inflow: the new prospects in a month who would serve the targets if nobody were on the way and nothing urgent (${listText(sizes)}). Recovery (${numberText(recovery, 2)}, in targets.json): to catch up, no running total is asked for that so many times the natural inflow, kept up from the first month, would not bring; a single month may ask for more.`;
}

/** The verdict, what each function must do, new prospects by month, and revenue. */
export function funnelSummary(answer: FunnelAnswer, sure: SureAnswer): Report {
  const { months, currency } = answer;
  return [
    { kind: "heading", level: 1, text: `What the plan needs: ${answer.title}` },
    {
      kind: "text",
      tone: "quiet",
      text: `${monthSpan(months)}, as of ${answer.asOf}, amounts in ${currency}`,
    },
    { kind: "text", tone: "strong", text: verdict(answer) },
    { kind: "list", items: [...teamSentences(answer), ...atAGlance(answer, sure)] },
    { kind: "text", text: "New prospects who must come in, month by month:" },
    ...yearly(months).map((range) => inflowTable(answer, range)),
    { kind: "text", text: "Over the whole plan:" },
    segmentTable(answer),
  ];
}

function segmentBlocks(segment: SegmentFunnel, answer: FunnelAnswer): readonly Block[] {
  const { months, currency } = answer;
  return [
    { kind: "heading", level: 2, text: segment.title },
    { kind: "text", text: howMany(segment, months) },
    {
      kind: "list",
      items: [
        ...standingSentences(segment, months),
        ...whatToDo(segment, months),
        ...existingBusiness(segment, months, currency),
      ],
    },
    requiredChart(segment, months),
    {
      kind: "text",
      text: "Prospects entering each stage when the new ones come in, and who answers for the stage:",
    },
    ...yearly(months).map((range) => stageTable(segment, months, range)),
    { kind: "text", text: `New deals, and revenue in ${currency}:` },
    ...yearly(months).map((range) => outcomeTable(segment, months, range, currency)),
  ];
}

function requiredChart(segment: SegmentFunnel, months: readonly Month[]): Block {
  const first = segment.stages.find((stage) => stage.beforeSale);
  return {
    kind: "chart",
    title: `New prospects: ${segment.title}`,
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
