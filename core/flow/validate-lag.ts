import { type FunnelError, shown } from "./funnel-error.ts";
import type { Lag, LeakLag } from "./model.ts";

/** A hundred years; beyond it a lag is a slip of the pen, and the kernels would only cost time. */
const LONGEST_DAYS = 36_525;
const NARROWEST = 1.002;
const WIDEST = 10_000;

const inDays = (value: number): boolean => value > 0 && value <= LONGEST_DAYS;

type Judgement = Pick<FunnelError, "code" | "value" | "message" | "help"> | undefined;

const shape = (value: number, message: string, help: string): Judgement => ({
  code: "LAG_SHAPE",
  value,
  message,
  help,
});

const USE_FIXED = 'If it always takes the same time, say { "family": "fixed", "days": … }.';

function judgeLag(lag: Lag): Judgement {
  if (lag.family === "fixed") return judgeFixed(lag.days);
  if (lag.family === "histogram") return judgeHistogram(lag.weights);
  if ("median" in lag) return judgeQuantiles(lag.median, lag.p90);
  return judgeMoments(lag.mean, lag.cv);
}

function judgeFixed(days: number): Judgement {
  if (days >= 0 && days <= LONGEST_DAYS) return undefined;
  return {
    code: "LAG_RANGE",
    value: days,
    message: `takes ${shown(days)} days; a fixed lag lies between 0 and ${LONGEST_DAYS} days`,
    help: "Count from the day of entry to the day of progress; the same day is 0.",
  };
}

function judgeHistogram(weights: readonly number[]): Judgement {
  const bad = weights.find((weight) => !(weight >= 0 && Number.isFinite(weight)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (bad === undefined && total > 0 && Number.isFinite(total) && weights.length <= LONGEST_DAYS) {
    return undefined;
  }
  return shape(
    bad ?? total,
    bad === undefined
      ? "has a histogram without any weight"
      : `has the weight ${shown(bad)} in its histogram; weights are 0 or more`,
    "Give one weight per whole day after entry, at least one of them above 0.",
  );
}

function judgeQuantiles(median: number, p90: number): Judgement {
  if (!(median > 0)) {
    return shape(
      median,
      `has a median of ${shown(median)} days; it must be above 0`,
      'For a step without delay say { "family": "fixed", "days": 0 }.',
    );
  }
  if (!(p90 > median)) {
    return shape(
      p90,
      `has a p90 of ${shown(p90)} days, not above its median of ${shown(median)} days`,
      `The p90 is the time within which 9 of 10 are through. ${USE_FIXED}`,
    );
  }
  const spread = p90 / median;
  if (spread < NARROWEST || spread > WIDEST) {
    return shape(
      p90,
      `has a p90 of ${shown(spread)} times its median; from ${NARROWEST} to ${WIDEST} times can be computed`,
      spread > WIDEST ? "Check the units; both are in days." : USE_FIXED,
    );
  }
  return inDays(median) && inDays(p90) ? undefined : tooLong(Math.max(median, p90));
}

function judgeMoments(mean: number, cv: number): Judgement {
  if (!(mean > 0)) {
    return shape(
      mean,
      `has a mean of ${shown(mean)} days; it must be above 0`,
      'For a step without delay say { "family": "fixed", "days": 0 }.',
    );
  }
  if (!(cv >= 0.001 && cv <= 7)) {
    return shape(
      cv,
      `has a coefficient of variation of ${shown(cv)}; it lies between 0.001 and 7`,
      `It is the standard deviation divided by the mean. ${USE_FIXED}`,
    );
  }
  return inDays(mean) ? undefined : tooLong(mean);
}

const tooLong = (days: number): Judgement => ({
  code: "LAG_RANGE",
  value: days,
  message: `takes ${shown(days)} days; at most ${LONGEST_DAYS} can be computed`,
  help: "Lags are in calendar days; check the unit.",
});

/** What is wrong with a lag, as a sentence about `what` at stage `stage`; nothing when it can be computed. */
export function lagErrors(stage: string, what: string, lag: LeakLag): readonly FunnelError[] {
  const judgement = lag === "never" ? undefined : judgeLag(lag);
  if (judgement === undefined) return [];
  return [{ ...judgement, stage, message: `${what} of stage "${stage}" ${judgement.message}.` }];
}
