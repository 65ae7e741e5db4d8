import { calendarGrid } from "./calendar-grid.ts";
import { compositeKernels, mixed } from "./composite.ts";
import { eventualRate, eventualRates, frozenModel } from "./eventual-rate.ts";
import { funnelGrid, journeyKey } from "./funnel-grid.ts";
import { lagLaw } from "./lag.ts";
import { memo } from "./memo.ts";
import type { ValidModel } from "./model.ts";

/** The longest way to a win that is looked at: 25 years. */
const LONGEST = 300;

/**
 * From a stage to the win: the eventual rate, and the days within which 10, 50, 90 and 99 % of the winners have won.
 * A quantile is null when it lies more than 25 years away or when nobody ever wins.
 */
export interface EndToEnd {
  readonly rate: number;
  readonly q10: number | null;
  readonly q50: number | null;
  readonly q90: number | null;
  readonly q99: number | null;
}

/** The first day by which `mass` of a daily series has come, or null. */
function dayOfMass(series: Float64Array, mass: number): number | null {
  let sum = 0;
  for (let day = 0; day < series.length; day++) {
    sum += series[day] ?? 0;
    if (sum >= mass) return day;
  }
  return null;
}

const remembered = memo<readonly Float64Array[]>(64);

/**
 * The composite kernels of all stages at the terms of one day, over `months` counted from the plan's start. They are
 * remembered, for every stage, every quantile and every segment with the same journey reads them off the same ones.
 */
function kernelsOn(model: ValidModel, day: number, months: number): readonly Float64Array[] {
  const frozen: ValidModel = { ...frozenModel(model, day), opening: [] };
  return remembered(journeyKey(frozen, months), () => compositeKernels(funnelGrid(frozen, months)));
}

/**
 * The exchange rate of a stage at the terms of one day, for ever (a dated plan changes; this is its picture on `day`).
 * `months` is a first guess of the longest way; it is doubled as needed and does not change the answer.
 */
export function endToEnd(
  model: ValidModel,
  stage: number,
  day = 0,
  months = firstGuess(model),
): EndToEnd {
  const rate = eventualRates(frozenModel(model, day).steps)[stage] ?? 0;
  return quantilesOf(rate, months, (span) => kernelsOn(model, day, span)[stage] ?? NOBODY);
}

/** The same for a new prospect of the model's own entry mix. */
export function wayToWin(model: ValidModel, day = 0, months = firstGuess(model)): EndToEnd {
  const rate = eventualRate(model, day);
  return quantilesOf(rate, months, (span) => mixed(model, kernelsOn(model, day, span)));
}

const NOBODY = new Float64Array();

function quantilesOf(
  rate: number,
  months: number,
  kernelOver: (months: number) => Float64Array,
): EndToEnd {
  if (rate <= 0) return { rate, q10: null, q50: null, q90: null, q99: null };
  const composite = kernelOver(months);
  const quantile = (share: number) => dayOfMass(composite, rate * share);
  const q99 = quantile(0.99);
  if (q99 === null && months < LONGEST) {
    return quantilesOf(rate, Math.min(LONGEST, months * 2), kernelOver);
  }
  return { rate, q10: quantile(0.1), q50: quantile(0.5), q90: quantile(0.9), q99 };
}

/** Months in which nearly everyone has won: three times the mean delays of all steps, at least half a year. */
function firstGuess({ steps }: ValidModel): number {
  const mean = steps.reduce((sum, { lag }) => sum + lagLaw(lag).mean, 0);
  return Math.min(LONGEST, Math.max(6, Math.ceil((3 * mean) / 30.44) + 2));
}

/** How many months beyond the plan decide about its last months: q99 of the way of those who enter at its end, at most 60. Source: docs/funnel-mathematics.md 2.7. */
export function monthsBeyond(model: ValidModel): number {
  const { days } = calendarGrid(model.start, model.months);
  const stage = Math.min(...(model.entryMix ?? [{ stage: 0 }]).map((each) => each.stage));
  const { q99 } = endToEnd(model, stage, days);
  return Math.min(60, Math.ceil((q99 ?? 0) / 30.44));
}
