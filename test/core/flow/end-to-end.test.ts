import { describe, expect, test } from "vitest";
import { extendTargets } from "../../../core/flow/horizon.ts";
import {
  ceilRunningTotal,
  endToEnd,
  eventualRate,
  roundRunningTotal,
} from "../../../core/flow/index.ts";
import { soundModel } from "./arbitrary-funnel.ts";

const frame = { start: "2026-01-01", months: 12, won: "won", opening: [] } as const;
const fixed = (days: number) => ({ family: "fixed", days }) as const;

describe("end to end", () => {
  test("multiplies the rates and adds the lags of a chain", () => {
    const model = soundModel({
      ...frame,
      steps: [
        { id: "lead", conversion: 0.25, lag: fixed(20) },
        { id: "offer", conversion: 0.4, lag: fixed(30) },
      ],
    });
    expect(endToEnd(model, 0)).toEqual({ rate: 0.1, q10: 50, q50: 50, q90: 50, q99: 50 });
    expect(endToEnd(model, 1)).toEqual({ rate: 0.4, q10: 30, q50: 30, q90: 30, q99: 30 });
  });

  test("counts those who come back: p / (1 - (1 - p) r) (lemma 21)", () => {
    const recycle = { share: 0.5, to: 0, lag: fixed(30) };
    const model = soundModel({
      ...frame,
      steps: [{ id: "lead", conversion: 0.2, lag: fixed(10), recycle }],
    });
    const { rate, q50, q90 } = endToEnd(model, 0);
    expect(rate).toBeCloseTo(1 / 3, 12);
    // 60 % win on day 10, another 24 % on day 50, another 9.6 % on day 90.
    expect([q50, q90]).toEqual([10, 90]);
  });

  test("takes the terms of the day asked for", () => {
    const model = soundModel({
      ...frame,
      steps: [
        {
          id: "lead",
          conversion: 0.2,
          lag: fixed(10),
          changes: [{ from: "2026-03-01", conversion: 0.3 }],
          season: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0.4],
        },
      ],
    });
    expect(eventualRate(model, 0)).toBeCloseTo(0.2 * 0.95, 12);
    expect(eventualRate(model, 59)).toBeCloseTo(0.3 * 0.95, 12);
  });

  test("has no quantile where nobody wins", () => {
    const model = soundModel({ ...frame, steps: [{ id: "lead", conversion: 0, lag: fixed(1) }] });
    expect(endToEnd(model, 0)).toEqual({ rate: 0, q10: null, q50: null, q90: null, q99: null });
  });
});

describe("extendTargets", () => {
  const twoYears = Array.from({ length: 24 }, (_, month) => (month < 12 ? 10 : 12) + (month % 12));

  test("repeats last year's months times the growth from year to year", () => {
    const factor = (144 + 66) / (120 + 66);
    expect(extendTargets(twoYears, 2, "growth").slice(24)).toEqual([
      expect.closeTo(12 * factor, 9),
      expect.closeTo(13 * factor, 9),
    ]);
  });

  test("holds last year's months, or grows them at a given rate", () => {
    expect(extendTargets(twoYears, 2, "hold").slice(24)).toEqual([12, 13]);
    expect(extendTargets(twoYears, 2, { rate: 0.5 }).slice(24)).toEqual([18, 19.5]);
  });

  test("does not guess growth from less than two years", () => {
    expect(extendTargets([4, 8], 2, "growth")).toEqual([4, 8, 6, 6]);
    expect(extendTargets(twoYears.slice(0, 18), 1, "growth").at(-1)).toBe(16);
  });
});

describe("rounding", () => {
  test("shows parts that add up to the rounded total", () => {
    expect(roundRunningTotal([0.5, 0.4, 0.4, 0.4])).toEqual([1, 0, 0, 1]);
    expect(roundRunningTotal([0.2, 0.2, 0.2])).toEqual([0, 0, 1]);
  });

  test("supplies the running total rounded up", () => {
    expect(ceilRunningTotal([0.4167, 0.4167, 0.4167])).toEqual([1, 0, 1]);
    expect(ceilRunningTotal([1 + 1e-12, 2])).toEqual([1, 2]);
  });
});
