import type { Influence, SensitivityAnswer } from "../core/funnel/index.ts";
import { listText, monthText, numberText, shareText } from "../core/wording.ts";
import type { Report, TornadoBlock, TornadoRow } from "./block.ts";
import { closingBlocks } from "./closing.ts";
import {
  dealNames,
  influenceName,
  type Ranked,
  ranked,
  roundAmount,
  signedMoney,
  stepName,
  valueText,
} from "./influence-words.ts";
import { count, dealCount, monthSpan } from "./number.ts";
import { segmentBlocks } from "./sensitivity-steps.ts";
import { teamNames } from "./words.ts";

/** How many numbers are told in words, and how many are drawn. */
const [told, drawn] = [5, 12];

/** What moves a plan's result most: the handful in words, a drawing, then every step of each segment. */
export function sensitivityReport(answer: SensitivityAnswer): Report {
  const { months, asOf, currency, segments } = answer;
  const order = ranked(segments);
  const inflow = segments.reduce((sum, each) => sum + Math.ceil(each.newProspects - 1e-9), 0);
  const open = segments.filter(({ shortfalls }) => shortfalls.length > 0);
  return [
    { kind: "heading", level: 1, text: `What matters: ${answer.title}` },
    {
      kind: "text",
      tone: "quiet",
      text: `${monthSpan(months)}, as of ${asOf}, amounts in ${currency}`,
    },
    { kind: "text", tone: "strong", text: verdict(answer, order) },
    { kind: "list", items: order.slice(0, told).map((each) => sentenceOf(each, answer)) },
    ...(order.length === 0 ? [] : [tornado(answer, order.slice(0, drawn))]),
    ...segments.flatMap((segment) => segmentBlocks(segment, answer)),
    ...(open.length === 0
      ? []
      : [{ kind: "heading" as const, level: 2 as const, text: "What would close the gaps" }]),
    ...open.flatMap((segment) => closingBlocks(segment, segment.shortfalls, months, currency)),
    { kind: "heading", level: 2, text: "How to read this" },
    {
      kind: "list",
      items: [
        `Each number is changed by itself, from the plan's first day and for those on the way too, while the same ${count(inflow, "new prospect")} come in. Revenue is that of new deals, expansions and renewals.`,
        "A realistic change of a share is what its own count leaves open: one time in ten it turns out worse, one in ten better. An assumed share is taken as if the fewest had been counted that tell anything: 30, and 5 who went on. Durations and values change by a tenth.",
        "In the tables, 10 % more is a tenth more who go on (or that a deal brings), 1 point more is one in a hundred more, 10 % faster is a tenth less time. The columns beside it say what comes in the twelve months after, and which share of both comes by the deadline.",
        "What comes in the twelve months after is from those who came in before. A shorter step brings the same deals sooner, so it takes from the time after what it gives now.",
      ],
    },
  ];
}

const labelled = ({ segment, influence }: Ranked, { segments }: SensitivityAnswer): string =>
  segments.length > 1 ? `${segment.title}: ${influenceName(influence)}` : influenceName(influence);

function verdict(answer: SensitivityAnswer, order: readonly Ranked[]): string {
  const by = monthText(answer.deadline);
  if (order.length === 0) return `No number of the plan moves its revenue by the end of ${by}.`;
  const names = order.slice(0, 3).map(({ segment, influence }) => {
    const what =
      influence.of === "value"
        ? `what ${dealNames[influence.business]} brings`
        : influence.of === "duration"
          ? `how long ${stepName(influence)} takes`
          : `how many go on from ${stepName(influence)}`;
    return answer.segments.length > 1 ? `${what} in ${segment.title}` : what;
  });
  return `What moves the revenue by the end of ${by} most: ${listText(names)}.`;
}

/** What the change for the better brings, when, and how sure the number is. */
function sentenceOf(each: Ranked, answer: SensitivityAnswer): string {
  const { influence } = each;
  const { better, value } = influence;
  const { currency } = answer;
  const team =
    influence.of === "value" || influence.team === undefined
      ? ""
      : ` (${teamNames[influence.team]})`;
  const what = {
    conversion: `${shareText(better.value)} going on instead of ${shareText(value)}`,
    duration: `${numberText(better.value)} days instead of ${numberText(value)}`,
    value: `${roundAmount(better.value, currency)} instead of ${roundAmount(value, currency)}`,
  }[influence.of];
  const { deals } = better.byDeadline;
  const also = deals > 0.05 ? ` (${dealCount(deals)})` : "";
  const now = `brings ${roundAmount(better.byDeadline.revenue, currency)} more by the end of ${monthText(answer.deadline)}${also}`;
  const fewer =
    influence.newProspects < -0.5
      ? `; or the same targets take ${count(-influence.newProspects, "new prospect")} fewer`
      : "";
  return `${labelled(each, answer)}${team}: ${what} ${now}${after(influence, currency)}${fewer}.${doubt(influence)}`;
}

/** What the change for the better brings or takes after the deadline; nothing when that is next to nothing. */
function after({ better }: Influence, currency: string): string {
  const { revenue } = better.yearAfter;
  if (Math.abs(revenue) < 0.01 * better.byDeadline.revenue) return "";
  return revenue > 0
    ? ` and ${roundAmount(revenue, currency)} more in the twelve months after`
    : ` and takes ${roundAmount(-revenue, currency)} from the twelve months after`;
}

/** A range this wide, relative to the value, is told with what it rests on. */
const wide = 0.4;

function doubt(influence: Influence): string {
  if (influence.of !== "conversion") return "";
  const { counted, better, worse, value } = influence;
  if (better.value - worse.value < wide * value) return "";
  return counted === undefined
    ? " The range is wide because the share is assumed."
    : ` The range is wide because only ${numberText(counted)} were counted.`;
}

const side = ({ byDeadline }: Influence["better"]): TornadoRow["better"] => ({
  value: byDeadline.revenue,
  text: signedMoney(byDeadline.revenue),
});

function tornado(answer: SensitivityAnswer, order: readonly Ranked[]): TornadoBlock {
  const title = `Revenue by the end of ${monthText(answer.deadline)} when one number changes`;
  return {
    kind: "tornado",
    title,
    description: `${title}; the strongest first: ${order.map((each) => `${labelled(each, answer)} ${signedMoney(each.influence.better.byDeadline.revenue)}`).join("; ")}.`,
    unit: `${answer.currency}; worse to the left, better to the right`,
    rows: order.map((each) => {
      const { of, worse, better } = each.influence;
      return {
        title: labelled(each, answer),
        range: `${valueText(of, worse.value).replace(/ (?:%|days)$/, "")} to ${valueText(of, better.value)}`,
        worse: side(worse),
        better: side(better),
      };
    }),
  };
}
