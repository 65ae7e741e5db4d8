import { describe, expect, test } from "vitest";
import { lagLaw } from "../../../core/flow/lag.ts";
import type { ModelStep } from "../../../core/flow/model.ts";
import {
  conversionRoom,
  scaledConversion,
  scaledDuration,
} from "../../../core/flow/scaled-step.ts";
import { LAGS } from "./arbitrary-funnel.ts";

const step: ModelStep = {
  id: "aware",
  conversion: 0.4,
  lag: { family: "fixed", days: 30 },
  changes: [{ from: "2027-03-01", conversion: 0.5, lag: { family: "fixed", days: 20 } }],
  season: [1, 1, 1, 1, 1, 1, 1, 0.8, 1, 1, 1.25, 1],
};

describe("a step with another duration", () => {
  test.each(LAGS.map((lag) => [JSON.stringify(lag), lag] as const))(
    "takes so many times as long on average: %s",
    (_, lag) => {
      for (const factor of [0.1, 0.9, 1, 1.7]) {
        const scaled = scaledDuration({ id: "aware", conversion: 0.4, lag }, factor);
        const mean = lagLaw(lag).mean * factor;
        expect(Math.abs(lagLaw(scaled.lag).mean - mean)).toBeLessThan(1e-9 * Math.max(1, mean));
      }
    },
  );

  test("keeps its share, and its dated changes take as many times as long", () => {
    expect(scaledDuration(step, 0.5)).toEqual({
      ...step,
      lag: { family: "fixed", days: 15 },
      changes: [{ from: "2027-03-01", conversion: 0.5, lag: { family: "fixed", days: 10 } }],
    });
  });
});

describe("a step with another conversion", () => {
  test("keeps its duration, and its dated changes rise alike", () => {
    const { conversion, changes, lag } = scaledConversion(step, 1.5);
    expect([conversion, changes?.[0]?.conversion]).toEqual([0.6000000000000001, 0.75]);
    expect(lag).toBe(step.lag);
  });

  test("has room until its best rate, in its best season, is 1", () => {
    expect(conversionRoom(step)).toBeCloseTo(1 / (0.5 * 1.25), 12);
    expect(conversionRoom({ id: "sure", conversion: 1, lag: step.lag })).toBe(1);
  });
});
