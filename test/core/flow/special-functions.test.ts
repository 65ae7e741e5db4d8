import { describe, expect, test } from "vitest";
import { incompleteGamma, lnGamma, normalCdf } from "../../../core/flow/special-functions.ts";

/** |got / wanted - 1| */
const off = (got: number, wanted: number): number => Math.abs(got / wanted - 1);

// Wanted values: scipy 1.17 (gammaln, gammainc, gammaincc, ndtr).
describe("special functions", () => {
  test.each([
    [0.1, 2.252712651734206],
    [0.5, 0.5723649429247],
    [3.7, 1.428072326665388],
    [25, 54.78472939811232],
    [1000.5, 5908.674175848678],
  ])("lnGamma(%d)", (x, wanted) => {
    expect(off(lnGamma(x), wanted)).toBeLessThan(3e-15);
  });

  test.each([
    [0.02, 1e-5, 0.8032894123787888, 0.1967105876212112],
    [0.3, 0.01, 0.27924099635901484, 0.7207590036409852],
    [0.5, 2, 0.9544997361036415, 0.04550026389635857],
    [1.5625, 1.3, 0.5199294726806688, 0.4800705273193312],
    [25, 20, 0.1567726218262377, 0.8432273781737623],
    [25, 40, 0.9955173434344268, 0.00448265656557319],
    [1000, 1000, 0.5042052441802155, 0.4957947558197845],
    [1e6, 1.001e6, 0.8413447863683402, 0.15865521363165971],
  ])("incompleteGamma(%d, %d) is right in both tails", (a, x, lower, upper) => {
    const got = incompleteGamma(a, x);
    expect(off(got.lower, lower)).toBeLessThan(1e-13);
    expect(off(got.upper, upper)).toBeLessThan(1e-13);
  });

  test.each([
    [-8, 6.22096057427174e-16],
    [-3, 0.0013498980316300933],
    [-0.1, 0.46017216272297101],
    [0, 0.5],
    [0.5, 0.6914624612740131],
    [6, 0.9999999990134123],
  ])("normalCdf(%d)", (z, wanted) => {
    expect(off(normalCdf(z), wanted)).toBeLessThan(2e-14);
  });

  test("incompleteGamma ends at its limits", () => {
    expect(incompleteGamma(2, 0)).toEqual({ lower: 0, upper: 1 });
    expect(incompleteGamma(2, Number.POSITIVE_INFINITY)).toEqual({ lower: 1, upper: 0 });
  });
});
