import { lagParameters } from "./lag-parameters.ts";
import { memo } from "./memo.ts";
import type { Lag } from "./model.ts";
import { gammaTerm, incompleteGamma, lnGamma, normalCdf } from "./special-functions.ts";

/**
 * What the engine needs to know of a lag; x in days.
 *
 * `elapsed` and `outstanding` are two views of one function: elapsed(x) = x - mean + outstanding(x). The first keeps its
 * digits for small x, the second for large x. Source of the closed forms: docs/funnel-mathematics.md 1.3.
 */
export interface LagLaw {
  /** Mean in days. */
  readonly mean: number;
  /** F(x), the share that has progressed by x. */
  readonly cdf: (x: number) => number;
  /** G(x), the integral of F from 0 to x; 0 for x <= 0. */
  readonly elapsed: (x: number) => number;
  /** The integral of 1 - F from x to infinity: the expected days still to come beyond x. */
  readonly outstanding: (x: number) => number;
  /** f(x), the rate at which they progress at x > 0; absent where it is no smooth function. `logX` is ln x. */
  readonly density?: (x: number, logX: number) => number;
  /** How much f changes in a day around x, relative to itself; a bound on |d ln f / dx|. */
  readonly steepness?: (x: number) => number;
}

function fixedLaw(days: number): LagLaw {
  return {
    mean: days,
    cdf: (x) => (x >= days ? 1 : 0),
    elapsed: (x) => Math.max(0, x - days),
    outstanding: (x) => Math.max(0, days - Math.max(0, x)) - Math.min(0, x),
  };
}

function gammaLaw(shape: number, scale: number): LagLaw {
  const mean = shape * scale;
  const logNorm = -lnGamma(shape) - shape * Math.log(scale);
  return {
    mean,
    density: (x, logX) => Math.exp((shape - 1) * logX - x / scale + logNorm),
    steepness: (x) => Math.abs(shape - 1) / x + 1 / scale,
    cdf: (x) => incompleteGamma(shape, x / scale).lower,
    elapsed: (x) => {
      if (x <= 0) return 0;
      const { lower } = incompleteGamma(shape + 1, x / scale);
      return x * (lower + gammaTerm(shape, x / scale)) - mean * lower;
    },
    outstanding: (x) => {
      if (x <= 0) return mean - x;
      const { upper } = incompleteGamma(shape, x / scale);
      return mean * (upper + gammaTerm(shape, x / scale)) - x * upper;
    },
  };
}

function lognormalLaw(mu: number, sigma: number): LagLaw {
  const mean = Math.exp(mu + (sigma * sigma) / 2);
  const standard = (x: number) => (Math.log(x) - mu) / sigma;
  const logNorm = -Math.log(sigma * Math.sqrt(2 * Math.PI));
  return {
    mean,
    density: (_, logX) => {
      const z = (logX - mu) / sigma;
      return Math.exp(logNorm - logX - (z * z) / 2);
    },
    steepness: (x) => (1 + Math.abs(standard(x)) / sigma) / x,
    cdf: (x) => (x <= 0 ? 0 : normalCdf(standard(x))),
    elapsed: (x) =>
      x <= 0 ? 0 : x * normalCdf(standard(x)) - mean * normalCdf(standard(x) - sigma),
    outstanding: (x) =>
      x <= 0 ? mean - x : mean * normalCdf(sigma - standard(x)) - x * normalCdf(-standard(x)),
  };
}

function weibullLaw(shape: number, scale: number): LagLaw {
  const mean = scale * Math.exp(lnGamma(1 + 1 / shape));
  const power = (x: number) => (x / scale) ** shape;
  const logScale = Math.log(scale);
  const logNorm = Math.log(shape) - shape * logScale;
  return {
    mean,
    density: (_, logX) =>
      Math.exp((shape - 1) * logX + logNorm - Math.exp(shape * (logX - logScale))),
    steepness: (x) => (Math.abs(shape - 1) + shape * power(x)) / x,
    cdf: (x) => (x <= 0 ? 0 : -Math.expm1(-power(x))),
    elapsed: (x) =>
      x <= 0
        ? 0
        : -x * Math.expm1(-power(x)) - mean * incompleteGamma(1 + 1 / shape, power(x)).lower,
    outstanding: (x) =>
      x <= 0
        ? mean - x
        : mean * incompleteGamma(1 + 1 / shape, power(x)).upper - x * Math.exp(-power(x)),
  };
}

function histogramLaw(weights: readonly number[]): LagLaw {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const expected = (f: (day: number) => number) =>
    weights.reduce((sum, weight, day) => sum + (weight * f(day)) / total, 0);
  return {
    mean: expected((day) => day),
    cdf: (x) => expected((day) => (day <= x ? 1 : 0)),
    elapsed: (x) => expected((day) => Math.max(0, x - day)),
    outstanding: (x) => expected((day) => Math.max(0, day - x)),
  };
}

const remembered = memo<LagLaw>(512);

/**
 * The law of a lag whose numbers are in range (see `validate-lag.ts`).
 *
 * Finding a law's parameters takes a search, so laws are remembered by their numbers; the answer depends on the lag alone.
 */
export function lagLaw(lag: Lag): LagLaw {
  if (lag.family === "fixed") return fixedLaw(lag.days);
  if (lag.family === "histogram") return histogramLaw(lag.weights);
  return remembered(JSON.stringify(lag), () => {
    const law = { gamma: gammaLaw, lognormal: lognormalLaw, weibull: weibullLaw }[lag.family];
    return law(...lagParameters(lag));
  });
}
