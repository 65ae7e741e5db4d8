import { incompleteGamma } from "../flow/index.ts";
import { incompleteBeta } from "./incomplete-beta.ts";

/**
 * Mean and variance of a number of wins; both finite and not negative. `beyond`, 0 when absent: how far its third central
 * moment lies above that of the negative binomial with this mean and variance.
 */
export interface Spread {
  readonly mean: number;
  readonly variance: number;
  readonly beyond?: number;
}

/** A larger correction than this would let chances rise with the target in the tails. */
const MOST_SKEW = 0.015;

/** Below this relative distance of variance and mean the count is a Poisson count; the chances differ by less than 1e-5. */
const SAME = 1e-5;

/** P(W >= k) for a whole k > 0. */
type Tail = (k: number) => number;

/** Variance above the mean: shape r = mean² / (variance - mean), P(W >= k) = I_{1 - mean/variance}(k, r). */
function negativeBinomial({ mean, variance }: Spread): Tail {
  const excess = variance - mean;
  const shape = (mean * mean) / excess;
  return (k) => incompleteBeta(excess / variance, k, shape, mean / variance);
}

/** P(at least k of `trials` with so many wins on average) = I_{mean/trials}(k, trials - k + 1). */
const binomial =
  (mean: number, trials: number): Tail =>
  (k) => {
    if (k > trials) return 0;
    const share = Math.min(1, mean / trials);
    return incompleteBeta(share, k, trials - k + 1);
  };

/**
 * Variance below the mean: a binomial of n = mean² / (mean - variance) trials. Where n is no whole number, the two next
 * to it are mixed so that mean and variance stay what they are.
 */
function fewerThanPoisson({ mean, variance }: Spread): Tail {
  const trials = (mean * mean) / (mean - variance);
  const below = Math.floor(trials + 1e-9);
  const above = below + 1;
  if (below < mean - 1e-9 || below < 1) return binomial(mean, above);
  if (trials - below < 1e-9 * trials) return binomial(mean, below);
  const weight = Math.min(1, Math.max(0, (1 / trials - 1 / above) * below * above));
  const [few, many] = [binomial(mean, below), binomial(mean, above)];
  return (k) => weight * few(k) + (1 - weight) * many(k);
}

function tailOf(spread: Spread): Tail {
  const { mean, variance } = spread;
  if (Math.abs(variance - mean) <= SAME * mean) return (k) => incompleteGamma(k, mean).lower;
  return variance > mean ? negativeBinomial(spread) : fewerThanPoisson(spread);
}

/** How a number of wins is distributed. */
export interface CountDistribution extends Spread {
  /** The chance of at least so many wins; a target with a fraction needs the next whole win. In [0, 1]. */
  readonly atLeast: (target: number) => number;
  /** The fewest wins k for which W <= k has at least this chance; `share` in (0, 1). */
  readonly quantile: (share: number) => number;
}

/** A hair of rounding does not ask for one more win. */
const wholeTarget = (target: number): number => Math.ceil(target - 1e-9 * Math.max(1, target));

/**
 * The count with this mean and variance out of the Panjer (a, b, 0) class: negative binomial when the variance is above
 * the mean, Poisson when equal, binomial when below; what the rates skew beyond that is added to first order. Source: docs/funnel-mathematics.md 3.2 and 3.3.
 */
export function countDistribution({ mean, variance, beyond = 0 }: Spread): CountDistribution {
  const tail = tailOf({ mean, variance });
  const sd = Math.sqrt(variance);
  const skew =
    variance > mean ? Math.min(MOST_SKEW, Math.max(-MOST_SKEW, beyond / (6 * sd ** 3))) : 0;
  // The Edgeworth term of the third moment; it moves chances by a few thousandths.
  const skewed = (k: number): number => {
    if (skew === 0) return 0;
    const z = (k - 0.5 - mean) / sd;
    return (skew * (z * z - 1) * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
  };
  const atLeast = (target: number): number => {
    const k = wholeTarget(target);
    if (k <= 0) return 1;
    return mean === 0 ? 0 : Math.min(1, Math.max(0, tail(k) + skewed(k)));
  };
  const quantile = (share: number): number => {
    const enough = (k: number): boolean => 1 - atLeast(k + 1) >= share;
    if (mean === 0) return 0;
    let high = Math.ceil(mean + sd);
    let step = Math.max(1, Math.ceil(sd / 2));
    let low = -1;
    while (!enough(high)) {
      low = high;
      high += step;
      step *= 2;
    }
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (enough(middle)) high = middle;
      else low = middle;
    }
    return high;
  };
  return { mean, variance, atLeast, quantile };
}
