/** A delay in whole or fractional days; what each family's numbers mean is in `lag.ts`. */
export type Lag =
  | { readonly family: "fixed"; readonly days: number }
  | { readonly family: LagFamily; readonly median: number; readonly p90: number }
  | { readonly family: LagFamily; readonly mean: number; readonly cv: number }
  | { readonly family: "histogram"; readonly weights: readonly number[] };

/** The families with two parameters, given by median and 90th percentile, or by mean and coefficient of variation. */
export type LagFamily = "gamma" | "lognormal" | "weibull";

/** When losses become visible: after a lag of their own, or `never` (they stay in stock for ever). */
export type LeakLag = Lag | "never";

/** New terms for those who enter the stage on or after `from` (YYYY-MM-DD); what is absent stays as it was. */
export interface RateChange {
  readonly from: string;
  readonly conversion?: number;
  readonly lag?: Lag;
  readonly leakLag?: LeakLag;
}

/** The share of those who leak that comes back to stage `to` (an index), `lag` after the leak and never the same day. */
export interface Recycle {
  readonly share: number;
  readonly to: number;
  readonly lag: Lag;
}

/**
 * A stage and the step out of it.
 *
 * `conversion` is the share of those who enter that ever progress (a cohort rate, not a period ratio).
 * `leakLag` absent means the lag of progress. `season` holds 12 factors on the conversion, January first, by month of entry.
 */
export interface ModelStep {
  readonly id: string;
  readonly conversion: number;
  readonly lag: Lag;
  readonly leakLag?: LeakLag;
  readonly recycle?: Recycle;
  readonly changes?: readonly RateChange[];
  readonly season?: readonly number[];
}

/**
 * Prospects in a stage at the start of the first day.
 *
 * They entered `ageDays` days before (0 = on the first day; fractions are cut off).
 * Without an age they are spread over ages as a long steady inflow would leave them.
 */
export interface OpeningGroup {
  readonly stage: number;
  readonly count: number;
  readonly ageDays?: number;
}

/** The share of new prospects that enters at a stage. */
export interface EntryShare {
  readonly stage: number;
  readonly share: number;
}

/** Planned inflow from outside into a stage; shape `[month]`, even over the days of each month; months not given are 0. */
export interface EntrySeries {
  readonly stage: number;
  readonly perMonth: readonly number[];
}

/**
 * A segment's funnel: a chain of steps that ends in `won`.
 *
 * Stage s is `steps[s]`; stage `steps.length` is the win, which has no rate and no lag.
 * `start` is the first of a month (YYYY-MM-DD). `entryMix` absent means that everybody new enters at stage 0.
 */
export interface FunnelModel {
  readonly start: string;
  readonly months: number;
  readonly steps: readonly ModelStep[];
  readonly won: string;
  readonly opening: readonly OpeningGroup[];
  readonly entryMix?: readonly EntryShare[];
}

declare const valid: unique symbol;

/** A funnel whose numbers have been checked; only `validateModel` makes one, and every computation asks for one. */
export type ValidModel = FunnelModel & { readonly [valid]: true };

/** Wins wanted per month, shape `[month]`, fractions kept; only `validateTarget` makes one. */
export interface WinsTarget {
  readonly winsPerMonth: readonly number[];
  readonly [valid]: true;
}
