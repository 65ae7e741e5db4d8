import { type Currency, type Minor, moneyNearest, moneyNumber } from "../money.ts";
import type { StageCost } from "../plan/index.ts";
import type { SegmentFunnel, StageFunnel } from "./answer.ts";

/**
 * What a stage costs: each entry once, and everyone in it for each month, parts of months counted by days.
 *
 * @returns Minor units, shape `[month]`, each month to the nearest unit, so that sums of them are exact.
 * Source: docs/funnel-mathematics.md 1.8.
 */
export function stageCost(
  cost: StageCost | undefined,
  entries: readonly number[],
  meanStock: readonly number[],
  currency: Currency,
): readonly Minor[] {
  if (cost === undefined) return entries.map(() => 0n);
  const perEntry = moneyNumber(cost.perEntry, currency);
  const perMonth = moneyNumber(cost.perMonth, currency);
  return entries.map((entered, month) =>
    moneyNearest(entered * perEntry + (meanStock[month] ?? 0) * perMonth, currency),
  );
}

/** What the prospects of a segment cost over the plan, in minor units. */
export interface SegmentCost {
  /** All stages, shape `[month]`. */
  readonly perMonth: readonly Minor[];
  readonly total: Minor;
  /** Of the total, what the stages before the sale cost. */
  readonly beforeSale: Minor;
  /**
   * What the stages before the sale cost for each deal expected within the plan; `undefined` where no deal is expected.
   * Deals of prospects who were on the way already count; so does what is spent on those who will buy after the plan.
   */
  readonly perWin: Minor | undefined;
  /** The stage that costs most; `undefined` where nothing costs anything. */
  readonly costliest: { readonly stage: StageFunnel; readonly cost: Minor } | undefined;
}

const sumOf = (amounts: readonly Minor[]): Minor => amounts.reduce((sum, each) => sum + each, 0n);

/** What the prospects of a segment cost: in all, for each deal, and where most. */
export function segmentCost(
  { stages, wins }: Pick<SegmentFunnel, "stages" | "wins">,
  currency: Currency,
): SegmentCost {
  const totals = stages.map((stage) => ({ stage, cost: sumOf(stage.cost) }));
  const before = totals.filter(({ stage }) => stage.beforeSale);
  const beforeSale = sumOf(before.map(({ cost }) => cost));
  const deals = wins.expected.reduce((sum, each) => sum + each, 0);
  const [first] = totals.toSorted((a, b) => (a.cost < b.cost ? 1 : a.cost > b.cost ? -1 : 0));
  return {
    perMonth: wins.expected.map((_, month) => sumOf(stages.map((each) => each.cost[month] ?? 0n))),
    total: sumOf(totals.map(({ cost }) => cost)),
    beforeSale,
    perWin:
      deals > leastDeals
        ? moneyNearest(moneyNumber(beforeSale, currency) / deals, currency)
        : undefined,
    costliest: first === undefined || first.cost === 0n ? undefined : first,
  };
}

/** Fewer deals than this over a whole plan are none. */
const leastDeals = 1e-6;
