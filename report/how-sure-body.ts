import { addMonths, type Month } from "../core/calendar-date.ts";
import {
  type ChancePart,
  ceilRunningTotal,
  type DealsChance,
  type PeriodChance,
  type SureAnswer,
} from "../core/funnel/index.ts";
import { currencyOf, moneyNearest, moneyText } from "../core/money.ts";
import { digits } from "./digits.ts";

/** How sure it is that deals are reached, as the JSON of CLI and API. */

const dealsBody = ({ target, expected, low, high, chance }: DealsChance): object => ({
  target: digits(target),
  expected: digits(expected),
  low,
  high,
  chance: digits(chance),
});

function periodBody(period: PeriodChance, start: Month, code: string): object {
  const currency = currencyOf(code);
  const amount = (value: number): string => moneyText(moneyNearest(value, currency), currency);
  const { target, expected, low, high } = period.revenue;
  return {
    kind: period.kind,
    from: addMonths(start, period.from),
    until: addMonths(start, period.until),
    deals: dealsBody(period.own),
    runningTotal: dealsBody(period.running),
    newRevenue: {
      target: amount(target),
      expected: amount(expected),
      low: amount(low),
      high: amount(high),
    },
  };
}

function partBody({ periods, fewObservations }: ChancePart, answer: SureAnswer): object {
  const start = answer.months[0] ?? "";
  return {
    fewObservations,
    periods: periods.map((period) => periodBody(period, start, answer.currency)),
  };
}

function sizingBody({ sizing, months, segments }: SureAnswer): object {
  const { confidence, until, chance, factor, newProspects } = sizing;
  return {
    confidence: digits(confidence),
    until: addMonths(months[0] ?? "", until),
    chance: digits(chance),
    factor: factor === null ? null : digits(factor),
    segments:
      newProspects === null
        ? null
        : segments.map(({ segment }, index) => ({
            segment,
            newProspects: (newProspects[index] ?? []).map(digits),
            newProspectsWhole: ceilRunningTotal(newProspects[index] ?? []),
          })),
  };
}

/** How sure it is that deals are reached, as JSON. Months are half-open: `until` is the first month no longer counted. */
export function howSureBody(answer: SureAnswer): object {
  return {
    interval: digits(answer.interval),
    total: partBody(answer.total, answer),
    segments: answer.segments.map((segment) => ({
      segment: segment.segment,
      title: segment.title,
      exact: segment.exact,
      assumed: segment.assumed.map(({ step }) => step),
      ...partBody(segment, answer),
    })),
    sizing: sizingBody(answer),
  };
}
