import {
  conversionRoom,
  type Lag,
  type ModelStep,
  scaledConversion,
  scaledDuration,
} from "../flow/index.ts";
import { moneyNumber } from "../money.ts";
import { businesses, type SoundPlan, type SoundSegment } from "../plan/index.ts";
import { curved, effects, elasticity, type Point, straight } from "./elasticity.ts";
import { type Outcome, type OutcomeRun, type OutcomeRunner, revenueOf } from "./outcome.ts";
import { realisticRange } from "./realistic-range.ts";
import { modelStepOf, type SegmentModels, stepsOf, withStep } from "./segment-models.ts";
import type {
  Influence,
  RealisticChange,
  StepInfluence,
  ValueInfluence,
} from "./sensitivity-answer.ts";

/** What the influences of a segment are found with. */
export interface InfluenceFrame {
  readonly plan: SoundPlan;
  readonly segment: SoundSegment;
  readonly run: OutcomeRunner;
  readonly base: OutcomeRun;
  /** New prospects that would be required by the deadline if the way to the sale, or what a deal brings, were otherwise. */
  readonly required: (models: SegmentModels, dealValueFactor?: number) => number;
}

/** Durations and deal values have no count to rest on: a tenth is what teams plausibly change within a year. */
const usualChange = 0.1;

/** So small a change that the result's own curve, which recycling gives it, hardly shows. */
const nudge = 1e-3;

/** Every number of a segment that moves its result: conversion and duration of each step that can change, then the deal values. */
export function influencesOf(frame: InfluenceFrame): readonly Influence[] {
  const steps = stepsOf(frame.segment).flatMap((each): readonly Influence[] => {
    const model = modelStepOf(frame.segment, each.step);
    if (model === undefined || model.conversion === 0) return [];
    const range = realisticRange(each.step.document.conversion);
    const room = conversionRoom(model);
    const conversion = stepInfluence(frame, each, {
      of: "conversion",
      value: model.conversion,
      counted: range.counted,
      better: Math.min(room, range.high / model.conversion),
      worse: range.low / model.conversion,
      scaled: scaledConversion,
    });
    const days = typicalDays(model.lag);
    // A renewal comes when the contract ends; nobody can hurry it.
    if (days === 0 || each.step.to.business === "renewal") return [conversion];
    const duration = stepInfluence(frame, each, {
      of: "duration",
      value: days,
      counted: undefined,
      better: 1 - usualChange,
      worse: 1 + usualChange,
      scaled: scaledDuration,
    });
    return [conversion, duration];
  });
  return [...steps, ...valueInfluences(frame)];
}

/** The days that the plan names: all take that long, half do, or it is their mean. */
export function typicalDays(lag: Lag): number {
  if (lag.family === "fixed") return lag.days;
  if (lag.family !== "histogram") return "median" in lag ? lag.median : lag.mean;
  const entries = lag.weights.reduce((sum, weight) => sum + weight, 0);
  return lag.weights.reduce((sum, weight, day) => sum + (weight * day) / entries, 0);
}

/** One number of a step, and how it may change: factors for the better and the worse, and what a factor makes of the step. */
interface StepNumber extends Pick<StepInfluence, "of" | "value" | "counted"> {
  readonly better: number;
  readonly worse: number;
  readonly scaled: (step: ModelStep, factor: number) => ModelStep;
}

function stepInfluence(
  { segment, run, base, required }: InfluenceFrame,
  { step, beforeSale }: ReturnType<typeof stepsOf>[number],
  { of, value, counted, better, worse, scaled }: StepNumber,
): StepInfluence {
  const at = (wished: number): Change => {
    // Where the whole change makes no funnel, as when nobody could have stayed so long any more, half of it is tried.
    for (let factor = wished, tries = 0; tries < 8; factor = (1 + factor) / 2, tries++) {
      const models = withStep(segment, step, (model) => scaled(model, factor));
      if (models !== undefined) return { factor, models, outcomes: run(models, base).outcomes };
    }
    return { factor: 1, models: base.models, outcomes: base.outcomes };
  };
  const [upside, downside] = [at(better), at(worse)];
  const change = ({ factor, outcomes }: Change): RealisticChange => ({
    value: value * factor,
    ...effects(base.outcomes, outcomes),
  });
  return {
    of,
    segment: segment.id,
    step: step.id,
    from: step.from.id,
    to: step.to.id,
    team: step.from.team,
    beforeSale,
    counted,
    value,
    elasticity:
      of === "conversion"
        ? elasticity(straight, { factor: 1, outcomes: base.outcomes }, at(1 - nudge))
        : elasticity(curved, upside, downside),
    better: change(upside),
    worse: change(downside),
    newProspects: beforeSale ? required(upside.models) - required(base.models) : 0,
  };
}

interface Change extends Point {
  readonly models: SegmentModels;
}

/** What deals bring moves revenue in proportion, and of new deals also how many are wanted. */
function valueInfluences({
  plan,
  segment,
  base,
  required,
}: InfluenceFrame): readonly ValueInfluence[] {
  const { byDeadline, yearAfter } = base.outcomes;
  return businesses.flatMap((business): readonly ValueInfluence[] => {
    const amount = segment.dealValue[business];
    const either = byDeadline.revenue[business] + yearAfter.revenue[business];
    if (amount === undefined || either === 0) return [];
    const value = moneyNumber(amount, plan.currency);
    const change = (factor: number): RealisticChange => ({
      value: value * factor,
      byDeadline: { deals: 0, revenue: byDeadline.revenue[business] * (factor - 1) },
      yearAfter: { deals: 0, revenue: yearAfter.revenue[business] * (factor - 1) },
    });
    const share = (outcome: Outcome): number => {
      const all = revenueOf(outcome);
      return all > 0 ? outcome.revenue[business] / all : 0;
    };
    return [
      {
        of: "value",
        segment: segment.id,
        business,
        value,
        elasticity: {
          deals: { byDeadline: 0, yearAfter: 0 },
          revenue: { byDeadline: share(byDeadline), yearAfter: share(yearAfter) },
        },
        better: change(1 + usualChange),
        worse: change(1 - usualChange),
        newProspects:
          business === "new" ? required(base.models, 1 + usualChange) - required(base.models) : 0,
      },
    ];
  });
}
