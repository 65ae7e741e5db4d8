import type { RateBelief } from "./rate-belief.ts";

/**
 * Prospects who are alike: `stage` is the first step whose rate still decides about them (the number of steps when none
 * does), `count` how many, `chance` the expected share of them that wins in time, at the mean rates.
 */
export interface WinGroup {
  readonly stage: number;
  readonly count: number;
  readonly chance: number;
}

/**
 * Mean and variance of the wins of all groups. `intrinsic` is the part of the variance that remains when every rate is
 * known, `parameter` the part that comes from not knowing the rates; it does not average out with more prospects.
 * `third` is the third central moment of the expected wins as the rates vary, `beyond` how far that lies above the one of
 * a gamma, with which a negative binomial would vary them.
 */
export interface Moments {
  readonly mean: number;
  readonly variance: number;
  readonly intrinsic: number;
  readonly parameter: number;
  readonly third: number;
  readonly beyond: number;
}

function momentsOf(mean: number, intrinsic: number, parameter: number, third: number): Moments {
  const parts = { intrinsic: Math.max(0, intrinsic), parameter: Math.max(0, parameter) };
  const variance = parts.intrinsic + parts.parameter;
  return { mean, ...parts, variance, third, beyond: third - gammaThird(mean, parts.parameter) };
}

/** The third central moment of a gamma with this mean and variance. */
const gammaThird = (mean: number, variance: number): number =>
  mean === 0 ? 0 : (2 * variance * variance) / mean;

/** Running products from the last step back, the win (1) last. */
function productsAhead(factors: readonly number[]): readonly number[] {
  const products = [1];
  for (const factor of factors.toReversed()) products.unshift((products[0] ?? 1) * factor);
  return products;
}

/** Variance over squared mean; a rate of 0 brings nobody, and nothing is lost by calling it known. */
const relative = ({ mean, variance }: RateBelief): number =>
  mean === 0 ? 0 : variance / (mean * mean);

/** Third central moment over cubed mean. */
const relativeThird = ({ mean, third }: RateBelief): number => (mean === 0 ? 0 : third / mean ** 3);

/** E[(p_s ... p_S-1)^k] / E[p_s ... p_S-1]^k for every first step s and k = 2, 3. */
function ratiosOf(rates: readonly RateBelief[]): {
  readonly squared: readonly number[];
  readonly cubed: readonly number[];
} {
  return {
    squared: productsAhead(rates.map((rate) => 1 + relative(rate))),
    cubed: productsAhead(rates.map((rate) => 1 + 3 * relative(rate) + relativeThird(rate))),
  };
}

/** E[M³] less its central part, for M the sum of the stages' wins as the rates vary: two share the steps from the later of them on, three from the last. */
function thirdOf(
  perStage: readonly number[],
  squared: readonly number[],
  cubed: readonly number[],
  mean: number,
  parameter: number,
): number {
  const some = [...perStage.entries()].filter(([, each]) => each > 0);
  let raw = 0;
  for (const [s, ms] of some) {
    for (const [r, mr] of some) {
      for (const [q, mq] of some) {
        const last = Math.max(s, r, q);
        const middle = s + r + q - last - Math.min(s, r, q);
        const shared = ((squared[middle] ?? 1) / (squared[last] ?? 1)) * (cubed[last] ?? 1);
        raw += ms * mr * mq * (shared - 1);
      }
    }
  }
  return raw - 3 * mean * parameter;
}

/**
 * The moments of a linear chain whose rates are shared by all prospects, exact: with q the chances, m_s the expected
 * wins of all groups at stage s and R_s the ratio of the second moment of the rates ahead to their squared mean,
 *
 *     mean = sum_s m_s   intrinsic = mean - sum_g n q² R   parameter = sum_s,r m_s m_r R_max(s,r) - mean²
 *
 * This is docs/funnel-mathematics.md 3.2, divided by the mean rates so that seasons and dated delays fit in: whatever is
 * known for sure is part of q. Exact where every chance is the product of the rates ahead and of something known.
 */
export function chainMoments(groups: readonly WinGroup[], rates: readonly RateBelief[]): Moments {
  const { squared: ratios, cubed } = ratiosOf(rates);
  const perStage = ratios.map(() => 0);
  let squares = 0;
  for (const { stage, count, chance } of groups) {
    perStage[stage] = (perStage[stage] ?? 0) + count * chance;
    squares += count * chance * chance * (ratios[stage] ?? 1);
  }
  const mean = perStage.reduce((sum, each) => sum + each, 0);
  // With R = 1 + excess the squared mean cancels before it can swallow digits.
  let parameter = 0;
  for (const [s, ms] of perStage.entries()) {
    for (const [r, mr] of perStage.entries()) {
      parameter += ms * mr * ((ratios[Math.max(s, r)] ?? 1) - 1);
    }
  }
  const third = thirdOf(perStage, ratios, cubed, mean, parameter);
  return momentsOf(mean, mean - squares, parameter, third);
}

/**
 * The moments where the chances are no plain product (prospects who come back, rates that change by date): the
 * parameter part is the first-order g' Sigma g over independent rates, an approximation; `slopes` are the changes of the
 * mean per unit of each rate, in the order of `rates`. The mean is exact, and so is the intrinsic part at the mean rates.
 * Source: docs/funnel-mathematics.md 3.2.
 */
export function gradientMoments(
  groups: readonly WinGroup[],
  rates: readonly RateBelief[],
  slopes: readonly number[],
): Moments {
  const mean = groups.reduce((sum, { count, chance }) => sum + count * chance, 0);
  const squares = groups.reduce((sum, { count, chance }) => sum + count * chance * chance, 0);
  const parameter = rates.reduce(
    (sum, { variance }, index) => sum + (slopes[index] ?? 0) ** 2 * variance,
    0,
  );
  const ratio = mean === 0 ? 1 : 1 + parameter / (mean * mean);
  return momentsOf(mean, mean - squares * ratio, parameter, gammaThird(mean, parameter));
}

/** The moments of independent sums, such as the segments of a plan; each factor scales the wins of its part (1 keeps them). */
export function addMoments(
  parts: readonly { readonly moments: Moments; readonly factor?: number }[],
): Moments {
  let [mean, intrinsic, parameter, third] = [0, 0, 0, 0];
  for (const { moments, factor = 1 } of parts) {
    mean += factor * moments.mean;
    intrinsic += factor * factor * moments.intrinsic;
    parameter += factor * factor * moments.parameter;
    third += factor ** 3 * moments.third;
  }
  return momentsOf(mean, intrinsic, parameter, third);
}

/** Above this ratio of what not knowing the rates adds (its standard deviation) to the mean, chances rest on few observations. */
const MOST_SPREAD = 0.35;

/** True when so little is known about the rates that the chances are rough. Source: docs/funnel-mathematics.md 3.3. */
export const fewObservations = ({ mean, parameter }: Moments): boolean =>
  mean > 0 && Math.sqrt(parameter) / mean > MOST_SPREAD;
