import { type Month } from "../core/calendar-date.ts";
import {
  ceilRunningTotal,
  type FunnelAnswer,
  type MonthStatus,
  type SegmentFunnel,
  supplyOf,
} from "../core/funnel/index.ts";
import { count, few, listed, monthName, monthRuns, percent, whole } from "./number.ts";
import { nameOf, teamNames, total } from "./words.ts";

/** Sentences that answer a leader's questions: how many, when, what is decided, what is impossible, what to do. */

const none = 1e-6;

/** New prospects of a segment as a team must supply them. */
const wholeNew = (segment: SegmentFunnel): readonly number[] =>
  ceilRunningTotal(segment.newProspects);

/** How many new prospects, by when, for how many deals. */
export function howMany(segment: SegmentFunnel, months: readonly Month[]): string {
  const series = wholeNew(segment);
  const sum = total(series);
  const wanted = total(segment.wins.target);
  const way = total(segment.wins.fromOpening);
  if (sum === 0) {
    return `Nobody new is needed: those already on the way bring ${few(way)} of the ${few(wanted)} deals wanted.`;
  }
  const most = Math.max(...series);
  const least = Math.min(...series);
  const monthOf = (value: number): string => monthName(months[series.indexOf(value)] ?? "");
  const span =
    most === least
      ? `${whole(most)} every month`
      : `at most ${whole(most)} (${monthOf(most)}), at least ${whole(least)} (${monthOf(least)}) a month`;
  return (
    `${count(sum, "new prospect is", "new prospects are")} needed: ${span}. ` +
    `Of those who come in, ${percent(segment.winRate)} ever buy${daysSentence(segment)}. ` +
    `${few(wanted)} deals are wanted; those already on the way bring ${few(way)} of them.`
  );
}

function daysSentence(segment: SegmentFunnel): string {
  const { q10, q50, q90 } = segment.daysToWin;
  if (q10 === null || q50 === null || q90 === null) return "";
  if (q10 === q90) return `, after ${count(q50, "day")}`;
  return `, half of them within ${count(q50, "day")}, most after ${whole(q10)} to ${count(q90, "day")}`;
}

const flagged = (segment: SegmentFunnel, ...statuses: readonly MonthStatus[]): readonly boolean[] =>
  segment.standing.map((each) => statuses.includes(each.status) && each.shortfall > none);

/** What is already decided, what is impossible, what only a greater effort reaches, and when it is made good. */
export function standingSentences(
  segment: SegmentFunnel,
  months: readonly Month[],
): readonly string[] {
  const sentences: string[] = [];
  const impossible = flagged(segment, "impossible");
  const decided = flagged(segment, "decided");
  const stretch = flagged(segment, "stretch");
  const shortIn = (flags: readonly boolean[]): string => {
    const worst = worstShortfall(segment, flags);
    return `${few(worst.shortfall)} deals short in the running total at worst (${monthName(months[worst.month] ?? "")})`;
  };
  if (impossible.some(Boolean)) {
    sentences.push(
      `Impossible: nobody who comes in now can buy in time for ${monthRuns(months, impossible)}: ${shortIn(impossible)}.`,
    );
  }
  if (decided.some(Boolean)) {
    sentences.push(
      `Already decided: ${monthRuns(months, decided)} hang on those already on the way; new prospects come too late for them. ${capital(shortIn(decided))}, however many you find.`,
    );
  }
  if (stretch.some(Boolean)) {
    sentences.push(
      `Out of reach at the agreed effort: ${monthRuns(months, stretch)}: ${shortIn(stretch)}.`,
    );
  }
  const anyShort = segment.standing.some((each) => each.shortfall > none);
  const last = segment.standing.at(-1);
  if (!anyShort) sentences.push("Every month's running total can be reached.");
  else if (last !== undefined && last.shortfall > none) {
    sentences.push(
      `The shortfall is not made good within the plan: ${few(last.shortfall)} deals are missing at its end.`,
    );
  } else {
    const back = segment.standing.findLastIndex((each) => each.shortfall > none) + 1;
    sentences.push(`From ${monthName(months[back] ?? "")} on the running total is back on target.`);
  }
  return sentences;
}

function worstShortfall(
  segment: SegmentFunnel,
  flags: readonly boolean[],
): { readonly month: number; readonly shortfall: number } {
  let worst = { month: 0, shortfall: 0 };
  for (const [month, each] of segment.standing.entries()) {
    if (flags[month] === true && each.shortfall > worst.shortfall)
      worst = { month, shortfall: each.shortfall };
  }
  return worst;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What to do about it. */
export function whatToDo(segment: SegmentFunnel, months: readonly Month[]): readonly string[] {
  const sentences: string[] = [];
  const lost = flagged(segment, "decided", "impossible", "stretch");
  if (lost.some(Boolean)) {
    const late = segment.stages.filter(
      (stage) => stage.beforeSale && total(stage.fromOpening) + (stage.stock[0] ?? 0) > none,
    );
    const names = late.slice(-2).map((stage) => nameOf(stage.stage));
    sentences.push(
      `For ${monthRuns(months, lost)} only those already on the way can still help: win more of those in ${listed(names)}, or sooner; or agree a lower target for these months.`,
    );
  }
  const series = wholeNew(segment);
  const driving = monthRuns(
    months,
    segment.standing.map((each) => each.driving),
  );
  const first = series[0] ?? 0;
  if (total(series) > 0) {
    const handOver = supplyOf(segment)[0];
    const onward =
      handOver === undefined || handOver.to.business === "new"
        ? ""
        : `, and hand over ${whole(handOver.handsOver[0] ?? 0)} at ${nameOf(handOver.to.stage)}`;
    sentences.push(
      `In ${monthName(months[0] ?? "")} bring in ${count(first, "new prospect")}${onward}${driving === "" ? "" : `; the deadline that drives the plan is ${driving}`}.`,
    );
  }
  return sentences;
}

/** What each function must do over the whole plan, a sentence each. */
export function teamSentences(answer: FunnelAnswer): readonly string[] {
  const supplies = answer.segments.flatMap((segment) => supplyOf(segment));
  const teams = [...new Set(supplies.map((each) => each.team))];
  return teams.flatMap((team) => {
    if (team === undefined) return [];
    const own = supplies.filter((each) => each.team === team);
    const brings = own.reduce((sum, each) => sum + total(each.brings), 0);
    const parts: string[] = [];
    if (brings > 0) parts.push(`brings in ${count(brings, "new prospect")}`);
    const handed = new Map<string, number>();
    for (const each of own) {
      const sale = each.to.business === "new";
      const to = sale
        ? ""
        : `${nameOf(each.to.stage)}${each.to.team === undefined ? "" : ` (${teamNames[each.to.team]})`}`;
      handed.set(to, (handed.get(to) ?? 0) + total(each.handsOver));
    }
    for (const [to, sum] of handed) {
      parts.push(
        to === "" ? `wins ${count(sum, "deal")}` : `takes ${whole(sum)} prospects on to ${to}`,
      );
    }
    return [`${teamNames[team]} ${listed(parts)}.`];
  });
}

/** The verdict over all segments in one or two sentences. */
export function verdict(answer: FunnelAnswer): string {
  const wanted = answer.segments.reduce((sum, each) => sum + total(each.wins.target), 0);
  const needed = answer.segments.reduce((sum, each) => sum + total(wholeNew(each)), 0);
  const short = answer.segments.filter((each) =>
    each.standing.some((month) => month.shortfall > none),
  );
  const open = short.filter((each) => (each.standing.at(-1)?.shortfall ?? 0) > none);
  const need = `To win ${few(wanted)} new deals, ${count(needed, "new prospect")} must come in between ${monthName(answer.months[0] ?? "")} and ${monthName(answer.months.at(-1) ?? "")}.`;
  if (short.length === 0) return `${need} Every target can be reached.`;
  const names = (list: readonly SegmentFunnel[]): string => listed(list.map((each) => each.title));
  if (open.length === 0) {
    return `${need} ${names(short)} ${short.length === 1 ? "falls" : "fall"} short for some months and ${short.length === 1 ? "is" : "are"} back on target within the plan.`;
  }
  return `${need} ${names(open)} cannot reach the target within the plan.`;
}
