import type { CalendarDate, Month } from "../calendar-date.ts";
import type { Team } from "../finding.ts";
import type { Minor } from "../money.ts";
import type { Business } from "../plan/index.ts";
import type { RoleWorkload } from "./role-workload.ts";

/**
 * Where a month stands once everything that can still be done is counted.
 *
 * `covered`: those already on the way are enough. `reachable`: within the agreed recovery. `stretch`: only beyond it.
 * `decided`: new prospects can hardly matter any more. `impossible`: nobody new can arrive in time.
 */
export type MonthStatus = "covered" | "reachable" | "stretch" | "decided" | "impossible";

/** What one segment needs. Every series has the shape `[month]`, fractions kept; index 0 is the plan's first month. */
export interface SegmentFunnel {
  readonly segment: string;
  readonly title: string;
  /** In the order of the journey, after-sale stages included. */
  readonly stages: readonly StageFunnel[];
  /** Prospects who must come in from outside, over all stages where they come in. */
  readonly newProspects: readonly number[];
  readonly wins: WinsFunnel;
  /** Expected and agreed revenue in whole units of the plan's currency. */
  readonly revenue: { readonly [Kind in Business]: RevenueFunnel };
  readonly standing: readonly MonthStanding[];
  readonly effort: AgreedEffort;
  /** The seasons on the way to the sale, in the order of the stages. */
  readonly seasons: readonly StageSeason[];
  /** Share of new prospects who ever buy, wherever they come in; at the terms of the first day. */
  readonly winRate: number;
  /** Days from the first stage to the sale, for those who buy. */
  readonly daysToWin: DaysToWin;
  /** What a prospect is worth at every stage before the sale, in the order of the journey. */
  readonly exchangeRates: readonly ExchangeRate[];
  /** New prospects per month who would serve the targets if nobody were on the way and nothing urgent; {@link newProspects} is so many times that. */
  readonly naturalInflow: readonly number[];
  /** The running totals that set how many are needed, those after the plan's end included, with their share of the pull on all of it. */
  readonly driving: readonly { readonly month: Month; readonly pull: number }[];
  /** The fewest new prospects that could do, if all of them came in the first month; `null` when nothing can. */
  readonly fewestProspects: number | null;
}

/** How hard the teams agreed to push when a running total is behind. */
export interface AgreedEffort {
  /**
   * No running total is asked for that so many times the natural inflow, kept up from the first month, would not bring.
   * A single month may ask for more.
   */
  readonly recovery: number;
  /** New prospects in a month who would serve the targets if nobody were on the way and nothing urgent, on average. */
  readonly naturalInflow: number;
}

/** The season of those who enter a stage: factors on the share that goes on, January first; 1 is a usual month. */
export interface StageSeason {
  /** The stage's id. */
  readonly stage: string;
  readonly factors: readonly number[];
}

/** Days from the first stage to the sale for those who buy: one in ten is faster than q10, half than q50, nine in ten than q90; `null` beyond 25 years. */
export interface DaysToWin {
  readonly q10: number | null;
  readonly q50: number | null;
  readonly q90: number | null;
}

/** What one prospect who enters a stage is worth, at the terms of the plan's first day. */
export interface ExchangeRate {
  readonly stage: string;
  /** The function that answers for the stage, if any. */
  readonly team: Team | undefined;
  /** Deals to be expected, those of prospects who come back included. */
  readonly dealsPerProspect: number;
  /** Days from entering the stage to the sale. */
  readonly daysToWin: DaysToWin;
  /** The agreed share of those who enter the stage who ever go on. */
  readonly conversion: number;
  /**
   * Those who go on over those who enter, both counted within the plan's months, as a dashboard counts them: no rate, for
   * those who go on entered earlier. `null` when nobody enters.
   */
  readonly periodRatio: number | null;
}

/** What one stage sees. */
export interface StageFunnel {
  readonly stage: string;
  readonly title: string;
  /** The function that answers for the stage, if any. */
  readonly team: Team | undefined;
  readonly beforeSale: boolean;
  /** Entering this stage books this kind of business. */
  readonly business: Business | undefined;
  /** Everyone who enters: from outside, from the stage before, and those who come back. */
  readonly entries: readonly number[];
  /** Of the entries, those from outside. */
  readonly fromOutside: readonly number[];
  /** Of the entries, those who are already in the opening pipeline. */
  readonly fromOpening: readonly number[];
  /** Those who go on to the next stage. */
  readonly exits: readonly number[];
  /** Those who leave. */
  readonly leaks: readonly number[];
  /** Of those who leave, the ones who will come back later. */
  readonly recycled: readonly number[];
  /** In the stage at the end of the month. */
  readonly stock: readonly number[];
  /** In the stage on average over the month. */
  readonly meanStock: readonly number[];
  /** What they cost: those who enter, and those who are in the stage; 0 where the journey states no cost. */
  readonly cost: readonly Minor[];
}

/** New deals: wanted, expected when the requirement is met, and of those the ones already on the way. */
export interface WinsFunnel {
  readonly target: readonly number[];
  readonly expected: readonly number[];
  readonly fromOpening: readonly number[];
}

/** Revenue of one kind of business; whole currency units, fractions kept. */
export interface RevenueFunnel {
  readonly target: readonly number[];
  readonly expected: readonly number[];
}

/** How a month's running total stands. */
export interface MonthStanding {
  readonly status: MonthStatus;
  /** How many times the natural inflow from today would be needed to reach this month's running total; `null` when no inflow can. */
  readonly crashFactor: number | null;
  /** Deals short in the running total under this plan. */
  readonly shortfall: number;
  /** Deals short in the running total even at the agreed recovery from the first day. */
  readonly bestCaseShortfall: number;
  /** True when this month's deadline drives the requirement. */
  readonly driving: boolean;
}

/** What the whole plan needs: exactly how many prospects at each stage over time. */
export interface FunnelAnswer {
  readonly plan: string;
  readonly title: string;
  readonly asOf: CalendarDate;
  readonly currency: string;
  readonly months: readonly Month[];
  readonly segments: readonly SegmentFunnel[];
  /** Everyone who has work in the plan: hours needed and available, by role. */
  readonly workload: readonly RoleWorkload[];
  /** Months beyond the plan that were solved too, because the last months already work for them; the most over all segments. */
  readonly monthsBeyond: number;
}

/** What a given inflow brings. Series have the shape `[month]`. */
export interface ForecastAnswer {
  readonly plan: string;
  readonly title: string;
  readonly asOf: CalendarDate;
  readonly currency: string;
  readonly months: readonly Month[];
  readonly segments: readonly SegmentForecast[];
}

/** What a given inflow brings in one segment. */
export interface SegmentForecast {
  readonly segment: string;
  readonly title: string;
  readonly newProspects: readonly number[];
  readonly wins: WinsFunnel;
  readonly revenue: { readonly [Kind in Business]: RevenueFunnel };
  readonly stages: readonly StageFunnel[];
}

/** New prospects per segment id, shape `[month]`; months not given are 0, segments not given get nobody. */
export type Inflow = ReadonlyMap<string, readonly number[]>;
