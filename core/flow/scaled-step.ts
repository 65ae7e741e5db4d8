import type { Lag, ModelStep } from "./model.ts";

/** The step with its share that goes on times `factor`, dated changes alike; so its season and its changes keep their shape. */
export function scaledConversion(step: ModelStep, factor: number): ModelStep {
  return {
    ...step,
    conversion: step.conversion * factor,
    ...(step.changes === undefined
      ? {}
      : {
          changes: step.changes.map((change) =>
            change.conversion === undefined
              ? change
              : { ...change, conversion: change.conversion * factor },
          ),
        }),
  };
}

/** The factor at which a step's highest rate, dated changes and season included, is 1; at least 1. Infinite where nobody ever goes on. */
export function conversionRoom({ conversion, changes = [], season = [1] }: ModelStep): number {
  const highest = Math.max(conversion, ...changes.map((change) => change.conversion ?? 0));
  return Math.max(1, 1 / (highest * Math.max(...season)));
}

/** The step with its time to go on times `factor`, dated changes alike. Leakers who have a lag of their own keep it. */
export function scaledDuration(step: ModelStep, factor: number): ModelStep {
  return {
    ...step,
    lag: scaledLag(step.lag, factor),
    ...(step.changes === undefined
      ? {}
      : {
          changes: step.changes.map((change) =>
            change.lag === undefined ? change : { ...change, lag: scaledLag(change.lag, factor) },
          ),
        }),
  };
}

/** A lag that takes `factor` times as long in every quantile; `factor` > 0. Its family and relative spread stay. */
function scaledLag(lag: Lag, factor: number): Lag {
  if (lag.family === "fixed") return { ...lag, days: lag.days * factor };
  if (lag.family === "histogram") return { ...lag, weights: scaledWeights(lag.weights, factor) };
  return "mean" in lag
    ? { ...lag, mean: lag.mean * factor }
    : { ...lag, median: lag.median * factor, p90: lag.p90 * factor };
}

/** Whoever took j days takes j x factor; between two whole days they are shared so that the mean is kept. */
function scaledWeights(weights: readonly number[], factor: number): readonly number[] {
  const scaled = Array.from({ length: Math.ceil((weights.length - 1) * factor) + 1 }, () => 0);
  for (const [day, weight] of weights.entries()) {
    const moved = day * factor;
    const whole = Math.floor(moved);
    const rest = moved - whole;
    scaled[whole] = (scaled[whole] ?? 0) + weight * (1 - rest);
    if (rest > 0) scaled[whole + 1] = (scaled[whole + 1] ?? 0) + weight * rest;
  }
  return scaled;
}
