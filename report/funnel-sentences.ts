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
  const sentences = [...lostSentences(segment, months)];
  const back = backOnTarget(segment);
  if (back === 0) sentences.push("Every month's running total can be reached.");
  else if (back === undefined) {
    const missing = segment.standing.at(-1)?.shortfall ?? 0;
    sentences.push(
      `The shortfall is not made good within the plan: ${few(missing)} deals are missing at its end.`,
    );
  } else {
    sentences.push(`From ${monthName(months[back] ?? "")} on the running total is back on target.`);
  }
  return sentences;
}

/** The months that cannot be saved any more, and why; none when every month can. */
export function lostSentences(segment: SegmentFunnel, months: readonly Month[]): readonly string[] {
  const sentences: string[] = [];
  const say = (flags: readonly boolean[], words: (when: string, short: string) => string): void => {
    if (!flags.some(Boolean)) return;
    const worst = worstShortfall(segment, flags);
    const short = `${few(worst.shortfall)} deals short in the running total by ${monthName(months[worst.month] ?? "")}`;
    sentences.push(words(monthRuns(months, flags), short));
  };
  say(
    flagged(segment, "impossible"),
    (when, short) => `Impossible: nobody who comes in now can buy in time for ${when}; ${short}.`,
  );
  say(
    flagged(segment, "decided"),
    (when, short) =>
      `Already decided: ${when} rest on those already on the way, because new prospects buy too late for them; ${short}, however many you find.`,
  );
  say(
    flagged(segment, "stretch"),
    (when, short) => `Out of reach at the agreed effort: ${when}; ${short}.`,
  );
  return sentences;
}

/** The first month from which nothing is missing; 0 when nothing ever is, `undefined` when something still is at the end. */
export function backOnTarget(segment: SegmentFunnel): number | undefined {
  const last = segment.standing.findLastIndex((each) => each.shortfall > none);
  return last === segment.standing.length - 1 ? undefined : last + 1;
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

/** The last two stages before the sale in which somebody is. */
function lateStages(segment: SegmentFunnel): string {
  const late = segment.stages.filter(
    (stage) => stage.beforeSale && total(stage.fromOpening) + (stage.stock[0] ?? 0) > none,
  );
  return listed(late.slice(-2).map((stage) => nameOf(stage.stage)));
}

/** What to do about it. */
export function whatToDo(segment: SegmentFunnel, months: readonly Month[]): readonly string[] {
  const sentences: string[] = [];
  const lost = flagged(segment, "decided", "impossible", "stretch");
  if (lost.some(Boolean)) {
    sentences.push(
      `For ${monthRuns(months, lost)} only those already on the way can still help: win more of those in ${lateStages(segment)}, or sooner; or agree a lower target for these months.`,
    );
  }
  const series = wholeNew(segment);
  if (total(series) === 0) return sentences;
  const driving = monthRuns(
    months,
    segment.standing.map((each) => each.driving),
  );
  const handOver = supplyOf(segment)[0];
  const onward =
    handOver === undefined || handOver.to.business === "new"
      ? ""
      : ` and ${whole(handOver.handsOver[0] ?? 0)} must reach ${nameOf(handOver.to.stage)}`;
  sentences.push(
    `In ${monthName(months[0] ?? "")} ${count(series[0] ?? 0, "new prospect")} must come in${onward}.${driving === "" ? "" : ` What drives the numbers is the running total due in ${driving}.`}`,
  );
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
    const parts = brings > 0 ? [`brings in ${count(brings, "new prospect")}`] : [];
    const handed = new Map<string, number>();
    for (const each of own.filter((run) => run.to.business !== "new")) {
      const to = `${each.to.team === undefined ? "" : `to ${teamNames[each.to.team]} `}at ${nameOf(each.to.stage)}`;
      handed.set(to, (handed.get(to) ?? 0) + total(each.handsOver));
    }
    for (const [to, sum] of handed) parts.push(`hands ${count(sum, "prospect")} over ${to}`);
    const sales = own.filter((run) => run.to.business === "new").map((run) => run.segment);
    if (sales.length > 0) {
      const segments = answer.segments.filter((each) => sales.includes(each.segment));
      const deals = segments.reduce((sum, each) => sum + total(each.wins.expected), 0);
      const wanted = segments.reduce((sum, each) => sum + total(each.wins.target), 0);
      parts.push(`makes ${few(deals)} deals of them (${few(wanted)} are wanted)`);
    }
    return parts.length === 0 ? [] : [`${teamNames[team]} ${listed(parts)}.`];
  });
}

const titles = (list: readonly SegmentFunnel[]): string => listed(list.map((each) => each.title));

/** The verdict over all segments in one or two sentences. */
export function verdict(answer: FunnelAnswer): string {
  const wanted = answer.segments.reduce((sum, each) => sum + total(each.wins.target), 0);
  const needed = answer.segments.reduce((sum, each) => sum + total(wholeNew(each)), 0);
  const need = `To win ${few(wanted)} new deals, ${count(needed, "new prospect")} must come in from ${monthName(answer.months[0] ?? "")} to ${monthName(answer.months.at(-1) ?? "")}.`;
  const short = answer.segments.filter((each) => backOnTarget(each) !== 0);
  if (short.length === 0) return `${need} Every target can be reached.`;
  const open = short.filter((each) => backOnTarget(each) === undefined);
  if (open.length > 0)
    return `${need} The target cannot be reached within the plan in: ${titles(open)}.`;
  return `${need} Every target is reached by the end of the plan, but some months fall short in: ${titles(short)}.`;
}

/** The five questions of a leader and their answers over the whole plan, a line each. */
export function atAGlance(answer: FunnelAnswer): readonly string[] {
  const { months, segments } = answer;
  const several = segments.length > 1;
  const label = (segment: SegmentFunnel, text: string): string =>
    several ? `${segment.title}: ${text}` : text;
  const how = segments.map((segment) =>
    label(segment, `${whole(total(wholeNew(segment)))} new prospects`),
  );
  const first = segments.map((segment) => label(segment, whole(wholeNew(segment)[0] ?? 0)));
  const lost = (kind: string): readonly string[] =>
    segments.flatMap((segment) =>
      lostSentences(segment, months)
        .filter((sentence) => sentence.startsWith(kind))
        .map((sentence) => label(segment, sentence.replace(`${kind}: `, "").replace(/\.$/, ""))),
    );
  const decided = lost("Already decided");
  const impossible = [...lost("Impossible"), ...lost("Out of reach at the agreed effort")];
  const late = segments.filter((segment) => lostSentences(segment, months).length > 0);
  return [
    `How many: ${how.join("; ")}.`,
    `When: month by month below; in ${monthName(months[0] ?? "")} already ${first.join("; ")}.`,
    `Already decided: ${decided.length === 0 ? "no month is lost" : decided.join("; ")}.`,
    `Out of reach: ${impossible.length === 0 ? "nothing" : impossible.join("; ")}.`,
    late.length === 0
      ? "What to do: keep to the numbers below, month by month."
      : `What to do: ${late.map((segment) => label(segment, whatToDoNow(segment, months))).join("; ")}.`,
  ];
}

function whatToDoNow(segment: SegmentFunnel, months: readonly Month[]): string {
  const back = backOnTarget(segment);
  const series = wholeNew(segment);
  const start = `bring in ${whole(series[0] ?? 0)} in ${monthName(months[0] ?? "")}, and win more of those in ${lateStages(segment)}, or sooner`;
  return back === undefined
    ? `${start}; or agree a lower target`
    : `${start}; with the numbers below the running total is back on target in ${monthName(months[back] ?? "")}`;
}
