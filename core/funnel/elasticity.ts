import { type Outcomes, revenueOf } from "./outcome.ts";
import type { Effect, Elasticity, RealisticChange } from "./sensitivity-answer.ts";

const effect = (before: Outcomes["byDeadline"], after: Outcomes["byDeadline"]): Effect => ({
  deals: after.deals - before.deals,
  revenue: revenueOf(after) - revenueOf(before),
});

/** How far the result moves. */
export const effects = (
  before: Outcomes,
  after: Outcomes,
): Pick<RealisticChange, "byDeadline" | "yearAfter"> => ({
  byDeadline: effect(before.byDeadline, after.byDeadline),
  yearAfter: effect(before.yearAfter, after.yearAfter),
});

/** A number times `factor`, and what comes of it. */
export interface Point {
  readonly factor: number;
  readonly outcomes: Outcomes;
}

/** Per cent of the result per per cent of the number, between two factors of the number and what each brings. */
type Slope = (factors: readonly [number, number], results: readonly [number, number]) => number;

/** A conversion moves the result in proportion: exact where nobody comes back. */
export const straight: Slope = ([factor, other], [result, after]) =>
  (after - result) / result / (other / factor - 1);

/** A duration moves it along a curve; its slope between both sides, on logarithmic scales. */
export const curved: Slope = ([factor, other], [result, after]) =>
  Math.log(after / result) / Math.log(other / factor);

/** The slope of deals and revenue between two points; 0 where there is no result, or no way between them. */
export function elasticity(slope: Slope, one: Point, other: Point): Elasticity {
  const part = (before: number, after: number): number =>
    before > 0 && after > 0 && one.factor !== other.factor
      ? slope([one.factor, other.factor], [before, after])
      : 0;
  const of = (measure: (outcome: Outcomes["byDeadline"]) => number) => ({
    byDeadline: part(measure(one.outcomes.byDeadline), measure(other.outcomes.byDeadline)),
    yearAfter: part(measure(one.outcomes.yearAfter), measure(other.outcomes.yearAfter)),
  });
  return { deals: of(({ deals }) => deals), revenue: of(revenueOf) };
}
