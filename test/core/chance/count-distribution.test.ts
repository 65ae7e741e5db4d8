import { describe, expect, test } from "vitest";
import { incompleteBeta } from "../../../core/chance/incomplete-beta.ts";
import { countDistribution } from "../../../core/chance/index.ts";

/** A count out of its mean and variance, held against distributions that can be added up by hand. */

const chances = (pmf: (k: number) => number, from: number, until: number): number =>
  Array.from({ length: until - from }, (_, index) => pmf(from + index)).reduce((a, b) => a + b, 0);

/** Binomial weights by multiplying up, so that nothing of what is tested is used. */
function binomial(n: number, p: number): (k: number) => number {
  return (k) => {
    let weight = (1 - p) ** (n - k);
    for (let i = 1; i <= k; i++) weight *= ((n - k + i) / i) * p;
    return weight;
  };
}

/** Negative binomial weights with a whole shape, by the recursion of the Panjer class. */
function negativeBinomial(shape: number, p: number): (k: number) => number {
  return (k) => {
    let weight = p ** shape;
    for (let i = 1; i <= k; i++) weight *= ((shape + i - 1) / i) * (1 - p);
    return weight;
  };
}

describe("the incomplete beta function", () => {
  test("is the sum of binomial weights for whole parameters", () => {
    for (const [k, n, p] of [
      [1, 5, 0.2],
      [3, 12, 0.4],
      [30, 50, 0.55],
      [2, 60, 0.001],
    ] as const) {
      expect(incompleteBeta(p, k, n - k + 1)).toBeCloseTo(chances(binomial(n, p), k, n + 1), 12);
    }
  });

  test("mirrors, and ends at 0 and 1", () => {
    for (const [x, a, b] of [
      [0.3, 2.5, 7],
      [0.9, 120, 14.2],
      [1e-6, 0.4, 3],
    ] as const) {
      expect(incompleteBeta(x, a, b) + incompleteBeta(1 - x, b, a)).toBeCloseTo(1, 12);
    }
    expect(incompleteBeta(0, 2, 3)).toBe(0);
    expect(incompleteBeta(1, 2, 3)).toBe(1);
  });
});

describe("a count with the mean and variance of", () => {
  test("a binomial is that binomial", () => {
    const [n, p] = [25, 0.3];
    const deals = countDistribution({ mean: n * p, variance: n * p * (1 - p) });
    for (let k = 0; k <= n + 1; k++) {
      expect(deals.atLeast(k)).toBeCloseTo(chances(binomial(n, p), k, n + 1), 10);
    }
  });

  test("a negative binomial is that negative binomial", () => {
    const [shape, p] = [4, 0.25];
    const mean = (shape * (1 - p)) / p;
    const deals = countDistribution({ mean, variance: mean / p });
    for (let k = 0; k <= 40; k++) {
      expect(deals.atLeast(k)).toBeCloseTo(1 - chances(negativeBinomial(shape, p), 0, k), 10);
    }
  });

  test("a Poisson count goes over into its neighbours without a jump", () => {
    const mean = 12;
    const at = (ratio: number): number =>
      countDistribution({ mean, variance: mean * ratio }).atLeast(15);
    const poisson = at(1);
    expect(poisson).toBeCloseTo(1 - chances((k) => poissonWeight(mean, k), 0, 15), 12);
    expect(Math.abs(at(1.00002) - poisson)).toBeLessThan(1e-5);
    expect(Math.abs(at(0.99998) - poisson)).toBeLessThan(1e-5);
  });

  test("something that is sure is sure", () => {
    const deals = countDistribution({ mean: 7, variance: 0 });
    expect([deals.atLeast(7), deals.atLeast(8), deals.quantile(0.1), deals.quantile(0.9)]).toEqual([
      1, 0, 7, 7,
    ]);
    const nobody = countDistribution({ mean: 0, variance: 0 });
    expect([nobody.atLeast(0), nobody.atLeast(0.2), nobody.quantile(0.9)]).toEqual([1, 0, 0]);
  });

  test("fewer trials than whole ones keeps its mean and variance", () => {
    const spread = { mean: 9.7, variance: 0.45 };
    const deals = countDistribution(spread);
    const weights = Array.from({ length: 16 }, (_, k) => deals.atLeast(k) - deals.atLeast(k + 1));
    const mean = weights.reduce((sum, weight, k) => sum + weight * k, 0);
    const variance = weights.reduce((sum, weight, k) => sum + weight * (k - mean) ** 2, 0);
    expect(Math.min(...weights)).toBeGreaterThanOrEqual(-1e-12);
    expect(mean).toBeCloseTo(spread.mean, 10);
    expect(variance).toBeCloseTo(spread.variance, 10);
  });
});

function poissonWeight(mean: number, k: number): number {
  let weight = Math.exp(-mean);
  for (let i = 1; i <= k; i++) weight *= mean / i;
  return weight;
}

describe("a chance", () => {
  test("of a target with a fraction is that of the next whole deal", () => {
    const deals = countDistribution({ mean: 10, variance: 16 });
    expect(deals.atLeast(9.2)).toBe(deals.atLeast(10));
    expect(deals.atLeast(10 + 1e-12)).toBe(deals.atLeast(10));
  });

  test("rises with the mean at one spread, and falls with the target", () => {
    const at = (mean: number, target: number): number =>
      countDistribution({ mean, variance: mean + (0.15 * mean) ** 2 }).atLeast(target);
    for (let mean = 1; mean < 80; mean += 1.7) {
      expect(at(mean + 0.5, 40)).toBeGreaterThan(at(mean, 40));
      expect(at(mean, 12)).toBeGreaterThan(at(mean, 13));
    }
  });

  test("and its quantiles belong together: one fewer is not enough", () => {
    for (const [mean, variance] of [
      [0.3, 0.3],
      [12, 30],
      [12, 8],
      [600, 9000],
      [80_000, 4e6],
    ] as const) {
      const deals = countDistribution({ mean, variance });
      for (const share of [0.05, 0.1, 0.5, 0.9, 0.95]) {
        const k = deals.quantile(share);
        expect(1 - deals.atLeast(k + 1)).toBeGreaterThanOrEqual(share);
        expect(k === 0 ? 0 : 1 - deals.atLeast(k)).toBeLessThan(share);
      }
    }
  });
});
