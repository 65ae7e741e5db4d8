import type { CheckAnswer } from "../core/check/index.ts";
import type { Finding, Findings } from "../core/finding.ts";
import {
  ceilRunningTotal,
  type ForecastAnswer,
  type FunnelAnswer,
  lastUsefulEntry,
  monthsToYearEnd,
  type RevenueFunnel,
  type SegmentFunnel,
} from "../core/funnel/index.ts";
import { currencyOf, moneyNearest, moneyText } from "../core/money.ts";
import { type Business, businesses } from "../core/plan/index.ts";
import { costBody, stageCostBody } from "./cost-body.ts";
import { digits, series } from "./digits.ts";
import { mostShown, totalsOf } from "./findings.ts";
import { workloadBody } from "./workload-body.ts";

/**
 * Answers as the JSON bodies of CLI and API. Prospects and deals carry their fractions to 10 significant digits;
 * money is a decimal string in whole units of the plan's currency.
 */

function revenueBody(
  revenue: { readonly [Kind in Business]: RevenueFunnel },
  code: string,
): object {
  const currency = currencyOf(code);
  const amounts = (values: readonly number[]): readonly string[] =>
    values.map((value) => moneyText(moneyNearest(value, currency), currency));
  return Object.fromEntries(
    businesses.map((kind) => [
      kind,
      { target: amounts(revenue[kind].target), expected: amounts(revenue[kind].expected) },
    ]),
  );
}

function flowBody(
  segment: Pick<
    SegmentFunnel,
    "segment" | "title" | "newProspects" | "wins" | "stages" | "revenue"
  >,
  currency: string,
): object {
  return {
    segment: segment.segment,
    title: segment.title,
    newProspects: series(segment.newProspects),
    newProspectsWhole: series(ceilRunningTotal(segment.newProspects)),
    wins: {
      target: series(segment.wins.target),
      expected: series(segment.wins.expected),
      fromOpening: series(segment.wins.fromOpening),
    },
    revenue: revenueBody(segment.revenue, currency),
    cost: costBody(segment, currency),
    stages: segment.stages.map((stage) => ({
      stage: stage.stage,
      title: stage.title,
      ...(stage.team === undefined ? {} : { function: stage.team }),
      ...(stage.business === undefined ? {} : { business: stage.business }),
      beforeSale: stage.beforeSale,
      entries: series(stage.entries),
      fromOutside: series(stage.fromOutside),
      fromOpening: series(stage.fromOpening),
      exits: series(stage.exits),
      leaks: series(stage.leaks),
      recycled: series(stage.recycled),
      stock: series(stage.stock),
      meanStock: series(stage.meanStock),
      cost: stageCostBody(stage, currency),
    })),
  };
}

/** What a plan needs, as JSON. */
export function requirementsBody(answer: FunnelAnswer): object {
  return {
    plan: answer.plan,
    title: answer.title,
    asOf: answer.asOf,
    currency: answer.currency,
    months: answer.months,
    monthsBeyond: answer.monthsBeyond,
    workload: workloadBody(answer),
    segments: answer.segments.map((segment) => ({
      ...flowBody(segment, answer.currency),
      standing: segment.standing.map((each) => ({
        status: each.status,
        crashFactor: each.crashFactor === null ? null : digits(each.crashFactor),
        shortfall: digits(each.shortfall),
        bestCaseShortfall: digits(each.bestCaseShortfall),
        driving: each.driving,
      })),
      winRate: digits(segment.winRate),
      daysToWin: segment.daysToWin,
      exchangeRates: segment.exchangeRates.map((each) => ({
        stage: each.stage,
        ...(each.team === undefined ? {} : { function: each.team }),
        dealsPerProspect: digits(each.dealsPerProspect),
        daysToWin: each.daysToWin,
        lastUsefulEntry: lastUsefulEntry(
          each.daysToWin.q10,
          answer.months,
          monthsToYearEnd(answer.months, answer.asOf),
        ),
        conversion: digits(each.conversion),
        periodRatio: each.periodRatio === null ? null : digits(each.periodRatio),
      })),
      naturalInflow: series(segment.naturalInflow),
      driving: segment.driving.map(({ month, pull }) => ({ month, pull: digits(pull) })),
    })),
  };
}

/** What an inflow brings, as JSON. */
export function forecastBody(answer: ForecastAnswer): object {
  return {
    plan: answer.plan,
    title: answer.title,
    asOf: answer.asOf,
    currency: answer.currency,
    months: answer.months,
    segments: answer.segments.map((segment) => flowBody(segment, answer.currency)),
  };
}

/** Findings as JSON: at most 100, the rest counted in the totals. */
export function findingsBody(findings: Findings): readonly Finding[] {
  return findings.slice(0, mostShown);
}

/** What a check found, as JSON. */
export function checkBody(
  plan: string | undefined,
  folder: string,
  answer: Pick<CheckAnswer, "asOf" | "findings" | "silenced" | "notRun">,
): object {
  return {
    ...(plan === undefined ? {} : { plan }),
    folder,
    asOf: answer.asOf,
    totals: { ...totalsOf(answer.findings), silenced: answer.silenced.length },
    notRun: answer.notRun,
    findings: findingsBody(answer.findings),
    silenced: answer.silenced.slice(0, mostShown).map(({ finding, exception }) => ({
      exception: exception.id,
      reason: exception.reason,
      approvedBy: exception.approvedBy,
      until: exception.expires,
      finding,
    })),
  };
}
