import { countDistribution, type Spread } from "./count-distribution.ts";

/** Beyond this factor nothing is planned; a chance that needs more cannot be reached. */
const LARGEST = 1024;

/** How close to the answer the search ends, relative to it; a chance moves by less than a thousandth in it. */
const PRECISION = 1e-4;

/** A factor with the amount by which its chance is above what is wanted. */
interface Tried {
  readonly factor: number;
  readonly over: number;
}

/**
 * Narrows a bracket by secant steps that stay inside it (Illinois variant of regula falsi), with a halving every third
 * step; ends at the side that is enough.
 */
function narrowed(tryAt: (factor: number) => Tried, below: Tried, above: Tried): number {
  let [low, high] = [below, above];
  for (let step = 1; high.factor - low.factor > PRECISION * high.factor; step++) {
    const width = high.factor - low.factor;
    const secant = high.factor - (high.over * width) / (high.over - low.over);
    // A hair inside the answer, so that the next step can close the bracket from the other side.
    const inside = secant + (PRECISION / 3) * high.factor * (step % 2 === 0 ? 1 : -1);
    const valid = step % 3 !== 0 && inside > low.factor && inside < high.factor;
    const tried = tryAt(valid ? inside : low.factor + width / 2);
    if (tried.over >= 0) high = tried;
    else low = tried;
  }
  return high.factor;
}

/**
 * The smallest factor from `least` on with which a growing chance reaches `confidence`, or null when none does: infinity
 * is a legal answer, for where nobody new can win in time no factor helps.
 *
 * @param chanceOf The chance at a factor; must not fall. Asked about ten times.
 */
export function smallestFactor(
  chanceOf: (factor: number) => number,
  confidence: number,
  least = 0,
): number | null {
  const tryAt = (factor: number): Tried => ({ factor, over: chanceOf(factor) - confidence });
  let low = tryAt(least);
  if (low.over >= 0) return least;
  for (let step = 0.25; low.factor < LARGEST; step *= 2) {
    const high = tryAt(low.factor + step);
    if (high.over >= 0) return narrowed(tryAt, low, high);
    low = high;
  }
  return null;
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
