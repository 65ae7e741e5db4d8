import type { Month } from "../core/calendar-date.ts";
import type { FunnelAnswer, SegmentFunnel, Shortfall } from "../core/funnel/index.ts";
import { monthsText, monthText, numberText } from "../core/wording.ts";
import type { Block } from "./block.ts";
import { closingBlocks } from "./closing.ts";
import { isOrAre, wholeNew } from "./funnel-words.ts";
import { count, dealCount, whole } from "./number.ts";
import { shownDeals } from "./shown.ts";

/** Why each month asks for so many, a sentence each, and what would close what is out of reach. */
export function explanation(
  segment: SegmentFunnel,
  shortfalls: readonly Shortfall[],
  { months, currency }: FunnelAnswer,
): readonly Block[] {
  return [
    { kind: "heading", level: 3, text: `Why so many: ${segment.title}` },
    { kind: "list", items: months.map((month, index) => monthSentence(segment, month, index)) },
    ...closingBlocks(segment, shortfalls, months, currency),
  ];
}

/** Running totals that pull less than this on a month's number are not named. */
const leastPull = 0.05;

/** What one month asks for, from the natural inflow and from what presses; and what no effort can change in it. */
function monthSentence(segment: SegmentFunnel, month: Month, index: number): string {
  const natural = segment.naturalInflow[index] ?? 0;
  const asked = segment.newProspects[index] ?? 0;
  const number = wholeNew(segment)[index] ?? 0;
  const pressure = natural > 0 ? asked / natural : 0;
  const rounded = numberText(pressure, 2);
  const times = rounded === "1" ? "as many as" : `${rounded} times`;
  const { short } = shownDeals(segment);
  const status = segment.standing[index]?.status;
  const missing = short[index] ?? 0;
  const lost =
    missing > 0 && (status === "decided" || status === "impossible")
      ? ` Its own running total is decided by those on the way: ${dealCount(missing)} ${isOrAre(missing)} missing whatever comes in.`
      : "";
  if (number === 0) {
    const why = missing > 0 ? "nobody new can help in time" : "those who come in before are enough";
    return `${monthText(month)}: no new prospects; ${why}.${lost}`;
  }
  return `${monthText(month)}: ${count(number, "new prospect")}, ${times} the natural inflow of ${whole(natural)}; ${drivers(segment, month)}.${lost}`;
}

/** The running totals that those who enter in a month still serve. */
function drivers({ driving }: SegmentFunnel, month: Month): string {
  const served = driving.filter((each) => each.month >= month && each.pull >= leastPull);
  if (served.length > 0)
    return `driven by the running total due at the end of ${monthsText(served.map((each) => each.month))}`;
  return "no running total presses, so it follows the targets and keeps steady";
}
