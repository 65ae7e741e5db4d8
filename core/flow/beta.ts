import { findRoot } from "./find-root.ts";
import { lnGamma } from "./special-functions.ts";

/** The continued fraction of the incomplete beta function, from its tail backwards until the value settles; Abramowitz & Stegun 26.5.8. */
function continuedFraction(x: number, a: number, b: number): number {
  const coefficient = (n: number): number => {
    const m = Math.floor(n / 2);
    return n % 2 === 0
      ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
      : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
  };
  let before = Number.NaN;
  for (let terms = 32; terms <= 65_536; terms *= 2) {
    let value = 1;
    for (let n = terms; n >= 1; n--) value = 1 + coefficient(n) / value;
    if (Math.abs(value - before) <= 1e-15 * Math.abs(value)) return value;
    before = value;
  }
  return before;
}

/** The regularised incomplete beta function for a, b > 0: the chance that a Beta(a, b) variable lies below x. */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction settles fast below the mean; above it the mirror image is used.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = a * Math.log(x) + b * Math.log1p(-x) + lnGamma(a + b) - lnGamma(a) - lnGamma(b);
  return Math.exp(front) / (a * continuedFraction(x, a, b));
}

/** The value below which a Beta(a, b) variable lies with the chance `share`; a, b > 0, share between 0 and 1. */
export function betaQuantile(share: number, a: number, b: number): number {
  return findRoot((x) => incompleteBeta(x, a, b) - share, 0, 1);
}
