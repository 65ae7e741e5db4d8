import { type FunnelAnswer, type SegmentCost, segmentCost } from "../core/funnel/index.ts";
import { currencyOf, type Minor, moneyNumber } from "../core/money.ts";
import { numberText, wholeAmountText } from "../core/wording.ts";
import type { Block, TableBlock } from "./block.ts";
import { shortMoney } from "./number.ts";
import { nameOf, total } from "./words.ts";

/** A segment and what its prospects cost. */
interface Costed {
  readonly title: string;
  readonly deals: number;
  readonly cost: SegmentCost;
}

/** What prospects cost by the journey's own numbers: a sentence, then a row for each segment. Nothing where none are stated. */
export function costBlocks(answer: FunnelAnswer): readonly Block[] {
  const currency = currencyOf(answer.currency);
  const segments = answer.segments.map(
    (segment): Costed => ({
      title: segment.title,
      deals: total(segment.wins.expected),
      cost: segmentCost(segment, currency),
    }),
  );
  const amount = (value: Minor): number => moneyNumber(value, currency);
  const all = segments.reduce((sum, { cost }) => sum + amount(cost.total), 0);
  if (all === 0) return [];
  const before = segments.reduce((sum, { cost }) => sum + amount(cost.beforeSale), 0);
  const deals = total(segments.map((each) => each.deals));
  const perDeal =
    deals < 1e-6
      ? ""
      : `; before the sale that is ${wholeAmountText(before / deals, currency.code)} for each deal expected`;
  const costliest = segments.toSorted(
    (a, b) => amount(b.cost.costliest?.cost ?? 0n) - amount(a.cost.costliest?.cost ?? 0n),
  )[0];
  const { stage, cost } = costliest?.cost.costliest ?? {};
  const where = segments.length > 1 ? ` of ${costliest?.title ?? ""}` : "";
  return [
    { kind: "heading", level: 2, text: "What prospects cost" },
    {
      kind: "text",
      text:
        `Prospects cost ${wholeAmountText(all, currency.code)} over the plan, by the costs in journey.json${perDeal}. ` +
        `The costliest stage is ${nameOf(stage?.stage ?? "")}${where}, ${wholeAmountText(amount(cost ?? 0n), currency.code)}.`,
    },
    costTable(segments, currency.code, amount),
  ];
}

function costTable(
  segments: readonly Costed[],
  code: string,
  amount: (value: Minor) => number,
): TableBlock {
  return {
    kind: "table",
    caption: "What prospects cost, by segment",
    columns: [
      { title: "Segment", numeric: false },
      { title: `Cost over the plan (${code})`, numeric: true },
      { title: `for each won deal (${code})`, numeric: true },
      { title: "Costliest stage", numeric: false },
    ],
    rows: segments.map(({ title, cost }) => [
      title,
      shortMoney(amount(cost.total)),
      cost.perWin === undefined ? "no deal expected" : numberText(amount(cost.perWin), 0),
      cost.costliest === undefined
        ? "–"
        : `${nameOf(cost.costliest.stage.stage)} (${shortMoney(amount(cost.costliest.cost))})`,
    ]),
  };
}
