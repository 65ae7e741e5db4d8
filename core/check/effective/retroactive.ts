import { addMonths, type CalendarDate } from "../../calendar-date.ts";
import {
  type Change,
  changesBetweenValues,
  isEditorial,
  pointerAt,
  readPath,
} from "../../change/index.ts";
import { planDays } from "../../effective/index.ts";
import type { Place, SoundPlan } from "../../plan/index.ts";
import { dateText } from "../../wording.ts";
import { subjectsOf } from "../exceptions.ts";
import type { Rule, RuleFinding } from "../rule.ts";
import { dayOffSeries, paySeries, promiseSeries, staffSeries } from "./past-agreements.ts";
import { givenInTotal, idleTactics, tacticSeries, targetSeries } from "./past-plan.ts";
import { type Future, type PastSeries, stepSeries } from "./past-series.ts";
import { spoken } from "./spoken-value.ts";

/** The two versions, and the days of both that are over: `from` inclusive, `until` exclusive. */
interface Past {
  readonly base: SoundPlan;
  readonly head: SoundPlan;
  readonly asOf: CalendarDate;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

const earlier = (a: string, b: string): string => (a < b ? a : b);
const later = (a: string, b: string): string => (a < b ? b : a);

function seriesOf({ base, head }: Past, plan: SoundPlan): ReadonlyMap<string, PastSeries> {
  const inTotal = new Set([...givenInTotal(base), ...givenInTotal(head)]);
  const idle = new Set([...idleTactics(base), ...idleTactics(head)]);
  const all = [
    ...stepSeries(plan),
    ...targetSeries(plan, inTotal),
    ...promiseSeries(plan),
    ...tacticSeries(plan, idle),
    ...staffSeries(plan),
    ...paySeries(plan),
    ...dayOffSeries(plan),
  ];
  return new Map(all.map((series) => [series.key, series]));
}

function futureOf(asOf: CalendarDate): Future {
  const month = asOf.slice(0, 7);
  return { day: asOf, month: asOf.endsWith("-01") ? month : addMonths(month, 1) };
}

/** The exception that lets a correction through. */
const exceptionAt = ({ head }: Past, place: Place): string =>
  `If it corrects a mistake, let both teams agree to that with an exception from effective/retroactive at ${subjectsOf(head, place).at(-1)}.`;

interface Turned {
  readonly day: CalendarDate;
  readonly before: unknown;
  readonly after: unknown;
  readonly changes: readonly Change[];
}

/** The first day that is over and on which two versions of a series do not agree. */
function firstTurned(
  { from, until }: Past,
  before: PastSeries | undefined,
  after: PastSeries | undefined,
): Turned | undefined {
  const either = before ?? after;
  if (either === undefined) return undefined;
  const on = (series: PastSeries | undefined, day: CalendarDate): unknown =>
    series === undefined ? either.without : series.valueOn(day);
  const turns = [from, ...(before?.turns ?? []), ...(after?.turns ?? [])];
  const days = [...new Set(turns)].filter((day) => from <= day && day < until).toSorted();
  for (const day of days) {
    const [was, is] = [on(before, day), on(after, day)];
    const changes = changesBetweenValues(either.document, was, is).filter(
      (each) => !isEditorial(each),
    );
    if (changes.length > 0) return { day, before: was, after: is, changes };
  }
  return undefined;
}

/** Where a turned series stands in the head: its one value that is another, or all of it. */
function placeOf(
  { head }: Past,
  series: PastSeries,
  after: PastSeries | undefined,
  { day, after: value, changes: [first, ...more] }: Turned,
): Place {
  const { document, list } = series;
  if (after === undefined)
    return { document, pointer: pointerAt(head.documents[document]?.value, list) };
  const inside = first === undefined || more.length > 0 ? [] : (readPath(first.path) ?? []);
  return { document, pointer: `${after.pointerOn(day)}${pointerAt(value, inside)}` };
}

/** Series that one version has and the other has not, where the other has it under another key, by {@link PastSeries.kind}. */
function sameUnderOtherKeys(
  past: Past,
  base: ReadonlyMap<string, PastSeries>,
  head: ReadonlyMap<string, PastSeries>,
): ReadonlySet<PastSeries> {
  const come = [...head.values()].filter(({ key, kind }) => kind !== undefined && !base.has(key));
  const gone = [...base.values()].filter(({ key, kind }) => kind !== undefined && !head.has(key));
  const found = new Set<PastSeries>();
  for (const before of gone) {
    const after = come.find(
      (each) =>
        each.kind === before.kind &&
        !found.has(each) &&
        firstTurned(past, before, each) === undefined,
    );
    if (after === undefined) continue;
    found.add(before);
    found.add(after);
  }
  return found;
}

const isSilent = (
  { silent = [] }: PastSeries,
  before: PastSeries | undefined,
  after: PastSeries | undefined,
): boolean =>
  silent.includes(before === undefined ? "comes" : after === undefined ? "goes" : "stays");

function turnedFindings(past: Past): readonly RuleFinding[] {
  const [base, head] = [seriesOf(past, past.base), seriesOf(past, past.head)];
  const renamed = sameUnderOtherKeys(past, base, head);
  return [...new Map([...base, ...head])].flatMap(([key, series]): readonly RuleFinding[] => {
    const [before, after] = [base.get(key), head.get(key)];
    if (isSilent(series, before, after) || renamed.has(series)) return [];
    const turned = firstTurned(past, before, after);
    if (turned === undefined) return [];
    const at = placeOf(past, series, after, turned);
    const { day, changes } = turned;
    const { was, is } = spoken(turned.before, turned.after, changes);
    const when = series.period === undefined ? `on ${dateText(day)}` : `for ${series.period(day)}`;
    const name = `${series.name.slice(0, 1).toUpperCase()}${series.name.slice(1)}`;
    return [
      {
        at,
        message: `${name} ${was} ${when}, and this version ${is}. On ${dateText(past.asOf)} that is over; what was agreed for it stays.`,
        help: `${series.remedy(futureOf(past.asOf))} ${exceptionAt(past, at)}`,
        teams: series.teams.length === 0 ? ["marketing", "sales"] : series.teams,
        data: { actual: day, limit: past.asOf, unit: "day" },
        subject: key,
      },
    ];
  });
}

/** Open ends begin and end with the plan, so another frame moves all of them. */
function frameFindings(past: Past): readonly RuleFinding[] {
  const { base, head, asOf } = past;
  const [before, after] = [planDays(base), planDays(head)];
  return (["from", "until"] as const).flatMap((end): readonly RuleFinding[] => {
    const [was, is] = [before[end], after[end]];
    if (was === is || earlier(was, is) >= asOf) return [];
    const at: Place = { document: "plan", pointer: end === "from" ? "/start" : "/months" };
    const word = end === "from" ? "began" : "ended before";
    return [
      {
        at,
        message: `The plan ${word} ${dateText(was)}, and this version says ${dateText(is)}. On ${dateText(asOf)} the days between are over; what was agreed for them stays.`,
        help: `Keep "${at.pointer.slice(1)}" and make another plan for another time. ${exceptionAt(past, at)}`,
        data: { actual: earlier(was, is), limit: asOf, unit: "day" },
        subject: end,
      },
    ];
  });
}

/**
 * What was agreed for days that are over is what people worked for and were paid by; it is kept, and corrected only in the open.
 *
 * Compared is what holds on each day of both versions before `asOf`, for everything that can be given from a day or a month on:
 * conversions and durations of steps, promised numbers, role plans, the time of tactics at work, headcount, days off, and revenue
 * targets of months that are over. So a series may be cut, joined or given other ids, as long as each day keeps its value: a step is
 * told by the stages that it leads from and to. What vanished is rewritten too, for nothing says any more what held on its days: a
 * step, a calendar's days off, a promise, pay. What has no dates (a lead definition, an answer's hours, the words of a stage) and other
 * words are never retroactive; nor is anything before the plan.
 */
export const retroactive: Rule = {
  id: "effective/retroactive",
  severity: "error",
  summary: "What was agreed for days that are over is as it was.",
  teams: ["marketing", "sales"],
  needsBase: true,
  check: ({ plan: head, base, asOf }) => {
    if (base === undefined) return [];
    const [before, after] = [planDays(base), planDays(head)];
    const from = later(before.from, after.from);
    const until = earlier(asOf, earlier(before.until, after.until));
    const past: Past = { base, head, asOf, from, until };
    return [...frameFindings(past), ...(from < until ? turnedFindings(past) : [])];
  },
};
