import { describe, expect, test } from "vitest";
import { incompleteBeta } from "../../../core/chance/incomplete-beta.ts";
import { realisticRange } from "../../../core/funnel/realistic-range.ts";

const counted = (value: number, trials: number) =>
  realisticRange({
    value,
    basis: {
      successes: value * trials,
      trials,
      from: "2026-01-01",
      until: "2027-01-01",
      source: "CRM",
    },
  });

describe("how far a rate may realistically lie off", () => {
  test("one time in ten below, one in ten above, as the count leaves it", () => {
    const { low, high } = counted(0.25, 160);
    expect(incompleteBeta(low, 40, 120)).toBeCloseTo(0.1, 10);
    expect(incompleteBeta(high, 40, 120)).toBeCloseTo(0.9, 10);
  });

  test("the more were counted, the narrower; about half as wide for four times as many", () => {
    const widths = [40, 160, 640, 2560].map((trials) => {
      const { low, high } = counted(0.25, trials);
      return high - low;
    });
    for (const [index, width] of widths.slice(1).entries()) {
      const times = (widths[index] ?? 0) / width;
      expect(times).toBeGreaterThan(1.95);
      expect(times).toBeLessThan(2.05);
    }
  });

  test("an assumed rate is as unsure as if 30 had been counted, and says that nobody counted", () => {
    const { low, high } = counted(0.25, 30);
    expect(realisticRange({ value: 0.25, assumed: "New segment." })).toEqual({
      low,
      high,
      counted: undefined,
    });
  });

  test("a rate of 0 or 1 stays what it is, and nothing leaves the range of a share", () => {
    expect(counted(1, 12)).toEqual({ low: 1, high: 1, counted: 12 });
    expect(counted(0, 12)).toEqual({ low: 0, high: 0, counted: 12 });
    const { low, high } = counted(0.99, 3);
    expect(low).toBeGreaterThan(0);
    expect(high).toBeLessThanOrEqual(1);
  });
});
