import { endToEnd, eventualRatesOn } from "../flow/index.ts";
import type { Chain } from "../plan/index.ts";
import type { DaysToWin, ExchangeRate, StageFunnel } from "./answer.ts";

const total = (series: readonly number[]): number => series.reduce((sum, each) => sum + each, 0);

/**
 * What a prospect is worth at every stage before the sale, in the order of the journey; at the terms of the first day.
 * Source: docs/funnel-mathematics.md 1.6 and 1.7.
 */
export function exchangeRatesOf(
  { model, stages, transitions }: Chain,
  funnel: readonly StageFunnel[],
): readonly ExchangeRate[] {
  const rates = eventualRatesOn(model, 0);
  return transitions.flatMap(({ from, document }, row): readonly ExchangeRate[] => {
    const seen = funnel.find(({ stage }) => stage === stages[row]?.id);
    if (seen === undefined) return [];
    const entered = total(seen.entries);
    const { q10, q50, q90 } = endToEnd(model, row);
    const daysToWin: DaysToWin = { q10, q50, q90 };
    return [
      {
        stage: from.id,
        team: from.team,
        dealsPerProspect: rates[row] ?? 0,
        daysToWin,
        conversion: document.conversion.value,
        periodRatio: entered > 0 ? total(seen.exits) / entered : null,
      },
    ];
  });
}
