import type { CalendarDate, Month } from "../../calendar-date.ts";
import type { DocumentKind } from "../../document/index.ts";
import { changeOn, firstDay, planDays, type Span, stepOn } from "../../effective/index.ts";
import type { Pointer, Team } from "../../finding.ts";
import type { SoundPlan } from "../../plan/index.ts";
import { titleText } from "../../wording.ts";
import { stepsOf, teamsOf } from "../steps.ts";

/** Where the future begins: the day that a plan is judged on, and the first month that begins on it or later. */
export interface Future {
  readonly day: CalendarDate;
  readonly month: Month;
}

/** One agreed value that may be another from a day on, in one version of a plan. */
export interface PastSeries {
  readonly document: DocumentKind;
  /** Ids that name the same series in every version; first what it is. */
  readonly key: string;
  /** How messages name it, as in `the conversion of the step "x"`. */
  readonly name: string;
  readonly teams: readonly Team[];
  /** Days on which another value may begin to hold; of no order. */
  readonly turns: readonly CalendarDate[];
  /** What holds on a day, as JSON; undefined when nothing does. */
  readonly valueOn: (day: CalendarDate) => unknown;
  /** Where that stands, or where it would stand. */
  readonly pointerOn: (day: CalendarDate) => Pointer;
  /** The way to change it from now on. */
  readonly remedy: (future: Future) => string;
  /** True for what has no dates of its own: where it comes or goes as a whole, nothing is said of the past. */
  readonly comesUndated?: boolean;
  /** How messages name the time that a day stands for, where a value is one of a month or a quarter and not of each day. */
  readonly period?: (day: CalendarDate) => string;
}

/** The days on which spans begin and end; an open one begins with the plan. */
export function turnsOf(plan: SoundPlan, spans: readonly Span[]): readonly CalendarDate[] {
  return spans.flatMap(({ from = planDays(plan).from, until }) =>
    until === undefined ? [firstDay(from)] : [firstDay(from), firstDay(until)],
  );
}

/** The conversion and the duration of every step. */
export function stepSeries(plan: SoundPlan): readonly PastSeries[] {
  return plan.segments.flatMap((segment) =>
    stepsOf(segment).flatMap((step) =>
      (["conversion", "duration"] as const).map((part): PastSeries => {
        const { changes = [] } = step.document;
        return {
          document: "journey",
          key: `${part} ${segment.id}/${step.id}`,
          name: `the ${part} of the step "${step.id}" in segment ${titleText(segment.title)}`,
          teams: teamsOf(step.from),
          turns: turnsOf(plan, changes),
          valueOn: (day) => {
            const { conversion, duration } = stepOn(step.document, day);
            // What a rate rests on may be counted anew; the rate is what was agreed.
            return part === "conversion" ? conversion.value : duration;
          },
          pointerOn: (day) => {
            const change = changeOn(step.document, day);
            const own = change?.[part] === undefined;
            const at = own ? step.pointer : `${step.pointer}/changes/${changes.indexOf(change)}`;
            return `${at}/${part}${part === "conversion" ? "/value" : ""}`;
          },
          remedy: ({ day }) =>
            `Keep what it was, and write what is to hold from now on under "changes" of the step, with "from": "${day}" or later.`,
          comesUndated: true,
        };
      }),
    ),
  );
}
