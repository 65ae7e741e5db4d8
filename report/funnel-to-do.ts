import type { Month } from "../core/calendar-date.ts";
import { type SegmentFunnel, supplyOf } from "../core/funnel/index.ts";
import { listText, monthsText, monthText } from "../core/wording.ts";
import { flagged, worstShortfall } from "./funnel-standing.ts";
import { atStart, effortText, nobody, wholeNew } from "./funnel-words.ts";
import { count, dealCount, whole } from "./number.ts";
import { shownEntries } from "./shown.ts";
import { nameOf, total } from "./words.ts";

/** Sentences that say what to do about it. */

/** The last two stages before the sale in which somebody is when the plan starts; nothing when nobody is. */
function lateStages(segment: SegmentFunnel): string {
  const late = segment.stages.filter((stage) => stage.beforeSale && atStart(stage) > nobody);
  return listText(late.slice(-2).map((stage) => nameOf(stage.stage)));
}

/** What to do about it, first things first. */
export function whatToDo(segment: SegmentFunnel, months: readonly Month[]): readonly string[] {
  const sentences: string[] = [];
  const lost = flagged(segment, "decided", "impossible", "stretch");
  if (lost.some(Boolean)) {
    const worst = worstShortfall(segment, lost);
    const late = lateStages(segment);
    const ways = [
      ...(late === ""
        ? []
        : [
            `win ${dealCount(worst.short)} more by the end of ${monthText(months[worst.month] ?? "")} among those now in ${late}, or win them earlier`,
          ]),
      ...harder(segment, months, lost),
      "agree a lower target for these months",
    ];
    sentences.push(
      `For ${monthsText(months.filter((_, index) => lost[index]))}: ${ways.join("; or ")}.`,
    );
  }
  const series = wholeNew(segment);
  if (total(series) === 0) return sentences;
  const driving = monthsText(months.filter((_, index) => segment.standing[index]?.driving));
  sentences.push(
    `In ${monthText(months[0] ?? "")}: bring in ${count(series[0] ?? 0, "new prospect")}${firstHandOver(segment)}.${driving === "" ? "" : ` How many are needed is set by the running total due at the end of ${driving}.`}`,
  );
  return sentences;
}

/** More effort than was agreed, where it would help; with the months, when it does not help in all that are lost. */
function harder(
  segment: SegmentFunnel,
  months: readonly Month[],
  lost: readonly boolean[],
): readonly string[] {
  const flags = flagged(segment, "stretch");
  if (!flags.some(Boolean)) return [];
  const all = lost.every((each, month) => each === flags[month]);
  const helps = monthsText(months.filter((_, index) => flags[index]));
  return [
    `agree on more recovery than ${effortText(segment)}${all ? "" : `, which helps in ${helps} only`}`,
  ];
}

/** What the first hand-over takes in the first month, and how many of them are on the way already. */
function firstHandOver(segment: SegmentFunnel): string {
  const handOver = supplyOf(segment)[0];
  if (handOver === undefined || handOver.to.business === "new") return "";
  const row = segment.stages.indexOf(handOver.to);
  const sum = shownEntries(segment)[row]?.[0] ?? 0;
  const known = Math.min(sum, Math.round(handOver.to.fromOpening[0] ?? 0));
  const of = known > 0 ? ` (${whole(known)} of them are on the way already)` : "";
  return `, and see ${whole(sum)} reach ${nameOf(handOver.to.stage)}${of}`;
}
