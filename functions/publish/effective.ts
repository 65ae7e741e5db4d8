import type { CalendarDate } from "../../core/calendar-date.ts";
import { readHead, replaceHead } from "../store/plan-head.ts";
import type { Head, PlanVersion } from "../store/plan-record.ts";
import { dayIn } from "../zoned-day.ts";
import { untilWon } from "./race.ts";
import type { HoldDependencies } from "./rollback.ts";

/** The days of a plan from which something else holds. */
export interface Boundaries {
  /** The IANA name of the zone that the days are in. */
  readonly timeZone: string;
  /** Each once, in order. */
  readonly days: readonly CalendarDate[];
}

/** What telling stands on. */
export interface EffectiveDependencies extends HoldDependencies {
  /** The boundaries of a version's content; undefined where its content is no plan that can be read. */
  readonly boundariesOf: (version: PlanVersion) => Promise<Boundaries | undefined>;
}

/** The first boundary that is due: after what was told, after the day of the publish, and no later than today. */
function nextDue(
  { live, effectiveDay = "" }: Head,
  { timeZone, days }: Boundaries,
  instant: string,
): CalendarDate | undefined {
  const published = dayIn(timeZone, live.publishedAt);
  const today = dayIn(timeZone, instant);
  // The publish itself tells what holds on its day.
  const since = effectiveDay < published ? published : effectiveDay;
  return days.find((day) => since < day && day <= today);
}

/** Tells of the next boundary that is due. @returns Its day, or none when nothing is due; undefined when the race was lost. */
async function tellNext(
  { table, now, boundariesOf }: EffectiveDependencies,
  plan: string,
): Promise<{ readonly day?: CalendarDate } | undefined> {
  const head = await readHead(table, plan);
  const boundaries = head === undefined ? undefined : await boundariesOf(head.live);
  if (head === undefined || boundaries === undefined) return {};
  const at = now();
  const on = nextDue(head, boundaries, at);
  if (on === undefined) return {};
  const { version } = head.live;
  const replaced = await replaceHead(table, plan, head, {
    head: { ...head, effectiveDay: on },
    event: { type: "plan.effective", version, at, on },
  });
  return replaced ? { day: on } : undefined;
}

/**
 * Writes a `plan.effective` event for every day, up to today, from which something else of the live plan holds.
 *
 * Each day is told exactly once and in order, however often and from however many processes this is called: the event and the day
 * that the head remembers are one transaction. Days count from the one after the publish of the live version, which speaks for its own
 * day; what nobody told of a version before that is no longer told, because the publish told that everything is new.
 *
 * @returns The days that this call told.
 * @throws TableUnavailable when the store failed: the days told so far stay told, and repeating goes on.
 */
export async function tellEffective(
  dependencies: EffectiveDependencies,
  plan: string,
): Promise<readonly CalendarDate[]> {
  const told: CalendarDate[] = [];
  for (;;) {
    // One day after the other: each is a transaction of its own.
    // oxlint-disable-next-line no-await-in-loop
    const { day } = await untilWon(`Telling what takes effect in plan "${plan}"`, () =>
      tellNext(dependencies, plan),
    );
    if (day === undefined) return told;
    told.push(day);
  }
}
