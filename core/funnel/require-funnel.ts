import { addMonths, type CalendarDate } from "../calendar-date.ts";
import type { SoundPlan, SoundSegment } from "../plan/index.ts";
import type { ExchangeRate, FunnelAnswer, MonthStanding, SegmentFunnel } from "./answer.ts";
import { exchangeRatesOf } from "./exchange-rates.ts";
import { segmentFlow } from "./segment-flow.ts";
import { type SolvedSegment, segmentTask, solveSegment } from "./solve-segment.ts";
import { workloadOf } from "./workload.ts";

/**
 * Exactly how many prospects the plan needs at each stage of the buying journey over time.
 *
 * Every segment is solved by itself for its new business; renewals and expansions follow from the customers there
 * are and the ones that are won. The same plan gives the same numbers on every day; `asOf` is only carried along.
 *
 * @returns Series of the shape `[month]`, fractions kept. What no effort can reach is said by each month's standing.
 * @see docs/decisions/0004-steady-plan.md
 */
export function requireFunnel(plan: SoundPlan, asOf: CalendarDate): FunnelAnswer {
  let monthsBeyond = 0;
  // One after another, so that of a plan of thousands only the answers are kept.
  const segments = plan.segments.map((segment) => {
    const numbers = solveSegment(segmentTask(plan, segment));
    monthsBeyond = Math.max(monthsBeyond, numbers.answer.entries.length - plan.months.length);
    return segmentFunnel(plan, segment, numbers);
  });
  return {
    plan: plan.id,
    title: plan.title,
    asOf,
    currency: plan.currency.code,
    months: plan.months,
    segments,
    workload: workloadOf(plan, segments),
    monthsBeyond,
  };
}

const mean = (series: readonly number[]): number =>
  series.reduce((sum, each) => sum + each, 0) / Math.max(1, series.length);

function segmentFunnel(
  plan: SoundPlan,
  segment: SoundSegment,
  { answer, beyondSale, toWin }: SolvedSegment,
): SegmentFunnel {
  const shown = plan.months.length;
  const newProspects = answer.entries.slice(0, shown);
  const naturalInflow = answer.natural.slice(0, shown);
  const flow = segmentFlow(plan, segment, newProspects, answer.run, beyondSale);
  const driving = new Set(answer.driving.map((each) => each.month));
  const standing = plan.months.map(
    (_, month): MonthStanding => ({
      status: answer.status[month] ?? "covered",
      crashFactor: answer.crashFactor[month] ?? null,
      shortfall: answer.shortfallCumulative[month] ?? 0,
      bestCaseShortfall: answer.bestCaseShortfall[month] ?? 0,
      driving: driving.has(month),
    }),
  );
  let exchangeRates: readonly ExchangeRate[] | undefined;
  return {
    segment: segment.id,
    title: segment.title,
    stages: flow.stages,
    newProspects,
    wins: {
      target: answer.target.slice(0, shown),
      expected: answer.wins.slice(0, shown),
      fromOpening: answer.openingWins.slice(0, shown),
    },
    revenue: flow.revenue,
    standing,
    effort: {
      recovery: plan.planning.recovery,
      naturalInflow: mean(naturalInflow),
    },
    seasons: segment.toSale.transitions.flatMap(({ from, document: { season } }) =>
      season === undefined ? [] : [{ stage: from.id, factors: season }],
    ),
    winRate: toWin.rate,
    daysToWin: { q10: toWin.q10, q50: toWin.q50, q90: toWin.q90 },
    // Worked out when they are first asked for: they take longer than all the rest of a segment, and a check asks for none.
    get exchangeRates() {
      return (exchangeRates ??= exchangeRatesOf(segment.toSale, flow.stages));
    },
    naturalInflow,
    driving: answer.driving.map(({ month, pull }) => ({
      month: addMonths(plan.months[0] ?? "", month),
      pull,
    })),
    fewestProspects: answer.minTotalEntries,
  };
}
