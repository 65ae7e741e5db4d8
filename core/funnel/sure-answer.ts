import type { CalendarDate, Month } from "../calendar-date.ts";
import type { MonthSpan } from "./outlook.ts";

/** How a number of deals may turn out. `low` and `high` are the whole deals between which it lies with the answer's interval. */
export interface DealsChance {
  readonly target: number;
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  /** The chance of at least the target, in [0, 1]; a target with a fraction needs the next whole deal. */
  readonly chance: number;
}

/** How new revenue may turn out, in whole units of the plan's currency; every deal brings its average value. */
export interface RevenueChance {
  readonly target: number;
  readonly expected: number;
  readonly low: number;
  readonly high: number;
}

/** A month, a quarter or a year of the plan; both count from the plan's first month, and the last one may be cut short. */
export interface PeriodChance extends MonthSpan {
  readonly kind: "month" | "quarter" | "year";
  /** The deals of these months alone. */
  readonly own: DealsChance;
  /** The deals since the plan's first month, by the end of these months. */
  readonly running: DealsChance;
  /** New revenue of these months alone. */
  readonly revenue: RevenueChance;
}

/** How new deals may turn out in a segment, or in all of them together. */
export interface ChancePart {
  /** Months in order, then quarters, then years. */
  readonly periods: readonly PeriodChance[];
  /** True when so little was counted that the first year's chances are rough. */
  readonly fewObservations: boolean;
}

/** How new deals may turn out in one segment. */
export interface SegmentChance extends ChancePart {
  readonly segment: string;
  readonly title: string;
  /** False where the spread is taken to first order: prospects who come back, or rates that change by date. */
  readonly exact: boolean;
  /** The steps whose rate, or one of whose rates, is assumed; they weigh as little as the least that counts as measured. */
  readonly assumed: readonly { readonly step: string; readonly title: string }[];
}

/** What it takes to be as sure as the teams agreed that the first year's deals are reached at its end. */
export interface Sizing {
  /** The agreed chance, or the one that was asked for. */
  readonly confidence: number;
  /** The first year: the plan's first twelve months, or all that it has. */
  readonly until: number;
  /** The chance with the inflow as it is. */
  readonly chance: number;
  /** By which factor the year's targets are to be planned higher; 1 when it is sure enough already, `null` when no factor is enough. */
  readonly factor: number | null;
  /** New prospects with that factor, per segment in the answer's order, shape `[month]`; `null` when no factor is enough. */
  readonly newProspects: readonly (readonly number[])[] | null;
}

/** How sure it is that the deals are reached: chances and intervals by month, quarter and year. */
export interface SureAnswer {
  readonly plan: string;
  readonly asOf: CalendarDate;
  readonly currency: string;
  readonly months: readonly Month[];
  /** The share of all cases that lies between `low` and `high`; half of the rest lies on each side. */
  readonly interval: number;
  /** All segments together, taken as independent of each other. */
  readonly total: ChancePart;
  readonly segments: readonly SegmentChance[];
  readonly sizing: Sizing;
}
