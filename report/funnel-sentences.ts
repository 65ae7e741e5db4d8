import { type Month } from "../core/calendar-date.ts";
import {
  ceilRunningTotal,
  type FunnelAnswer,
  type MonthStatus,
  type SegmentFunnel,
  type StageFunnel,
  supplyOf,
} from "../core/funnel/index.ts";
import { listText, monthsText, monthText, shareText } from "../core/wording.ts";
import { count, dealCount, deals, monthSpan, whole } from "./number.ts";
import { shownDeals, shownEntries } from "./shown.ts";
import { nameOf, teamNames, total } from "./words.ts";

/** Sentences that answer a leader's questions: how many, when, what is decided, what is out of reach, what to do. */

const isOrAre = (value: number): string => (deals(value) === "1" ? "is" : "are");

/** New prospects of a segment as a team must supply them. */
const wholeNew = (segment: SegmentFunnel): readonly number[] =>
  ceilRunningTotal(segment.newProspects);

/** Fewer prospects than this are nobody. */
const nobody = 1e-6;

/** Prospects in a stage when the plan starts. */
const atStart = ({ stock, exits, leaks, entries }: StageFunnel): number =>
  Math.max(0, (stock[0] ?? 0) + (exits[0] ?? 0) + (leaks[0] ?? 0) - (entries[0] ?? 0));

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
    `Of new prospects ${shareText(segment.winRate)} ever buy${daysSentence(segment)}.`
  );
}

function daysSentence(segment: SegmentFunnel): string {
  const { q10, q50, q90 } = segment.daysToWin;
  if (q10 === null || q50 === null || q90 === null) return "";
  if (q10 === q90) return `, after ${count(q50, "day")}`;
  return `; of those who buy, half do so within ${count(q50, "day")} and nine in ten within ${count(q90, "day")}`;
}

const flagged = (
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
      "more new prospects would be needed than the plan's recovery allows",
    ],
  ] as const;
  return kinds.flatMap(([status, label, why]): readonly LostMonths[] => {
    const flags = flagged(segment, status);
    if (!flags.some(Boolean)) return [];
    const worst = worstShortfall(segment, flags);
    const by = monthText(months[worst.month] ?? "");
    return [
      {
        label,
        text: `${monthsText(months.filter((_, index) => flags[index]))}; ${why}, and ${dealCount(worst.short)} ${isOrAre(worst.short)} missing from the running total by the end of ${by}`,
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

function worstShortfall(
  segment: SegmentFunnel,
  flags: readonly boolean[],
): { readonly month: number; readonly short: number } {
  let worst = { month: 0, short: 0 };
  for (const [month, short] of shownDeals(segment).short.entries()) {
    if (flags[month] === true && short > worst.short) worst = { month, short };
  }
  return worst;
}

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
            `win ${deals(worst.short)} more of those now in ${late} by ${monthText(months[worst.month] ?? "")}, or win them earlier`,
          ]),
      ...(flagged(segment, "stretch").some(Boolean) ? ["agree on a greater recovery"] : []),
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
    `In ${monthText(months[0] ?? "")}: bring in ${count(series[0] ?? 0, "new prospect")}${firstHandOver(segment)}.${driving === "" ? "" : ` What sets the pace is the running total due in ${driving}.`}`,
  );
  return sentences;
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

const line = (name: string, parts: readonly string[], otherwise: string): string =>
  `${name}: ${parts.length === 0 ? otherwise : parts.join("; ")}.`;

/** What is decided, out of reach and to be done over the whole plan, a line each. */
export function atAGlance(answer: FunnelAnswer): readonly string[] {
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
    howSure(segments),
  ];
}

/** What an average is worth: expected values with their reserve, which is not a promise. */
function howSure(segments: readonly SegmentFunnel[]): string {
  const reserve = segments.reduce((sum, segment) => {
    const { wanted, expected } = shownDeals(segment);
    return sum + total(expected) - total(wanted);
  }, 0);
  const left =
    reserve >= 0.05 ? `the reserve is ${dealCount(reserve)}` : "there is no reserve in them";
  return `How sure: these are averages, about as likely to be exceeded as missed; ${left}.`;
}
