import { describe, expect, test } from "vitest";
import {
  addMoments,
  betaBelief,
  chainMoments,
  countedBelief,
  fewObservations,
  gradientMoments,
  multiplierFor,
  type WinGroup,
} from "../../../core/chance/index.ts";

/** Two steps, two rates, and prospects at both. */
const rates = [betaBelief(30, 120), betaBelief(24, 36)];
const [first = 0, second = 0] = rates.map(({ mean }) => mean);
const early: WinGroup = { stage: 0, count: 400, chance: 0.9 * first * second };
const late: WinGroup = { stage: 1, count: 25, chance: 0.95 * second };

/** Second moment of a Beta(a, b). */
const squared = (a: number, b: number): number => (a * (a + 1)) / ((a + b) * (a + b + 1));

describe("the moments of a chain", () => {
  test("of prospects at one stage are those of a binomial whose share varies", () => {
    const share = squared(24, 36);
    const { mean, variance } = chainMoments([{ ...late, count: 10, chance: second }], rates);
    // E = n e, Var = n e - n f + n² (f - e²).
    expect(mean).toBeCloseTo(10 * second, 12);
    expect(variance).toBeCloseTo(10 * second - 10 * share + 100 * (share - second ** 2), 10);
  });

  test("of prospects at two stages share the rates ahead of both", () => {
    const [f1, f2] = [squared(30, 120), squared(24, 36)];
    const [m0, m1] = [400 * 0.9, 25 * 0.95];
    const cross = 2 * m0 * m1 * first * f2;
    const mean = m0 * first * second + m1 * second;
    const known = mean - 400 * 0.81 * f1 * f2 - 25 * 0.95 ** 2 * f2;
    const shared = m0 ** 2 * f1 * f2 + m1 ** 2 * f2 + cross - mean ** 2;
    const got = chainMoments([early, late], rates);
    expect(got.mean).toBeCloseTo(mean, 10);
    expect(got.intrinsic).toBeCloseTo(known, 10);
    expect(got.parameter).toBeCloseTo(shared, 8);
  });

  test("skew as the rates do: the third moment of one stage is that of its Beta", () => {
    const [a, b] = [24, 36];
    const raw = (a * (a + 1) * (a + 2)) / ((a + b) * (a + b + 1) * (a + b + 2));
    const central = raw - 3 * second * (squared(a, b) - second ** 2) - second ** 3;
    const got = chainMoments([{ stage: 1, count: 10, chance: second }], rates);
    expect(got.third / (1000 * central)).toBeCloseTo(1, 9);
  });

  test("have only luck in them when the rates are known", () => {
    const known = rates.map(({ mean }) => ({ mean, variance: 0, third: 0 }));
    const got = chainMoments([early, late], known);
    expect(got.parameter).toBe(0);
    expect(got.variance).toBeCloseTo(
      400 * early.chance * (1 - early.chance) + 25 * late.chance * (1 - late.chance),
      10,
    );
  });

  test("do not average out what is not known: twice the prospects, four times that part", () => {
    const twice = [early, late].map((group) => ({ ...group, count: group.count * 2 }));
    const [one, two] = [chainMoments([early, late], rates), chainMoments(twice, rates)];
    expect(two.parameter).toBeCloseTo(4 * one.parameter, 8);
    expect(two.intrinsic).toBeCloseTo(2 * one.intrinsic, 8);
  });
});

describe("the moments to first order", () => {
  test("come close to the exact ones where little is unknown", () => {
    const counted = [countedBelief(first, 5000), countedBelief(second, 3000)];
    const mean = 400 * early.chance + 25 * late.chance;
    const slopes = [(400 * early.chance) / first, mean / second];
    const [near, exact] = [
      gradientMoments([early, late], counted, slopes),
      chainMoments([early, late], counted),
    ];
    expect(near.mean).toBeCloseTo(exact.mean, 10);
    expect(near.parameter / exact.parameter).toBeCloseTo(1, 3);
    expect(near.intrinsic / exact.intrinsic).toBeCloseTo(1, 3);
  });
});

describe("sums and rough chances", () => {
  test("independent parts add their means and variances, each part scaled by its factor", () => {
    const one = chainMoments([early], rates);
    const sum = addMoments([{ moments: one }, { moments: one, factor: 3 }]);
    expect(sum.mean).toBeCloseTo(4 * one.mean, 10);
    expect(sum.variance).toBeCloseTo(10 * one.variance, 8);
  });

  test("few observations are told from many", () => {
    const at = (trials: number): boolean =>
      fewObservations(
        chainMoments([early], [countedBelief(first, trials), rates[1] ?? betaBelief(1, 1)]),
      );
    expect([at(10), at(2000)]).toEqual([true, false]);
  });
});

describe("the factor on new entries", () => {
  const spreadOf = (factor: number) =>
    chainMoments([{ ...early, count: early.count * factor }, late], rates);

  test("is 0 when those on the way are enough, and grows with the confidence", () => {
    expect(multiplierFor(spreadOf, 2, 0.8)).toBe(0);
    const [low, high] = [0.5, 0.9].map((sure) => multiplierFor(spreadOf, 40, sure) ?? 0);
    expect(high).toBeGreaterThan(low ?? 0);
  });

  test("is infinite, told as null, when nobody new can win in time", () => {
    expect(multiplierFor(() => chainMoments([late], rates), 40, 0.8)).toBeNull();
  });
});
