import { addMonths } from "../calendar-date.ts";
import type { WinsTarget } from "../flow/index.ts";
import type { SoundPlan, SoundSegment } from "../plan/index.ts";
import type { FunnelAnswer, SegmentFunnel } from "./answer.ts";
import { monthsToYearEnd } from "./fiscal-year.ts";
import { influencesOf } from "./influences.ts";
import { outcomeRunner } from "./outcome.ts";
import { modelsOf, type SegmentModels } from "./segment-models.ts";
import type { SegmentSensitivity, SensitivityAnswer } from "./sensitivity-answer.ts";
import { shortfallsOf } from "./shortfalls.ts";
import { requirementOf } from "./solve-segment.ts";

/**
 * What moves a plan's result most: every conversion, duration and deal value changed by itself, as far as is realistic,
 * while the new prospects come in as required. The result is what they and those on the way bring by the end of the
 * fiscal year, and in the twelve months after it; so it shows what pays this year and what the next.
 *
 * A change holds from the plan's first day, for those on the way too. Source: docs/funnel-mathematics.md 3.5.
 *
 * @param funnel What the plan needs; its day says which fiscal year is looked at.
 */
export function sensitivity(plan: SoundPlan, funnel: FunnelAnswer): SensitivityAnswer {
  const { months, asOf } = funnel;
  const monthsToDeadline = monthsToYearEnd(months, asOf);
  return {
    plan: plan.id,
    title: plan.title,
    asOf,
    currency: plan.currency.code,
    months,
    deadline: addMonths(months[0] ?? asOf.slice(0, 7), monthsToDeadline - 1),
    segments: plan.segments.flatMap((segment) => {
      const needed = funnel.segments.find((each) => each.segment === segment.id);
      return needed === undefined ? [] : [ofSegment(plan, segment, needed, monthsToDeadline)];
    }),
  };
}

function ofSegment(
  plan: SoundPlan,
  segment: SoundSegment,
  needed: SegmentFunnel,
  monthsToDeadline: number,
): SegmentSensitivity {
  const run = outcomeRunner(plan, segment, needed.newProspects, monthsToDeadline);
  const base = run(modelsOf(segment));
  const sum = (entries: readonly number[]): number =>
    entries.slice(0, monthsToDeadline).reduce((total, each) => total + each, 0);
  const planned = sum(needed.newProspects);
  const required = ({ toSale }: SegmentModels, dealValueFactor = 1): number => {
    if (toSale === base.models.toSale && dealValueFactor === 1) return planned;
    const wins = scaledTarget(segment.wins, 1 / dealValueFactor);
    return sum(requirementOf({ toSale, wins, planning: plan.planning }).entries);
  };
  return {
    segment: segment.id,
    title: segment.title,
    planned: base.outcomes,
    newProspects: planned,
    influences: influencesOf({ plan, segment, run, base, required }),
    shortfalls: shortfallsOf(plan, segment, needed),
  };
}

const scaledTarget = (wins: WinsTarget, factor: number): WinsTarget => ({
  ...wins,
  winsPerMonth: wins.winsPerMonth.map((each) => each * factor),
});
