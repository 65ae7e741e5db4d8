import type { Change } from "../core/change/index.ts";
import type { ComparedSegment, ComparedSeries, FunnelComparison } from "../core/funnel/index.ts";
import { currencyOf, moneyNearest, moneyText } from "../core/money.ts";
import { businesses } from "../core/plan/index.ts";
import { digits } from "./digits.ts";

/** At most so many changes are told; `changesTotal` counts all. */
export const mostChangesTold = 1000;

/** What is different in the documents, as JSON. */
export const changesBody = (changes: readonly Change[]): object => ({
  changesTotal: changes.length,
  changes: changes.slice(0, mostChangesTold),
});

const seriesBody = ({ base, head, difference }: ComparedSeries): object => ({
  base: base.map(digits),
  head: head.map(digits),
  difference: difference.map(digits),
});

const revenueBody = (
  revenue: NonNullable<ComparedSegment["revenue"]>,
  money: (series: ComparedSeries) => object,
): object => Object.fromEntries(businesses.map((kind) => [kind, money(revenue[kind])]));

/** What two plans need side by side, as JSON; without what each needs by itself, which other bodies hold. */
export function comparisonBody(comparison: FunnelComparison): object {
  const { base, head, months, monthsAdded, monthsRemoved, segments, workload } = comparison;
  const currency = currencyOf(head.currency);
  const text = (amount: bigint): string => moneyText(amount, currency);
  // The difference of what is told, so that the three add up to the cent.
  const money = (series: ComparedSeries): object => {
    const [before, after] = [series.base, series.head].map((values) =>
      values.map((value) => moneyNearest(value, currency)),
    );
    return {
      base: before?.map(text),
      head: after?.map(text),
      difference: after?.map((amount, month) => text(amount - (before?.[month] ?? 0n))),
    };
  };
  return {
    currency: { base: base.currency, head: head.currency },
    months,
    monthsAdded,
    monthsRemoved,
    segments: segments.map((segment) => ({
      segment: segment.segment,
      title: segment.title,
      presence: segment.presence,
      newProspects: seriesBody(segment.newProspects),
      wins: seriesBody(segment.wins),
      winsWanted: seriesBody(segment.winsWanted),
      ...(segment.revenue === undefined ? {} : { revenue: revenueBody(segment.revenue, money) }),
      ...(segment.cost === undefined ? {} : { cost: money(segment.cost) }),
      supply: segment.supply.map(({ team, to, presence, brings, handsOver }) => ({
        ...(team === undefined ? {} : { function: team }),
        to,
        presence,
        brings: seriesBody(brings),
        handsOver: seriesBody(handsOver),
      })),
      stages: segment.stages.map(({ stage, title, team, presence, entries }) => ({
        stage,
        title,
        ...(team === undefined ? {} : { function: team }),
        presence,
        entries: seriesBody(entries),
      })),
    })),
    workload: workload.map(({ role, title, team, presence, needed, missing }) => ({
      role,
      title,
      ...(team === undefined ? {} : { function: team }),
      presence,
      needed: seriesBody(needed),
      missing: seriesBody(missing),
    })),
  };
}
