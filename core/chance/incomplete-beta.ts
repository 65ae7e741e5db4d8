import { lnGamma } from "../flow/index.ts";

/** The smallest number by which the fraction divides. */
const TINY = 1e-300;
/** Steps grow with the root of the larger parameter; a million serves parameters up to 10^11. */
const MOST_STEPS = 1_000_000;

/** A divisor that is never 0. */
const safe = (value: number): number => (Math.abs(value) < TINY ? TINY : value);

/** The continued fraction of I_x(a, b), by the modified Lentz method; quick for x < (a + 1) / (a + b + 2). Source: DLMF 8.17.22. */
function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / safe(1 - ((a + b) * x) / (a + 1));
  let product = d;
  for (let m = 1; m < MOST_STEPS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / safe(1 + even * d);
    c = safe(1 + even / c);
    product *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / safe(1 + odd * d);
    c = safe(1 + odd / c);
    product *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return product;
}

/**
 * I_x(a, b), the regularised incomplete beta function: the chance that a Beta(a, b) share is at most x.
 *
 * @param x In [0, 1]; `rest` is 1 - x, given by itself so that a tiny one keeps its digits.
 * @param a Above 0, as is `b`; absolute error near 1e-13 for both below 10^4, and growing with them (1e-8 at 10^7).
 */
export function incompleteBeta(x: number, a: number, b: number, rest = 1 - x): number {
  if (x <= 0) return 0;
  if (rest <= 0) return 1;
  const term = Math.exp(
    a * Math.log(x) + b * Math.log(rest) - (lnGamma(a) + lnGamma(b) - lnGamma(a + b)),
  );
  return x < (a + 1) / (a + b + 2)
    ? (term * fraction(x, a, b)) / a
    : 1 - (term * fraction(rest, b, a)) / b;
}
