import { addMoments, countDistribution, fewObservations, type Moments } from "../chance/index.ts";
import type { MonthSpan } from "./outlook.ts";
import type { ChancePart, DealsChance, PeriodChance, RevenueChance } from "./sure-answer.ts";

/** A segment's deals for a given inflow, as chances ask for them. */
export interface OutlookPart {
  /** Deals wanted, shape `[month]`. */
  readonly target: readonly number[];
  /** New revenue wanted, shape `[month]`, in whole currency units. */
  readonly revenue: readonly number[];
  readonly dealValue: number;
  readonly momentsIn: (span: MonthSpan) => Moments;
}

/** The first year: the plan's first twelve months, or all that it has. */
export const firstYear = (months: number): MonthSpan => ({ from: 0, until: Math.min(12, months) });

/** The months of a plan, then its quarters, then its years, all counted from its first month. */
export function periodsOf(months: number): readonly (MonthSpan & Pick<PeriodChance, "kind">)[] {
  const every = (kind: PeriodChance["kind"], length: number) =>
    Array.from({ length: Math.ceil(months / length) }, (_, index) => ({
      kind,
      from: index * length,
      until: Math.min(months, (index + 1) * length),
    }));
  return [...every("month", 1), ...every("quarter", 3), ...every("year", 12)];
}

export const sumOver = (series: readonly number[], { from, until }: MonthSpan): number =>
  series.slice(from, until).reduce((sum, each) => sum + each, 0);

/** The deals of all parts in these months: mean and variance of independent sums. */
export const momentsOfAll = (parts: readonly OutlookPart[], span: MonthSpan): Moments =>
  addMoments(parts.map(({ momentsIn }) => ({ moments: momentsIn(span) })));

export const targetOfAll = (parts: readonly OutlookPart[], span: MonthSpan): number =>
  parts.reduce((sum, { target }) => sum + sumOver(target, span), 0);

function dealsChance(moments: Moments, target: number, interval: number): DealsChance {
  const deals = countDistribution(moments);
  return {
    target,
    expected: moments.mean,
    low: deals.quantile((1 - interval) / 2),
    high: deals.quantile((1 + interval) / 2),
    chance: deals.atLeast(target),
  };
}

/**
 * Revenue counted in deals of one size: the mean of the deals' values, weighed by what each brings. With one segment that
 * is its deal value, and the interval is that of its deals; with several the spread is kept.
 */
function revenueChance(
  parts: readonly (OutlookPart & { readonly moments: Moments })[],
  span: MonthSpan,
  interval: number,
): RevenueChance {
  const expected = parts.reduce((sum, { moments, dealValue }) => sum + moments.mean * dealValue, 0);
  const squares = parts.reduce((sum, { moments, dealValue: v }) => sum + moments.mean * v * v, 0);
  const size = expected === 0 ? 1 : squares / expected;
  const counted = countDistribution(
    addMoments(parts.map(({ moments, dealValue }) => ({ moments, factor: dealValue / size }))),
  );
  return {
    target: parts.reduce((sum, { revenue }) => sum + sumOver(revenue, span), 0),
    expected,
    low: counted.quantile((1 - interval) / 2) * size,
    high: counted.quantile((1 + interval) / 2) * size,
  };
}

/** Chances and intervals of the deals of some segments together, for every period of the plan. */
export function chancePart(
  parts: readonly OutlookPart[],
  months: number,
  interval: number,
): ChancePart {
  return {
    fewObservations: fewObservations(momentsOfAll(parts, firstYear(months))),
    periods: periodsOf(months).map((period): PeriodChance => {
      const own = parts.map((part) => ({ ...part, moments: part.momentsIn(period) }));
      const running = { from: 0, until: period.until };
      return {
        ...period,
        own: dealsChance(addMoments(own), targetOfAll(parts, period), interval),
        running: dealsChance(momentsOfAll(parts, running), targetOfAll(parts, running), interval),
        revenue: revenueChance(own, period, interval),
      };
    }),
  };
}
