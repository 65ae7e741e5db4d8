import type { Month } from "../core/calendar-date.ts";
import type { FunnelAnswer, MonthStatus, SegmentFunnel, SureAnswer } from "../core/funnel/index.ts";
import { monthsText, monthText } from "../core/wording.ts";
import { effortText, isOrAre } from "./funnel-words.ts";
import { sureSentence } from "./how-sure.ts";
import { dealCount } from "./number.ts";
import { shownDeals } from "./shown.ts";

/** Sentences that say where months stand: what is decided, what is out of reach, and when it is made good. */

/** The months of these statuses in which something is missing, shape `[month]`. */
export const flagged = (
  segment: SegmentFunnel,
  ...statuses: readonly MonthStatus[]
): readonly boolean[] => {
  const { short } = shownDeals(segment);
  return segment.standing.map(
    (each, month) => statuses.includes(each.status) && (short[month] ?? 0) > 0,
  );
};

/** What is already decided, what is out of reach, and when it is made good. */
export function standingSentences(
  segment: SegmentFunnel,
  months: readonly Month[],
): readonly string[] {
  const sentences = [...lostSentences(segment, months)];
  const back = backOnTarget(segment);
  if (back === 0) sentences.push("The running total of deals can be reached in every month.");
  else if (back === undefined) {
    sentences.push(
      `The shortfall is not made good within the plan: ${dealCount(shownDeals(segment).short.at(-1) ?? 0)} ${isOrAre(shownDeals(segment).short.at(-1) ?? 0)} missing at its end.`,
    );
  } else {
    sentences.push(
      `From ${monthText(months[back] ?? "")} on the running total of deals is back on target.`,
    );
  }
  return sentences;
}

/** The months that cannot be saved any more by new prospects alone, and why; none when every month can. */
export function lostSentences(segment: SegmentFunnel, months: readonly Month[]): readonly string[] {
  return lostMonths(segment, months).map(({ label, text }) => `${label}: ${text}.`);
}

/** One kind of lost months. */
interface LostMonths {
  readonly label: "Impossible" | "Already decided" | "Beyond the agreed effort";
  readonly text: string;
}

function lostMonths(segment: SegmentFunnel, months: readonly Month[]): readonly LostMonths[] {
  const kinds = [
    ["impossible", "Impossible", "nobody who comes in now can buy in time"],
    ["decided", "Already decided", "new prospects buy too late to close the gap"],
    [
      "stretch",
      "Beyond the agreed effort",
      `it would take more new prospects than the agreed recovery of ${effortText(segment)}, kept up from the start`,
    ],
  ] as const;
  return kinds.flatMap(([status, label, why]): readonly LostMonths[] => {
    const flags = flagged(segment, status);
    if (!flags.some(Boolean)) return [];
    const worst = worstShortfall(segment, flags);
    const by = monthText(months[worst.month] ?? "");
    const alone = flags.filter(Boolean).length === 1;
    return [
      {
        label,
        text: `${monthsText(months.filter((_, index) => flags[index]))}; ${why}, and ${dealCount(worst.short)} ${isOrAre(worst.short)} missing from the running total by the end of ${by}${alone ? "" : ", the worst of these months"}`,
      },
    ];
  });
}

/** The first month from which nothing is missing; 0 when nothing ever is, `undefined` when something still is at the end. */
export function backOnTarget(segment: SegmentFunnel): number | undefined {
  const { short } = shownDeals(segment);
  const last = short.findLastIndex((each) => each > 0);
  return last === short.length - 1 ? undefined : last + 1;
}

/** The month of these in which most is missing from the running total, and how many deals. */
export function worstShortfall(
  segment: SegmentFunnel,
  flags: readonly boolean[],
): { readonly month: number; readonly short: number } {
  let worst = { month: 0, short: 0 };
  for (const [month, short] of shownDeals(segment).short.entries()) {
    if (flags[month] === true && short > worst.short) worst = { month, short };
  }
  return worst;
}

const line = (name: string, parts: readonly string[], otherwise: string): string =>
  `${name}: ${parts.length === 0 ? otherwise : parts.join("; ")}.`;

/** A sentence that goes on after a colon. */
const inSentence = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** What is decided and out of reach over the whole plan, and how sure its first year is; a line each. */
export function atAGlance(answer: FunnelAnswer, sure: SureAnswer): readonly string[] {
  const { months, segments } = answer;
  const label = (segment: SegmentFunnel, text: string): string =>
    segments.length > 1 ? `${segment.title}: ${text}` : text;
  const lost = (kind: LostMonths["label"]): readonly string[] =>
    segments.flatMap((segment) =>
      lostMonths(segment, months)
        .filter((each) => each.label === kind)
        .map((each) => label(segment, each.text)),
    );
  return [
    line("Already decided", lost("Already decided"), "nothing; no month is lost"),
    line("Impossible", lost("Impossible"), "nothing"),
    ...(lost("Beyond the agreed effort").length === 0
      ? []
      : [line("Beyond the agreed effort", lost("Beyond the agreed effort"), "")]),
    `How sure: ${inSentence(
      sureSentence(
        sure,
        segments.map(({ newProspects }) => newProspects),
      ),
    )}`,
  ];
}
