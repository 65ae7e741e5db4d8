import { countDistribution, smallestFactor } from "../chance/index.ts";
import { steadyEntries } from "../flow/index.ts";
import { moneyNumber } from "../money.ts";
import type { SoundPlan, SoundSegment } from "../plan/index.ts";
import type { FunnelAnswer, Inflow } from "./answer.ts";
import {
  chancePart,
  firstYear,
  momentsOfAll,
  type OutlookPart,
  targetOfAll,
} from "./chance-part.ts";
import { type Outlook, outlookOf } from "./outlook.ts";
import { segmentTask, solveSegment } from "./solve-segment.ts";
import type { Sizing, SureAnswer } from "./sure-answer.ts";

/**
 * What is asked beside the plan. `confidence`: how sure to be of the first year's deals, default what the plan agreed.
 * `interval`: the share of cases between low and high, default 0.8. Both above 0 and below 1.
 */
export interface SureQuestion {
  readonly confidence?: number;
  readonly interval?: number;
}

/** A segment with its outlook over as many months as its requirement was solved for. */
interface Looked {
  readonly segment: SoundSegment;
  readonly outlook: Outlook;
}

function looked(plan: SoundPlan, inflow: readonly (readonly number[])[]): readonly Looked[] {
  return plan.segments.map((segment, index) => {
    const { answer } = solveSegment(segmentTask(plan, segment));
    const months = answer.entries.length;
    return { segment, outlook: outlookOf(segment.toSale, inflow[index] ?? [], months) };
  });
}

function partOf(plan: SoundPlan, { segment, outlook }: Looked, entries: readonly number[]) {
  const part: OutlookPart = {
    target: plan.months.map((_, month) => segment.wins.winsPerMonth[month] ?? 0),
    revenue: segment.revenue.new.map((amount) => moneyNumber(amount, plan.currency)),
    dealValue: moneyNumber(segment.dealValue.new ?? 0n, plan.currency),
    momentsIn: (span) => outlook.momentsIn(entries, span),
  };
  return part;
}

/** New prospects per segment, shape `[segment][month]`, when something is planned so many times as high. */
type Scaled = (factor: number) => readonly (readonly number[])[];

function sizingOf(
  plan: SoundPlan,
  segments: readonly Looked[],
  confidence: number,
  scaled: Scaled,
): Sizing {
  const year = firstYear(plan.months.length);
  const chanceOf = (factor: number): number => {
    const entries = scaled(factor);
    const parts = segments.map((each, index) => partOf(plan, each, entries[index] ?? []));
    return countDistribution(momentsOfAll(parts, year)).atLeast(targetOfAll(parts, year));
  };
  const factor = smallestFactor(chanceOf, confidence, 1);
  return {
    confidence,
    until: year.until,
    chance: chanceOf(1),
    factor,
    newProspects: factor === null ? null : scaled(factor),
  };
}

function answerFor(
  plan: SoundPlan,
  asOf: string,
  { confidence = plan.planning.confidence, interval = 0.8 }: SureQuestion,
  scaled: Scaled,
): SureAnswer {
  const entries = scaled(1);
  const segments = looked(plan, entries);
  const parts = segments.map((each, index) => partOf(plan, each, entries[index] ?? []));
  const months = plan.months.length;
  return {
    plan: plan.id,
    asOf,
    currency: plan.currency.code,
    months: plan.months,
    interval,
    total: chancePart(parts, months, interval),
    segments: segments.map(({ segment, outlook }, index) => ({
      segment: segment.id,
      title: segment.title,
      exact: outlook.exact,
      assumed: [
        ...new Map(
          outlook.rates.flatMap(({ assumed, step, title }) =>
            assumed ? [[step, { step, title }] as const] : [],
          ),
        ).values(),
      ],
      ...chancePart(parts.slice(index, index + 1), months, interval),
    })),
    sizing: sizingOf(plan, segments, confidence, scaled),
  };
}

/**
 * How sure it is that the deals are reached when the required prospects come in, and how many it takes to be as sure as
 * agreed: one factor on all targets of the first year, with the requirement solved again each time.
 *
 * New business alone; renewals and expansions are not in it. Rates vary by what they were counted from, each by itself;
 * durations and deal values are taken as they are. Source: docs/funnel-mathematics.md 3.
 */
export function sureOfFunnel(
  plan: SoundPlan,
  funnel: FunnelAnswer,
  question: SureQuestion = {},
): SureAnswer {
  const year = firstYear(plan.months.length);
  const solved = plan.segments.map((segment) => solveSegment(segmentTask(plan, segment)));
  const { basis, catchUp, recovery, steadiness } = plan.planning;
  const scaled: Scaled = (factor) =>
    factor === 1
      ? funnel.segments.map(({ newProspects }) => newProspects)
      : plan.segments.map(({ toSale }, index) => {
          const answer = solved[index]?.answer;
          if (answer === undefined) return [];
          const targets = answer.target.map((each, month) =>
            month < year.until ? each * factor : each,
          );
          const choices = { basis, catchUp, recovery, steadiness };
          return steadyEntries(toSale.model, answer, targets, choices).slice(0, plan.months.length);
        });
  return answerFor(plan, funnel.asOf, question, scaled);
}

/** How sure it is that an inflow reaches the deals, and how many times as many prospects it takes to be as sure as agreed. */
export function sureOfInflow(
  plan: SoundPlan,
  inflow: Inflow,
  asOf: string,
  question: SureQuestion = {},
): SureAnswer {
  const given = plan.segments.map(({ id }) =>
    plan.months.map((_, month) => inflow.get(id)?.[month] ?? 0),
  );
  const scaled: Scaled = (factor) => given.map((series) => series.map((each) => each * factor));
  return answerFor(plan, asOf, question, scaled);
}
