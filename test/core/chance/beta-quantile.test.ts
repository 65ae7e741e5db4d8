import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { betaQuantile } from "../../../core/chance/beta-quantile.ts";
import { incompleteBeta } from "../../../core/chance/incomplete-beta.ts";

/** The chance of `from` or more successes in `trials`, summed one by one. */
function atLeast(from: number, trials: number, chance: number): number {
  let [sum, choose] = [0, 1];
  for (let k = 0; k <= trials; k++) {
    if (k >= from) sum += choose * chance ** k * (1 - chance) ** (trials - k);
    choose *= (trials - k) / (k + 1);
  }
  return sum;
}

describe("the incomplete beta function", () => {
  test("is the tail of the binomial distribution for whole numbers", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 30 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (a, b, x) => {
          expect(incompleteBeta(x, a, b)).toBeCloseTo(atLeast(a, a + b - 1, x), 11);
        },
      ),
    );
  });

  test("has its closed forms: x, a power, and the arc sine", () => {
    for (const x of [0, 0.1, 0.5, 0.93, 1]) {
      expect(incompleteBeta(x, 1, 1)).toBeCloseTo(x, 13);
      expect(incompleteBeta(x, 3.7, 1)).toBeCloseTo(x ** 3.7, 13);
      expect(incompleteBeta(x, 0.5, 0.5)).toBeCloseTo((2 / Math.PI) * Math.asin(Math.sqrt(x)), 12);
    }
  });
});

describe("the quantile of a beta distribution", () => {
  test("has so much below it, for few and for many counted", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.3, max: 5000, noNaN: true }),
        fc.double({ min: 0.3, max: 5000, noNaN: true }),
        fc.double({ min: 0.02, max: 0.98, noNaN: true }),
        (a, b, share) => {
          expect(incompleteBeta(betaQuantile(share, a, b), a, b)).toBeCloseTo(share, 8);
        },
      ),
    );
  });
});
