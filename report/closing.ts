import type { Month } from "../core/calendar-date.ts";
import type { Lever, SegmentSensitivity, Shortfall } from "../core/funnel/index.ts";
import { listText, monthsText, monthText, numberText, shareText } from "../core/wording.ts";
import type { Block } from "./block.ts";
import { isOrAre } from "./funnel-words.ts";
import { stepName } from "./influence-words.ts";
import { dealCount } from "./number.ts";

/** What would close the shortfalls of a segment: for each a sentence, the levers that do it alone with their size, and those that do not. */
export function closingBlocks(
  { title }: Pick<SegmentSensitivity, "title">,
  shortfalls: readonly Shortfall[],
  months: readonly Month[],
  currency: string,
): readonly Block[] {
  return shortfalls.flatMap((shortfall): readonly Block[] => {
    const span = monthsText(months.slice(shortfall.from, shortfall.through + 1));
    const worst = monthText(months[shortfall.worst] ?? "");
    const closing = shortfall.levers.flatMap((lever): readonly Row[] => {
      const row = closingRow(lever, worst, currency);
      return row === undefined ? [] : [row];
    });
    const alone =
      closing.length === 1
        ? "No other number closes it alone; only a lower target does:"
        : `${shortfall.newProspects === "required" ? "With the same new prospects" : "With as many new prospects as the agreed recovery allows"}, each of these closes it alone:`;
    return [
      {
        kind: "text",
        text: `${title}, ${span}: ${dealCount(shortfall.deals)} ${isOrAre(shortfall.deals)} missing from the running total at worst, by the end of ${worst}. ${alone}`,
      },
      {
        kind: "table",
        caption: `What closes ${span}: ${title}`,
        columns: [
          { title: "What changes", numeric: false },
          { title: "Agreed", numeric: true },
          { title: "Closes at", numeric: true },
          { title: "Change", numeric: true },
        ],
        rows: closing,
      },
      ...notAlone(shortfall.levers),
    ];
  });
}

type Row = readonly [what: string, agreed: string, closedAt: string, change: string];

const up = (value: number, step: number): number => Math.ceil(value / step - 1e-6) * step;
const down = (value: number, step: number): number => Math.floor(value / step + 1e-6) * step;

/** The change in per cent, with its sign. */
const relative = (from: number, to: number): string =>
  `${to > from ? "+" : ""}${numberText((to / from - 1) * 100)} %`;

/** A lever that closes the shortfall; its size is rounded to the side that still closes it. */
function closingRow(lever: Lever, worst: string, currency: string): Row | undefined {
  const { closedAt, value } = lever;
  if (closedAt === null) return undefined;
  switch (lever.of) {
    case "conversion": {
      const share = up(closedAt, 0.001);
      const points = `+${numberText((share - value) * 100)} points`;
      return [`${stepName(lever)}: go on`, shareText(value), shareText(share), points];
    }
    case "duration": {
      const days = down(closedAt, 0.1);
      const agreed = `${numberText(value)} days`;
      return [
        `${stepName(lever)}: time`,
        agreed,
        `${numberText(days)} days`,
        relative(value, days),
      ];
    }
    case "value": {
      const amount = up(closedAt, 1);
      const text = [value, amount].map((each) => numberText(each, 0));
      return [
        `Value of a new deal (${currency})`,
        text[0] ?? "",
        text[1] ?? "",
        relative(value, amount),
      ];
    }
    case "recovery": {
      const times = up(closedAt, 0.01);
      const text = [value, times].map((each) => `${numberText(each, 2)} times`);
      return [
        "Recovery, with more new prospects",
        text[0] ?? "",
        text[1] ?? "",
        relative(value, times),
      ];
    }
    case "target": {
      const deals = down(closedAt, 0.1);
      return [
        `Deals wanted by the end of ${worst}`,
        numberText(value),
        numberText(deals),
        `${numberText(deals - value)} deals`,
      ];
    }
    default:
      return lever satisfies never;
  }
}

/** Which levers do not do it alone, however far they are moved. */
function notAlone(levers: readonly Lever[]): readonly Block[] {
  const open = levers.filter(({ closedAt }) => closedAt === null);
  const steps = (of: "conversion" | "duration"): readonly string[] =>
    open.flatMap((lever) => (lever.of === of ? [stepName(lever)] : []));
  const parts = [
    ...(steps("conversion").length === 0
      ? []
      : [`everybody going on from ${listText(steps("conversion"))}`]),
    ...(steps("duration").length === 0
      ? []
      : [`a tenth of the time for ${listText(steps("duration"))}`]),
    ...(open.some(({ of }) => of === "recovery") ? ["any number of new prospects"] : []),
    ...(open.some(({ of }) => of === "value") ? ["any value of a new deal"] : []),
  ];
  return parts.length === 0
    ? []
    : [{ kind: "text", tone: "quiet", text: `Not enough alone: ${parts.join("; ")}.` }];
}
