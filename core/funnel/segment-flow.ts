import type { EntrySeries, FunnelFlows, FunnelRun } from "../flow/index.ts";
import { moneyNumber } from "../money.ts";
import {
  type Business,
  businesses,
  type Chain,
  type SoundPlan,
  type SoundSegment,
  type SoundStage,
} from "../plan/index.ts";
import type { RevenueFunnel, StageFunnel } from "./answer.ts";
import { stageCost } from "./cost.ts";

/** One chain of a segment with an inflow through it: everything, and what the opening pipeline alone does. */
interface ChainFlow {
  readonly chain: Chain;
  readonly all: FunnelFlows;
  readonly opening: FunnelFlows;
}

/** Everything that flows through a segment for an inflow: to the sale, and beyond it. */
export interface SegmentFlow {
  readonly toSale: ChainFlow;
  readonly stages: readonly StageFunnel[];
  readonly revenue: { readonly [Kind in Business]: RevenueFunnel };
}

/** Splits new prospects over the stages where they come in; everybody at the first stage when no mix is agreed. */
export function inflowOf(chain: Chain, newProspects: readonly number[]): readonly EntrySeries[] {
  const mix = chain.model.entryMix ?? [{ stage: 0, share: 1 }];
  return mix.map(({ stage, share }) => ({
    stage,
    perMonth: newProspects.map((each) => each * share),
  }));
}

/**
 * What flows through a segment: its way to the sale as it was `run`, and from there on what the sales led to.
 *
 * Stages before the sale come from the way to the sale; later ones from the first way that reaches them. Ways that
 * fork after the sale are independent of each other, so a customer may both renew and expand.
 *
 * @param run A run of the way to the sale over the plan's months at least; what lies beyond them is left out.
 * @param beyondSale What followed that run, for each chain beyond the sale, in their order.
 */
export function segmentFlow(
  plan: SoundPlan,
  segment: SoundSegment,
  newProspects: readonly number[],
  run: FunnelRun,
  beyondSale: readonly FunnelRun[],
): SegmentFlow {
  const toSale = { chain: segment.toSale, all: run.all, opening: run.opening };
  const chains = [
    ...segment.beyondSale.flatMap((chain, index): readonly ChainFlow[] => {
      const after = beyondSale[index];
      return after === undefined ? [] : [{ chain, ...after }];
    }),
    toSale,
  ];
  const stages = plan.stages.flatMap((stage): readonly StageFunnel[] => {
    const flow = stage.beforeSale
      ? toSale
      : chains.find(({ chain }) => chain.stages.includes(stage));
    if (flow === undefined) return [];
    const row = flow.chain.stages.indexOf(stage);
    if (row < 0) return [];
    const outside = stage.beforeSale
      ? inflowOf(segment.toSale, newProspects).find((each) => each.stage === row)
      : undefined;
    const series = (table: readonly (readonly number[])[]): readonly number[] =>
      (table[row] ?? []).slice(0, plan.months.length);
    const entries = series(flow.all.entries);
    const meanStock = series(flow.all.stockMean);
    return [
      {
        stage: stage.id,
        title: stage.title,
        team: stage.team,
        beforeSale: stage.beforeSale,
        business: stage.business,
        entries,
        fromOutside: outside?.perMonth ?? plan.months.map(() => 0),
        fromOpening: series(flow.opening.entries),
        exits: exitsOf(stage, stage.beforeSale ? [toSale] : chains, plan.months.length),
        leaks: series(flow.all.leaks),
        recycled: series(flow.all.recycled),
        stock: series(flow.all.stockEnd),
        meanStock,
        cost: stageCost(segment.costs.get(stage.id), entries, meanStock, plan.currency),
      },
    ];
  });
  return { toSale, stages, revenue: revenueOf(plan, segment, stages) };
}

/** Everyone who goes on from a stage. After the sale ways may fork, and each of them counts by itself. */
function exitsOf(
  stage: SoundStage,
  flows: readonly ChainFlow[],
  months: number,
): readonly number[] {
  const seen = new Set<SoundStage | undefined>();
  const sum = Array.from({ length: months }, () => 0);
  for (const { chain, all } of flows) {
    const row = chain.stages.indexOf(stage);
    const next = chain.stages[row + 1];
    if (row < 0 || next === undefined || seen.has(next)) continue;
    seen.add(next);
    for (const month of sum.keys()) {
      sum[month] = (sum[month] ?? 0) + (all.exits[row]?.[month] ?? 0);
    }
  }
  return sum;
}

function revenueOf(
  plan: SoundPlan,
  segment: SoundSegment,
  stages: readonly StageFunnel[],
): SegmentFlow["revenue"] {
  const kind = (business: Business): RevenueFunnel => {
    const value = segment.dealValue[business];
    const each = value === undefined ? 0 : moneyNumber(value, plan.currency);
    const booking = stages.filter((stage) => stage.business === business);
    return {
      target: segment.revenue[business].map((amount) => moneyNumber(amount, plan.currency)),
      expected: plan.months.map((_, month) =>
        booking.reduce((sum, stage) => sum + (stage.entries[month] ?? 0) * each, 0),
      ),
    };
  };
  const [first, second, third] = businesses.map(kind);
  if (first === undefined || second === undefined || third === undefined)
    throw new Error("unreachable: three kinds of business");
  return { new: first, expansion: second, renewal: third };
}
