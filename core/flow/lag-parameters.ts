import { findRoot } from "./find-root.ts";
import type { Lag, LagFamily } from "./model.ts";
import { gammaTerm, incompleteGamma, lnGamma } from "./special-functions.ts";

/** The two parameters of a lag's family. Gamma and Weibull: shape, scale in days. Lognormal: mu, sigma of ln days. */
export type LagParameters = readonly [number, number];

/** A lag of a two-parameter family. */
export type ParametricLag = Extract<Lag, { readonly family: LagFamily }>;

/** The 90 % point of the standard normal. */
const Z90 = 1.2815515655446004;

/**
 * The point u with P(shape, u) = share: the quantile of the gamma distribution with scale 1.
 *
 * ln P is concave in ln u, so Newton's method there comes up to the root from below whatever it starts from.
 * First guess: E. B. Wilson, M. M. Hilferty, "The distribution of chi-square" (1931); `z` is the normal's quantile.
 */
function unitGammaQuantile(shape: number, share: number, z: number): number {
  const cubeRoot = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
  // P(a, u) <= u^a / Gamma(a + 1) gives a point that is surely below.
  const below = (Math.log(share) + lnGamma(shape + 1)) / shape;
  let logarithm = cubeRoot > 0 ? Math.max(below, Math.log(shape * cubeRoot ** 3)) : below;
  for (let step = 0; step < 100; step++) {
    const u = Math.exp(logarithm);
    const { lower } = incompleteGamma(shape, u);
    const slope = (shape * gammaTerm(shape, u)) / lower;
    const change = Math.log(share / lower) / slope;
    logarithm += change;
    if (Math.abs(change) < 1e-15 * Math.max(1, Math.abs(logarithm))) break;
  }
  return Math.exp(logarithm);
}

const SMALLEST_SHAPE = 0.02;
const LARGEST_SHAPE = 4e6;

function gammaFromQuantiles(median: number, p90: number): LagParameters {
  const wanted = Math.log(p90 / median);
  const spread = (logShape: number) => {
    const shape = Math.exp(logShape);
    return Math.log(unitGammaQuantile(shape, 0.9, Z90) / unitGammaQuantile(shape, 0.5, 0)) - wanted;
  };
  // Near the normal distribution the spread is z / sqrt(shape); the root lies around there.
  const near = Math.min(LARGEST_SHAPE, Math.max(SMALLEST_SHAPE, (Z90 / wanted) ** 2));
  const [low, high] = [Math.max(SMALLEST_SHAPE, near / 1.6), Math.min(LARGEST_SHAPE, near * 1.3)];
  const inside = spread(Math.log(low)) >= 0 && spread(Math.log(high)) <= 0;
  const [from, until] = inside ? [low, high] : [SMALLEST_SHAPE, LARGEST_SHAPE];
  const shape = Math.exp(findRoot(spread, Math.log(from), Math.log(until)));
  return [shape, median / unitGammaQuantile(shape, 0.5, 0)];
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
