import { chainMoments, gradientMoments, type Moments, type WinGroup } from "../chance/index.ts";
import {
  type Arrivals,
  agesByRate,
  arrivals,
  isChain,
  memo,
  openingGroups,
  type ProspectGroup,
  type ValidModel,
  winSlope,
} from "../flow/index.ts";
import type { Chain } from "../plan/index.ts";
import { ratesToSale, type StatedBelief } from "./rate-beliefs.ts";
import { inflowOf } from "./segment-flow.ts";

/** Months in a row by their places in the plan: from `from` until `until` (exclusive). */
export interface MonthSpan {
  readonly from: number;
  readonly until: number;
}

/**
 * How new deals of a segment may turn out, ready to be asked for any inflow and any months.
 *
 * `exact`: every chance is the product of the rates ahead and of something known, so that the moments are exact. Where
 * prospects come back, where a rate changes by date, or where losses have a delay of their own and an ageing pipeline
 * depends on the rate, what not knowing the rates adds is taken to first order; means stay exact.
 */
export interface Outlook {
  readonly exact: boolean;
  readonly rates: readonly StatedBelief[];
  /** Mean and variance of the deals of these months, for new prospects by month of entry. */
  readonly momentsIn: (entries: readonly number[], span: MonthSpan) => Moments;
}

function isProduct(model: ValidModel, rates: readonly StatedBelief[]): boolean {
  const ages = model.steps.some((_, step) => agesByRate(model, step));
  return isChain(model) && !ages && rates.every(({ place }) => place.base);
}

const sumIn = (series: ArrayLike<number>, { from, until }: MonthSpan): number => {
  let sum = 0;
  for (let month = from; month < until; month++) sum += series[month] ?? 0;
  return sum;
};

/** What one prospect who enters in month m brings within the span. */
function broughtIn(
  rows: readonly ArrayLike<number>[],
  m: number,
  { from, until }: MonthSpan,
): number {
  let sum = 0;
  for (let t = Math.max(from, m); t < until; t++) sum += rows[t]?.[m] ?? 0;
  return sum;
}

const openingIn = (groups: readonly ProspectGroup[], span: MonthSpan): readonly WinGroup[] =>
  groups.map(({ stage, count, wins }) => ({ stage, count, chance: sumIn(wins, span) }));

const freshIn = (
  ways: readonly Arrivals[],
  entries: readonly number[],
  span: MonthSpan,
): readonly WinGroup[] =>
  ways.flatMap(({ stage, share, wins }) =>
    entries
      .slice(0, span.until)
      .flatMap((count, m): readonly WinGroup[] =>
        count === 0 ? [] : [{ stage, count: count * share, chance: broughtIn(wins, m, span) }],
      ),
  );

const meanOf = (groups: readonly WinGroup[]): number =>
  groups.reduce((sum, { count, chance }) => sum + count * chance, 0);

const remembered = memo<Outlook>(256);

/**
 * The outlook of a segment's way to the sale; remembered by everything that it follows from.
 *
 * @param inflow New prospects by month, near which the spread is exact to first order where it is not exact altogether;
 *   for another inflow each rate is taken to move the same share of the new ones' deals.
 * @param months The months that were solved, at least those that are asked; as many as before are quick.
 */
export function outlookOf(chain: Chain, inflow: readonly number[], months: number): Outlook {
  const { model } = chain;
  const rates = ratesToSale(chain);
  const exact = isProduct(model, rates);
  const key = JSON.stringify([model, months, rates, exact ? [] : inflow]);
  return remembered(key, () => {
    const parts = partsOf(model, months);
    return {
      exact,
      rates,
      momentsIn: exact ? products(parts, rates) : slopes(chain, parts, rates, inflow),
    };
  });
}

/** Who may win: the opening pipeline's groups, and new prospects as groups for any inflow. */
interface Parts {
  readonly opening: (span: MonthSpan) => readonly WinGroup[];
  readonly fresh: (entries: readonly number[], span: MonthSpan) => readonly WinGroup[];
}

function partsOf(model: ValidModel, months: number): Parts {
  const opening = openingGroups(model, months);
  const ways = arrivals(model, months);
  return {
    opening: (span) => openingIn(opening, span),
    fresh: (entries, span) => freshIn(ways, entries, span),
  };
}

function products({ opening, fresh }: Parts, rates: readonly StatedBelief[]): Outlook["momentsIn"] {
  const beliefs = rates.map(({ belief }) => belief);
  return (entries, span) => chainMoments([...opening(span), ...fresh(entries, span)], beliefs);
}

function slopes(
  chain: Chain,
  { opening, fresh }: Parts,
  rates: readonly StatedBelief[],
  inflow: readonly number[],
): Outlook["momentsIn"] {
  const uncertain = rates.filter(({ belief }) => belief.variance > 0);
  const beliefs = uncertain.map(({ belief }) => belief);
  const entered = inflowOf(chain, inflow);
  const each = uncertain.map(({ place, belief }) =>
    winSlope(chain.model, entered, place, belief.mean),
  );
  return (entries, span) => {
    const groups = fresh(entries, span);
    const before = entries === inflow ? 0 : meanOf(fresh(inflow, span));
    const times = before === 0 ? 1 : meanOf(groups) / before;
    const moves = each.map(
      (slope) => sumIn(slope.opening, span) + times * sumIn(slope.fresh, span),
    );
    return gradientMoments([...opening(span), ...groups], beliefs, moves);
  };
}
