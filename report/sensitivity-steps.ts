import type {
  Influence,
  SegmentSensitivity,
  SensitivityAnswer,
  StepInfluence,
} from "../core/funnel/index.ts";
import { monthText, numberText, shareText } from "../core/wording.ts";
import type { Block, Cell, TableBlock } from "./block.ts";
import { influenceName, signedMoney, stepName } from "./influence-words.ts";
import { shortMonth } from "./number.ts";

const sumOf = ({ revenue }: SegmentSensitivity["planned"]["byDeadline"]): number =>
  revenue.new + revenue.expansion + revenue.renewal;

/** What a change by one per cent brings, in revenue: by the deadline and in the twelve months after. */
function perCent(
  { elasticity }: Influence,
  { planned }: SegmentSensitivity,
): { readonly now: number; readonly later: number } {
  return {
    now: (elasticity.revenue.byDeadline * sumOf(planned.byDeadline)) / 100,
    later: (elasticity.revenue.yearAfter * sumOf(planned.yearAfter)) / 100,
  };
}

/** The share of what a change brings that comes by the deadline. */
function paysNow(influence: Influence, segment: SegmentSensitivity): number | undefined {
  const { now, later } = perCent(influence, segment);
  return now + later > 0 && now >= 0 && later >= 0 ? now / (now + later) : undefined;
}

/** When a better step of a segment pays, in a sentence, and what each step brings. */
export function segmentBlocks(
  segment: SegmentSensitivity,
  answer: SensitivityAnswer,
): readonly Block[] {
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
          moneyCell(perCent(each, segment).now / each.value),
          ...(duration === undefined
            ? ["", "", ""]
            : [
                numberText(duration.value),
                moneyCell(duration.better.byDeadline.revenue),
                moneyCell(duration.better.yearAfter.revenue),
              ]),
        ];
      }),
      ...values.map((each) => [
        `${influenceName(each)}, ${numberText(each.value, 0)}`,
        "",
        ...tenth(each, segment),
        "",
        "",
        "",
        "",
      ]),
    ],
  };
}

const moneyCell = (value: number): Cell => ({ text: signedMoney(value), value });

function tenth(influence: Influence, segment: SegmentSensitivity): readonly Cell[] {
  const { now, later } = perCent(influence, segment);
  const pays = paysNow(influence, segment);
  return [
    moneyCell(10 * now),
    moneyCell(10 * later),
    pays === undefined ? "" : `${numberText(pays * 100, 0)} %`,
  ];
}
