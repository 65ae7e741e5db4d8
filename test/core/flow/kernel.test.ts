import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kernel, kernelFromNextDay } from "../../../core/flow/kernel.ts";
import { lagLaw } from "../../../core/flow/lag.ts";
import type { Lag } from "../../../core/flow/model.ts";
import { LAGS, RUNS } from "./arbitrary-funnel.ts";

const anyLag: fc.Arbitrary<Lag> = fc.oneof(
  fc.record({
    family: fc.constant("fixed" as const),
    days: fc.double({ min: 0, max: 90, noNaN: true }),
  }),
  fc
    .record({
      family: fc.constantFrom("gamma" as const, "lognormal" as const, "weibull" as const),
      median: fc.double({ min: 0.3, max: 40, noNaN: true }),
      ratio: fc.double({ min: 1.1, max: 3, noNaN: true }),
    })
    .map(({ family, median, ratio }) => ({ family, median, p90: median * ratio })),
  fc.record({
    family: fc.constantFrom("gamma" as const, "lognormal" as const, "weibull" as const),
    mean: fc.double({ min: 0.3, max: 40, noNaN: true }),
    cv: fc.double({ min: 0.05, max: 0.9, noNaN: true }),
  }),
);

describe("a kernel", () => {
  test("keeps the mean of its lag, whatever the family (lemma 7)", () => {
    fc.assert(
      fc.property(anyLag, (lag) => {
        const { weights, tails } = kernel(lag, 4000);
        const mean = weights.reduce((sum, weight, j) => sum + j * weight, 0);
        const beyond =
          lagLaw(lag).outstanding(weights.length - 1) + weights.length * (tails.at(-1) ?? 0);
        const wanted = lagLaw(lag).mean;
        expect(Math.abs(mean + beyond - wanted)).toBeLessThan(1e-7 * (1 + wanted));
        expect(tails[0]).toBeCloseTo(1, 9);
      }),
      RUNS,
    );
  });

  test("puts a whole-day lag on its day and splits a fractional one", () => {
    expect([...kernel({ family: "fixed", days: 3 }, 9).weights].slice(0, 5)).toEqual([
      0, 0, 0, 1, 0,
    ]);
    const split = kernel({ family: "fixed", days: 2.25 }, 9).weights;
    expect(split[2]).toBeCloseTo(0.75, 12);
    expect(split[3]).toBeCloseTo(0.25, 12);
  });

  test("leaves mass beyond the plan where it is", () => {
    const { tails, weights } = kernel({ family: "fixed", days: 5000 }, 365);
    expect(weights.every((weight) => weight === 0)).toBe(true);
    expect(tails[365]).toBe(1);
  });

  test("does not depend on what was asked before", () => {
    const [, , , lag] = LAGS;
    if (lag === undefined) throw new Error("no lag");
    const first = kernel(lag, 700).weights.slice(0, 300);
    kernel(lag, 3000);
    expect(kernel(lag, 700).weights.slice(0, 300)).toEqual(first);
  });

  test("sends nobody back on the day of leaving", () => {
    const { weights, tails } = kernelFromNextDay({ family: "fixed", days: 0 }, 9);
    expect([...weights].slice(0, 3)).toEqual([0, 1, 0]);
    expect([...tails].slice(0, 3)).toEqual([1, 1, 0]);
  });

  test.each([
    [{ family: "gamma", median: 30, p90: 75 }],
    [{ family: "lognormal", median: 30, p90: 110 }],
    [{ family: "weibull", median: 30, p90: 90 }],
    [{ family: "gamma", median: 30, p90: 30.07 }],
    [{ family: "gamma", median: 1, p90: 5000 }],
  ] satisfies [Lag][])("meets the median and p90 of %o", (lag) => {
    const { cdf } = lagLaw(lag);
    expect(cdf(lag.median)).toBeCloseTo(0.5, 10);
    expect(cdf(lag.p90)).toBeCloseTo(0.9, 10);
  });

  test("of a Weibull lag by mean and cv has that mean and spread", () => {
    const { weights } = kernel({ family: "weibull", mean: 20, cv: 0.5 }, 500);
    const mean = weights.reduce((sum, weight, j) => sum + j * weight, 0);
    const square = weights.reduce((sum, weight, j) => sum + j * j * weight, 0);
    expect(mean).toBeCloseTo(20, 6);
    // The grid adds about a sixth of a day squared.
    expect(square - mean * mean).toBeCloseTo(100 + 1 / 6, 3);
  });
});
