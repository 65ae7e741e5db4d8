import { findRoot } from "./find-root.ts";
import type { Lag, LagFamily } from "./model.ts";
import { incompleteGamma, lnGamma } from "./special-functions.ts";

/** The two parameters of a lag's family. Gamma and Weibull: shape, scale in days. Lognormal: mu, sigma of ln days. */
export type LagParameters = readonly [number, number];

/** A lag of a two-parameter family. */
export type ParametricLag = Extract<Lag, { readonly family: LagFamily }>;

/** The 90 % point of the standard normal. */
const Z90 = 1.2815515655446004;

/** The point u with P(shape, u) = share: the quantile of the gamma distribution with scale 1. */
function unitGammaQuantile(shape: number, share: number): number {
  // P(a, u) <= u^a / Gamma(a + 1) gives a point that is surely below.
  const low = (Math.log(share) + lnGamma(shape + 1)) / shape;
  let high = Math.max(low, Math.log(shape)) + 1;
  while (incompleteGamma(shape, Math.exp(high)).lower < share) high += 1;
  return Math.exp(
    findRoot((logarithm) => incompleteGamma(shape, Math.exp(logarithm)).lower - share, low, high),
  );
}

function gammaFromQuantiles(median: number, p90: number): LagParameters {
  const wanted = Math.log(p90 / median);
  const spread = (logShape: number) => {
    const shape = Math.exp(logShape);
    return Math.log(unitGammaQuantile(shape, 0.9) / unitGammaQuantile(shape, 0.5)) - wanted;
  };
  const shape = Math.exp(findRoot(spread, Math.log(0.02), Math.log(4e6)));
  return [shape, median / unitGammaQuantile(shape, 0.5)];
}

function weibullFromMoments(mean: number, cv: number): LagParameters {
  const wanted = Math.log1p(cv * cv);
  const spread = (logShape: number) => {
    const inverse = Math.exp(-logShape);
    return lnGamma(1 + 2 * inverse) - 2 * lnGamma(1 + inverse) - wanted;
  };
  const shape = Math.exp(findRoot(spread, Math.log(0.1), Math.log(1e5)));
  return [shape, mean / Math.exp(lnGamma(1 + 1 / shape))];
}

const lognormalFromQuantiles = (median: number, p90: number): LagParameters => [
  Math.log(median),
  Math.log(p90 / median) / Z90,
];

function weibullFromQuantiles(median: number, p90: number): LagParameters {
  const shape = Math.log(Math.LN10 / Math.LN2) / Math.log(p90 / median);
  return [shape, median / Math.LN2 ** (1 / shape)];
}

const gammaFromMoments = (mean: number, cv: number): LagParameters => [
  1 / (cv * cv),
  mean * cv * cv,
];

function lognormalFromMoments(mean: number, cv: number): LagParameters {
  const variance = Math.log1p(cv * cv);
  return [Math.log(mean) - variance / 2, Math.sqrt(variance)];
}

const FROM_QUANTILES = {
  gamma: gammaFromQuantiles,
  lognormal: lognormalFromQuantiles,
  weibull: weibullFromQuantiles,
};
const FROM_MOMENTS = {
  gamma: gammaFromMoments,
  lognormal: lognormalFromMoments,
  weibull: weibullFromMoments,
};

/** The parameters of a lag given by median and p90 or by mean and cv. Source: docs/funnel-mathematics.md 1.3, table of families. */
export function lagParameters(lag: ParametricLag): LagParameters {
  return "median" in lag
    ? FROM_QUANTILES[lag.family](lag.median, lag.p90)
    : FROM_MOMENTS[lag.family](lag.mean, lag.cv);
}
