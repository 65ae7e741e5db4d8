import type {
  Effect,
  Influence,
  Lever,
  RealisticChange,
  SegmentSensitivity,
  SensitivityAnswer,
} from "../core/funnel/index.ts";
import { type Currency, currencyOf, moneyNearest, moneyText } from "../core/money.ts";
import { digits } from "./digits.ts";

/** What moves a plan's result, as JSON; numbers and money as in the other bodies. */
export function sensitivityBody(answer: SensitivityAnswer): object {
  const currency = currencyOf(answer.currency);
  return {
    plan: answer.plan,
    title: answer.title,
    asOf: answer.asOf,
    currency: answer.currency,
    months: answer.months,
    deadline: answer.deadline,
    segments: answer.segments.map((segment) => ({
      segment: segment.segment,
      title: segment.title,
      newProspects: digits(segment.newProspects),
      planned: {
        byDeadline: outcomeBody(segment.planned.byDeadline, currency),
        yearAfter: outcomeBody(segment.planned.yearAfter, currency),
      },
      influences: segment.influences.map((each) => influenceBody(each, currency)),
      shortfalls: segment.shortfalls.map((each) => ({
        from: answer.months[each.from],
        through: answer.months[each.through],
        worst: answer.months[each.worst],
        deals: digits(each.deals),
        newProspects: each.newProspects,
        levers: each.levers.map((lever) => leverBody(lever, currency)),
      })),
    })),
  };
}

const money = (value: number, currency: Currency): string =>
  moneyText(moneyNearest(value, currency), currency);

function outcomeBody(
  { deals, revenue }: SegmentSensitivity["planned"]["byDeadline"],
  currency: Currency,
): object {
  return {
    deals: digits(deals),
    revenue: {
      new: money(revenue.new, currency),
      expansion: money(revenue.expansion, currency),
      renewal: money(revenue.renewal, currency),
    },
  };
}

const effectBody = ({ deals, revenue }: Effect, currency: Currency): object => ({
  deals: digits(deals),
  revenue: money(revenue, currency),
});

function influenceBody(influence: Influence, currency: Currency): object {
  const value = (each: number): number | string =>
    influence.of === "value" ? money(each, currency) : digits(each);
  const change = (each: RealisticChange): object => ({
    value: value(each.value),
    byDeadline: effectBody(each.byDeadline, currency),
    yearAfter: effectBody(each.yearAfter, currency),
  });
  const { deals, revenue } = influence.elasticity;
  return {
    of: influence.of,
    ...(influence.of === "value"
      ? { business: influence.business }
      : {
          step: influence.step,
          from: influence.from,
          to: influence.to,
          ...(influence.team === undefined ? {} : { function: influence.team }),
          beforeSale: influence.beforeSale,
          ...(influence.counted === undefined ? {} : { counted: digits(influence.counted) }),
        }),
    value: value(influence.value),
    elasticity: {
      deals: { byDeadline: digits(deals.byDeadline), yearAfter: digits(deals.yearAfter) },
      revenue: { byDeadline: digits(revenue.byDeadline), yearAfter: digits(revenue.yearAfter) },
    },
    better: change(influence.better),
    worse: change(influence.worse),
    newProspects: digits(influence.newProspects),
  };
}

function leverBody(lever: Lever, currency: Currency): object {
  const value = (each: number | null): number | string | null =>
    each === null ? null : lever.of === "value" ? money(each, currency) : digits(each);
  return {
    of: lever.of,
    ...("step" in lever ? { step: lever.step, from: lever.from, to: lever.to } : {}),
    value: value(lever.value),
    closedAt: value(lever.closedAt),
  };
}
