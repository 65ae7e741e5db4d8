import { type SegmentFunnel, type StageFunnel, segmentCost } from "../core/funnel/index.ts";
import { currencyOf, type Minor, moneyText } from "../core/money.ts";

/** What a segment's prospects cost as JSON: decimal strings in whole units. */
export function costBody(segment: Pick<SegmentFunnel, "stages" | "wins">, code: string): object {
  const currency = currencyOf(code);
  const text = (amount: Minor): string => moneyText(amount, currency);
  const { perMonth, total, beforeSale, perWin, costliest } = segmentCost(segment, currency);
  return {
    perMonth: perMonth.map(text),
    total: text(total),
    beforeSale: text(beforeSale),
    perWin: perWin === undefined ? null : text(perWin),
    costliestStage: costliest?.stage.stage ?? null,
  };
}

/** What a stage costs as JSON, shape `[month]`. */
export function stageCostBody({ cost }: StageFunnel, code: string): readonly string[] {
  const currency = currencyOf(code);
  return cost.map((amount) => moneyText(amount, currency));
}
