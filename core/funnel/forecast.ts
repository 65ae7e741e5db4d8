import type { CalendarDate } from "../calendar-date.ts";
import { runAfter, runFunnel } from "../flow/index.ts";
import type { SoundPlan, SoundSegment } from "../plan/index.ts";
import type { ForecastAnswer, Inflow, SegmentForecast } from "./answer.ts";
import { inflowOf, segmentFlow } from "./segment-flow.ts";

/**
 * What an inflow of new prospects brings: expected deals and revenue by month.
 *
 * @param inflow New prospects per segment and month, spread over the stages as the plan's entry mix says.
 */
export function forecast(plan: SoundPlan, inflow: Inflow, asOf: CalendarDate): ForecastAnswer {
  return {
    plan: plan.id,
    title: plan.title,
    asOf,
    currency: plan.currency.code,
    months: plan.months,
    segments: plan.segments.map((segment) =>
      forecastSegment(plan, segment, inflow.get(segment.id) ?? []),
    ),
  };
}

function forecastSegment(
  plan: SoundPlan,
  segment: SoundSegment,
  given: readonly number[],
): SegmentForecast {
  const newProspects = plan.months.map((_, month) => given[month] ?? 0);
  const run = runFunnel(segment.toSale.model, inflowOf(segment.toSale, newProspects));
  const beyondSale = segment.beyondSale.map(({ model }) => runAfter(model, run));
  const { stages, revenue } = segmentFlow(plan, segment, newProspects, run, beyondSale);
  return {
    segment: segment.id,
    title: segment.title,
    newProspects,
    wins: {
      target: plan.months.map((_, month) => segment.wins.winsPerMonth[month] ?? 0),
      expected: run.all.wins,
      fromOpening: run.opening.wins,
    },
    revenue,
    stages,
  };
}
