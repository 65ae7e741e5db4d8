import type { CalendarDate, Month } from "../../calendar-date.ts";
import type { DocumentKind } from "../../document/index.ts";
import { changeOn, firstDay, planDays, type Span, stepOn } from "../../effective/index.ts";
import type { Pointer, Team } from "../../finding.ts";
import type { SoundPlan, SoundSegment, SoundTransition } from "../../plan/index.ts";
import { stepText, titleText } from "../../wording.ts";
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
  /** Keys and ids that lead to the list it stands in: the place where it is missed. */
  readonly list: readonly string[];
  /**
   * Of which kind it is. One that is gone is found again in a new one of the same kind that says the same of every day that is over:
   * it was only given another id. Without a kind, its key alone tells it.
   */
  readonly kind?: string;
  /** When nothing is said: where one version alone has it (it `comes` or `goes`), or where both have it. */
  readonly silent?: readonly ("comes" | "goes" | "stays")[];
  /** What holds on every day where a version does not have it at all; undefined when nothing does. */
  readonly without?: unknown;
  /** How messages name the time that a day stands for, where a value is one of a month or a quarter and not of each day. */
  readonly period?: (day: CalendarDate) => string;
}

/** The days on which spans begin and end; an open one begins with the plan. */
export function turnsOf(plan: SoundPlan, spans: readonly Span[]): readonly CalendarDate[] {
  return spans.flatMap(({ from = planDays(plan).from, until }) =>
    until === undefined ? [firstDay(from)] : [firstDay(from), firstDay(until)],
  );
}

/** One step, and what all of its series say alike; the ends tell it, so that another id is no other step. */
function seriesOfStep(plan: SoundPlan, segment: SoundSegment, step: SoundTransition) {
  const { changes = [] } = step.document;
  return {
    ends: `${segment.id}/${step.from.id}/${step.to.id}`,
    changes,
    common: {
      document: "journey",
      teams: teamsOf(step.from),
      turns: turnsOf(plan, changes),
      list: ["segments", segment.id, "transitions"],
    },
    named: `${stepText(step)} in segment ${titleText(segment.title)}`,
  } as const;
}

// What a rate rests on may be counted anew; the rate is what was agreed.
function agreedOn(step: SoundTransition, day: CalendarDate) {
  const { conversion, duration } = stepOn(step.document, day);
  return { conversion: conversion.value, duration };
}

/** The conversion and the duration of a step that both versions have. */
function partsOfStep(
  plan: SoundPlan,
  segment: SoundSegment,
  step: SoundTransition,
): readonly PastSeries[] {
  const { ends, changes, common, named } = seriesOfStep(plan, segment, step);
  return (["conversion", "duration"] as const).map((part) => ({
    ...common,
    key: `${part} ${ends}`,
    name: `the ${part} of ${named}`,
    valueOn: (day) => agreedOn(step, day)[part],
    pointerOn: (day) => {
      const change = changeOn(step.document, day);
      const own = change?.[part] === undefined;
      const at = own ? step.pointer : `${step.pointer}/changes/${changes.indexOf(change)}`;
      return `${at}/${part}${part === "conversion" ? "/value" : ""}`;
    },
    remedy: ({ day }) =>
      `Keep what it was, and write what is to hold from now on under "changes" of the step, with "from": "${day}" or later.`,
    silent: ["comes", "goes"],
  }));
}

/** A step as a whole, that is missed where it is gone. Where one comes, nothing was agreed for it before. */
function wholeStep(plan: SoundPlan, segment: SoundSegment, step: SoundTransition): PastSeries {
  const { ends, common, named } = seriesOfStep(plan, segment, step);
  return {
    ...common,
    key: `step ${ends}`,
    name: named,
    valueOn: (day) => agreedOn(step, day),
    pointerOn: () => step.pointer,
    remedy: () =>
      `Keep the step from "${step.from.id}" to "${step.to.id}" as it was for those days; under another id, or between stages that were given other ids, it is the same step while its numbers are the same.`,
    kind: `step ${segment.id}`,
    silent: ["comes", "stays"],
  };
}

/** Every step, and its conversion and its duration. */
export function stepSeries(plan: SoundPlan): readonly PastSeries[] {
  return plan.segments.flatMap((segment) =>
    stepsOf(segment).flatMap((step) => [
      wholeStep(plan, segment, step),
      ...partsOfStep(plan, segment, step),
    ]),
  );
}
