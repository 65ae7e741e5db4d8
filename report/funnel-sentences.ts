import type { Month } from "../core/calendar-date.ts";
import { type FunnelAnswer, type SegmentFunnel, supplyOf } from "../core/funnel/index.ts";
import { listText, monthText, shareText } from "../core/wording.ts";
import { backOnTarget } from "./funnel-standing.ts";
import { whyMost } from "./funnel-why-most.ts";
import { atStart, isOrAre, nobody, wholeNew } from "./funnel-words.ts";
import { count, dealCount, deals, monthSpan, whole } from "./number.ts";
import { shownDeals, shownEntries } from "./shown.ts";
import { nameOf, teamNames, total } from "./words.ts";

/** Sentences that answer a leader's first questions: how many, by when, who brings them, and is it enough. */

/** Prospects before the sale when the plan starts. */
export function alreadyOnTheWay(segment: SegmentFunnel): number {
  return segment.stages
    .filter((stage) => stage.beforeSale)
    .reduce((sum, stage) => sum + atStart(stage), 0);
}

/** What those bring who are on the way already. */
function wayBrings(segment: SegmentFunnel): string {
  const way = alreadyOnTheWay(segment);
  if (way < nobody) return "nobody is on the way yet";
  const brings = deals(total(shownDeals(segment).fromOpening));
  return `the ${count(way, "prospect")} already on the way bring ${brings}`;
}

/** How many new prospects, by when, and what deals they make. */
export function howMany(segment: SegmentFunnel, months: readonly Month[]): string {
  const series = wholeNew(segment);
  const sum = total(series);
  const { wanted, fromNew } = shownDeals(segment);
  const asked = `${dealCount(total(wanted))} ${isOrAre(total(wanted))} wanted`;
  if (sum === 0) {
    const why =
      backOnTarget(segment) === 0 ? "Nobody new is needed" : "Nobody new can help in time";
    return `${why}: ${asked}; ${wayBrings(segment)}.`;
  }
  const most = Math.max(...series);
  const least = Math.min(...series);
  const monthOf = (value: number): string => monthText(months[series.indexOf(value)] ?? "");
  const span =
    most === least
      ? `${whole(most)} every month`
      : `most in ${monthOf(most)} (${whole(most)}), fewest in ${monthOf(least)} (${whole(least)})`;
  const later = sum * segment.winRate - total(fromNew);
  return (
    `${count(sum, "new prospect is", "new prospects are")} needed: ${span}. ` +
    `${asked}: ${wayBrings(segment)}, the new ones bring ${deals(total(fromNew))}` +
    `${later >= 0.05 ? ` and about ${deals(later)} more after the plan` : ""}. ` +
    `Of new prospects ${shareText(segment.winRate)} ever buy${daysSentence(segment)}.` +
    whyMost(segment, months)
  );
}

function daysSentence(segment: SegmentFunnel): string {
  const { q10, q50, q90 } = segment.daysToWin;
  if (q10 === null || q50 === null || q90 === null) return "";
  if (q10 === q90) return `, after ${count(q50, "day")}`;
  return `; of those who buy, half do so within ${count(q50, "day")} and nine in ten within ${count(q90, "day")}`;
}

/** What each function must do over the whole plan, a sentence each. */
export function teamSentences(answer: FunnelAnswer): readonly string[] {
  const supplies = answer.segments.flatMap((segment) => supplyOf(segment));
  const teams = [...new Set(supplies.map((each) => each.team))];
  return teams.flatMap((team) => {
    if (team === undefined) return [];
    const own = supplies.filter((each) => each.team === team);
    const brings = own.reduce((sum, each) => sum + total(each.brings), 0);
    const parts = brings > 0 ? [`brings in ${count(brings, "new prospect")}`] : [];
    const handed = new Map<string, number>();
    for (const each of own.filter((run) => run.to.business !== "new")) {
      const to = `${each.to.team === undefined ? "" : `to ${teamNames[each.to.team]} `}at ${nameOf(each.to.stage)}`;
      const segment = answer.segments.find((known) => known.segment === each.segment);
      const row = segment?.stages.indexOf(each.to) ?? -1;
      const shown = segment === undefined ? [] : (shownEntries(segment)[row] ?? []);
      handed.set(to, (handed.get(to) ?? 0) + total(shown));
    }
    for (const [to, sum] of handed)
      if (sum > 0) parts.push(`hands ${count(sum, "prospect")} over ${to}`);
    const selling = own.filter((run) => run.to.business === "new").map((run) => run.segment);
    if (selling.length > 0) parts.push(dealsOf(answer, selling));
    return parts.length === 0 ? [] : [`${teamNames[team]} ${listText(parts)}.`];
  });
}

function dealsOf(answer: FunnelAnswer, segments: readonly string[]): string {
  const shown = answer.segments.filter((each) => segments.includes(each.segment)).map(shownDeals);
  type Pick = (each: (typeof shown)[number]) => readonly number[];
  const all = (pick: Pick): number => shown.reduce((so, each) => so + total(pick(each)), 0);
  const sum = (pick: Pick): string => deals(all(pick));
  return `wins ${dealCount(all((each) => each.expected))} (${sum((each) => each.fromOpening)} from prospects already on the way, ${sum((each) => each.fromNew)} from new ones; ${sum((each) => each.wanted)} ${isOrAre(all((each) => each.wanted))} wanted)`;
}

const titles = (list: readonly SegmentFunnel[]): string => listText(list.map((each) => each.title));

/** The verdict over all segments in one or two sentences. */
export function verdict(answer: FunnelAnswer): string {
  const wanted = answer.segments.reduce((sum, each) => sum + total(shownDeals(each).wanted), 0);
  const needed = answer.segments.reduce((sum, each) => sum + total(wholeNew(each)), 0);
  const short = answer.segments.filter((each) => backOnTarget(each) !== 0);
  const when = `${answer.months.length === 1 ? "in" : "from"} ${monthSpan(answer.months)}`;
  if (wanted === 0 && needed === 0)
    return `No new deals are wanted, so no new prospects are needed ${when}.`;
  if (needed === 0 && short.length === 0)
    return `No new prospects are needed ${when}: ${dealCount(wanted)} ${isOrAre(wanted)} wanted, and those already on the way bring them, on average.`;
  const win = `To win ${dealCount(wanted).replace(" ", " new ")}`;
  const need =
    needed === 0
      ? `${win}, no new prospect can help in time ${when}.`
      : `${win}, ${count(needed, "new prospect")} must come in ${when}.`;
  if (short.length === 0) return `${need} Then every target is met, on average.`;
  const open = short.filter((each) => backOnTarget(each) === undefined);
  if (open.length > 0) {
    return `${need} ${needed === 0 ? "The" : "Even then the"} target is not met within the plan in: ${titles(open)}.`;
  }
  return `${need} Then every target is met by the end of the plan, on average; some months fall short in: ${titles(short)}.`;
}
