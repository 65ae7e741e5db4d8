import { type SoundPlan } from "../core/plan/index.ts";

/** The most work that a request may ask for with a plan that it brings along: some seconds of one processor. */
export const mostWork = 10_000;

/** How much work the numbers of a plan are: steps of all journeys, times months. The time grows with it, up to about 1 ms each. */
export function workOf({ segments, months }: SoundPlan): number {
  const steps = segments.flatMap(({ toSale, beyondSale }) =>
    [toSale, ...beyondSale].map((chain) => chain.transitions.length),
  );
  return steps.reduce((sum, each) => sum + each, 0) * months.length;
}
