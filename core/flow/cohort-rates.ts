import { civilDate, dayNumber, dayNumberOf } from "../calendar-date.ts";
import type { CalendarGrid } from "./calendar-grid.ts";
import type { Lag, LeakLag, ModelStep } from "./model.ts";

/**
 * The terms of those who enter a stage on the days from `from` until `until` (exclusive; day 0 is the plan's first).
 * Dated changes and seasons go by the day of entry. Source: docs/funnel-mathematics.md 1.4.
 */
export interface CohortRates {
  readonly from: number;
  readonly until: number;
  readonly conversion: number;
  readonly lag: Lag;
  readonly leakLag: LeakLag;
}

type Terms = Pick<CohortRates, "conversion" | "lag" | "leakLag">;

/** The terms in force on a day number, before the season. */
function termsOn(step: ModelStep, day: number): Terms {
  const { conversion, lag, leakLag, changes = [] } = step;
  let terms: { conversion: number; lag: Lag; leakLag?: LeakLag } = {
    conversion,
    lag,
    ...(leakLag === undefined ? {} : { leakLag }),
  };
  const inForce = changes
    .filter((change) => dayNumberOf(change.from) <= day)
    .toSorted((a, b) => dayNumberOf(a.from) - dayNumberOf(b.from));
  for (const { from: _, ...change } of inForce) terms = { ...terms, ...change };
  return { conversion: terms.conversion, lag: terms.lag, leakLag: terms.leakLag ?? terms.lag };
}

/** The first days of the calendar months inside (from, until), as day numbers. */
function monthStarts(from: number, until: number): readonly number[] {
  const starts: number[] = [];
  const { year, month } = civilDate(from);
  for (let index = month; ; index++) {
    const day = dayNumber({ year: year + Math.floor(index / 12), month: (index % 12) + 1, day: 1 });
    if (day >= until) return starts;
    starts.push(day);
  }
}

const sameTerms = (a: Terms, b: Terms): boolean =>
  a.conversion === b.conversion && a.lag === b.lag && a.leakLag === b.leakLag;

/** The terms of a step for everybody who enters from `from` until `until`, in order and without gaps; equal neighbours are one. */
export function cohortRates(
  step: ModelStep,
  { firstDay }: Pick<CalendarGrid, "firstDay">,
  from: number,
  until: number,
): readonly CohortRates[] {
  const [first, last] = [firstDay + from, firstDay + until];
  const cuts = new Set([first]);
  for (const change of step.changes ?? []) {
    const day = dayNumberOf(change.from);
    if (day > first && day < last) cuts.add(day);
  }
  if (step.season !== undefined) for (const day of monthStarts(first, last)) cuts.add(day);
  const rates: CohortRates[] = [];
  const days = [...cuts].toSorted((a, b) => a - b);
  for (const [i, day] of days.entries()) {
    const factor = step.season?.[civilDate(day).month - 1] ?? 1;
    const plain = termsOn(step, day);
    const terms = { ...plain, conversion: plain.conversion * factor };
    const end = (days[i + 1] ?? last) - firstDay;
    const previous = rates.at(-1);
    if (previous !== undefined && sameTerms(previous, terms)) {
      rates[rates.length - 1] = { ...previous, until: end };
    } else {
      rates.push({ from: day - firstDay, until: end, ...terms });
    }
  }
  return rates;
}

/**
 * The step as it stands for those who enter on `day`, for ever: no dates, and the year's mean in place of the season.
 * Used where a question has no date of its own, such as the rate in the long run.
 */
export function frozenStep(
  step: ModelStep,
  { firstDay }: Pick<CalendarGrid, "firstDay">,
  day: number,
): ModelStep {
  const { conversion, ...terms } = termsOn(step, firstDay + day);
  const { season } = step;
  const factor =
    season === undefined ? 1 : season.reduce((sum, each) => sum + each, 0) / season.length;
  const { id, recycle } = step;
  return {
    id,
    conversion: conversion * factor,
    ...terms,
    ...(recycle === undefined ? {} : { recycle }),
  };
}
