import type {
  Influence,
  SegmentSensitivity,
  SensitivityAnswer,
  StepInfluence,
} from "../core/funnel/index.ts";
import { listText, monthText, numberText, shareText } from "../core/wording.ts";
import type { Block, Report, TableBlock, TornadoBlock } from "./block.ts";
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
import { count, dealCount, monthSpan, shortMonth } from "./number.ts";
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
        "A realistic change of a share is what its own count leaves open: one time in ten it turns out worse, one in ten better. An assumed share is taken as if 30 had been counted. Durations and values change by a tenth.",
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
const wide = 0.25;

function doubt(influence: Influence): string {
  if (influence.of !== "conversion") return "";
  const { counted, better, worse, value } = influence;
  if (better.value - worse.value < wide * value) return "";
  return counted === undefined
    ? " The range is wide because the share is assumed."
    : ` The range is wide because only ${numberText(counted)} were counted.`;
}

function tornado(answer: SensitivityAnswer, order: readonly Ranked[]): TornadoBlock {
  const title = `Revenue by the end of ${monthText(answer.deadline)} when one number changes`;
  return {
    kind: "tornado",
    title,
    description: `${title}; the strongest first: ${order.map((each) => `${labelled(each, answer)} ${signedMoney(each.influence.better.byDeadline.revenue)}`).join("; ")}.`,
    unit: `${answer.currency}; worse to the left, better to the right`,
    rows: order.map((each) => {
      const { of, worse, better } = each.influence;
      const side = ({ byDeadline }: Influence["better"]) => ({
        value: byDeadline.revenue,
        text: signedMoney(byDeadline.revenue),
      });
      return {
        title: labelled(each, answer),
        range: `${valueText(of, worse.value).replace(/ (?:%|days)$/, "")} to ${valueText(of, better.value)}`,
        worse: side(worse),
        better: side(better),
      };
    }),
  };
}

/** What a change by one per cent brings, in revenue: by the deadline and in the twelve months after. */
function perCent(
  { elasticity }: Influence,
  { planned }: SegmentSensitivity,
): { readonly now: number; readonly later: number } {
  const sum = ({ revenue }: SegmentSensitivity["planned"]["byDeadline"]): number =>
    revenue.new + revenue.expansion + revenue.renewal;
  return {
    now: (elasticity.revenue.byDeadline * sum(planned.byDeadline)) / 100,
    later: (elasticity.revenue.yearAfter * sum(planned.yearAfter)) / 100,
  };
}

/** The share of what a change brings that comes by the deadline. */
function paysNow(influence: Influence, segment: SegmentSensitivity): number | undefined {
  const { now, later } = perCent(influence, segment);
  return now + later > 0 && now >= 0 && later >= 0 ? now / (now + later) : undefined;
}

function segmentBlocks(segment: SegmentSensitivity, answer: SensitivityAnswer): readonly Block[] {
  return [
    { kind: "heading", level: 2, text: segment.title },
    { kind: "text", text: whenItPays(segment, answer) },
    stepTable(segment, answer),
  ];
}

/** Late steps pay this year, early ones the next: told by the first and the last step before the sale. */
function whenItPays(segment: SegmentSensitivity, { deadline }: SensitivityAnswer): string {
  const by = monthText(deadline);
  const before = segment.influences.filter(
    (each): each is StepInfluence => each.of === "conversion" && each.beforeSale,
  );
  const [first, last] = [before[0], before.at(-1)];
  const [early, late] = [first, last].map((each) =>
    each === undefined ? undefined : paysNow(each, segment),
  );
  if (first === undefined || last === undefined || early === undefined || late === undefined)
    return `What a tenth more and a tenth faster brings at each step, by the end of ${by} and in the twelve months after:`;
  const differs =
    first !== last && late - early > 0.02
      ? `, at ${stepName(first)} ${shareText(Number(early.toFixed(2)))}: late steps pay sooner, early ones later`
      : "";
  return `Of what more going on at ${stepName(last)} brings, ${shareText(Number(late.toFixed(2)))} comes by the end of ${by}${differs}.`;
}

function stepTable(
  segment: SegmentSensitivity,
  { currency, deadline }: SensitivityAnswer,
): TableBlock {
  const by = `by ${shortMonth(deadline, true)}`;
  const numbers = [
    "Go on",
    `10 % more: ${by}`,
    "year after",
    `comes ${by}`,
    `1 point more: ${by}`,
    "Days",
    `10 % faster: ${by}`,
    "year after",
  ];
  const steps = segment.influences.flatMap((each) => (each.of === "conversion" ? [each] : []));
  const values = segment.influences.flatMap((each) => (each.of === "value" ? [each] : []));
  return {
    kind: "table",
    caption: `What each step brings, in ${currency}: ${segment.title}`,
    columns: [
      { title: "Step", numeric: false },
      ...numbers.map((title) => ({ title, numeric: true })),
    ],
    rows: [
      ...steps.map((each) => {
        const duration = segment.influences.find(
          (other) => other.of === "duration" && other.step === each.step,
        );
        return [
          stepName(each),
          shareText(each.value),
          ...tenth(each, segment),
          signedMoney(perCent(each, segment).now / each.value),
          ...(duration === undefined
            ? ["–", "–", "–"]
            : [
                numberText(duration.value),
                signedMoney(duration.better.byDeadline.revenue),
                signedMoney(duration.better.yearAfter.revenue),
              ]),
        ];
      }),
      ...values.map((each) => [
        `${influenceName(each)}, ${numberText(each.value, 0)}`,
        "–",
        ...tenth(each, segment),
        "–",
        "–",
        "–",
        "–",
      ]),
    ],
  };
}

function tenth(influence: Influence, segment: SegmentSensitivity): readonly string[] {
  const { now, later } = perCent(influence, segment);
  const pays = paysNow(influence, segment);
  return [
    signedMoney(10 * now),
    signedMoney(10 * later),
    pays === undefined ? "–" : `${numberText(pays * 100, 0)} %`,
  ];
}
