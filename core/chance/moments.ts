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
 */
export interface Moments {
  readonly mean: number;
  readonly variance: number;
  readonly intrinsic: number;
  readonly parameter: number;
}

const momentsOf = (mean: number, intrinsic: number, parameter: number): Moments => {
  const parts = { intrinsic: Math.max(0, intrinsic), parameter: Math.max(0, parameter) };
  return { mean, ...parts, variance: parts.intrinsic + parts.parameter };
};

/** Moments that belong to nobody; adding them changes nothing. */
export const NO_WINS: Moments = momentsOf(0, 0, 0);

/** E[(p_s ... p_S-1)²] / E[p_s ... p_S-1]² for every first step s, the win (1) last: the product of 1 + cv² of the steps ahead. */
function squaredRatios(rates: readonly RateBelief[]): readonly number[] {
  const ratios = [1];
  for (const { mean, variance } of rates.toReversed()) {
    const own = mean === 0 ? 1 : 1 + variance / (mean * mean);
    ratios.unshift((ratios[0] ?? 1) * own);
  }
  return ratios;
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
  const ratios = squaredRatios(rates);
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
  return momentsOf(mean, mean - squares, parameter);
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
  return momentsOf(mean, mean - squares * ratio, parameter);
}

/** The moments of independent sums, such as the segments of a plan; each factor scales the wins of its part (1 keeps them). */
export function addMoments(
  parts: readonly { readonly moments: Moments; readonly factor?: number }[],
): Moments {
  let [mean, intrinsic, parameter] = [0, 0, 0];
  for (const { moments, factor = 1 } of parts) {
    mean += factor * moments.mean;
    intrinsic += factor * factor * moments.intrinsic;
    parameter += factor * factor * moments.parameter;
  }
  return momentsOf(mean, intrinsic, parameter);
}

/** Above this ratio of what not knowing the rates adds (its standard deviation) to the mean, chances rest on few observations. */
const MOST_SPREAD = 0.35;

/** True when so little is known about the rates that the chances are rough. Source: docs/funnel-mathematics.md 3.3. */
export const fewObservations = ({ mean, parameter }: Moments): boolean =>
  mean > 0 && Math.sqrt(parameter) / mean > MOST_SPREAD;
