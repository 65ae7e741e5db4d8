import { countDistribution, type Spread } from "./count-distribution.ts";

/** Beyond this factor nothing is planned; a chance that needs more cannot be reached. */
const LARGEST = 1024;

/** How close to the answer the search ends, relative to it. */
const PRECISION = 1e-5;

/**
 * The smallest factor from `least` on with which a growing chance reaches `confidence`, or null when none does: infinity
 * is a legal answer, for where nobody new can win in time no factor helps.
 *
 * @param chanceOf The chance at a factor; must not fall. Asked a dozen or two times.
 */
export function smallestFactor(
  chanceOf: (factor: number) => number,
  confidence: number,
  least = 0,
): number | null {
  if (chanceOf(least) >= confidence) return least;
  let low = least;
  let high = Math.max(1, least * 2);
  let step = 0.25;
  while (chanceOf(high) < confidence) {
    if (high >= LARGEST) return null;
    low = high;
    high += step;
    step *= 2;
  }
  while (high - low > PRECISION * high) {
    const middle = (low + high) / 2;
    if (chanceOf(middle) >= confidence) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * How many times as many new entries a fixed plan needs to win `target` with this confidence, 0 when it needs none;
 * null when no number is enough. `spreadOf` gives mean and variance with so many times the new entries.
 * Source: docs/funnel-mathematics.md 3.4.
 */
export function multiplierFor(
  spreadOf: (factor: number) => Spread,
  target: number,
  confidence: number,
): number | null {
  return smallestFactor(
    (factor) => countDistribution(spreadOf(factor)).atLeast(target),
    confidence,
  );
}
