import type { Team } from "../../core/finding.ts";
import type { ComparedSegment, ComparedSeries, FunnelComparison } from "../../core/funnel/index.ts";
import { moneyNumber } from "../../core/money.ts";
import { type Business, bookingTeam, businesses, type SoundPlan } from "../../core/plan/index.ts";
import { wholeAmountText } from "../../core/wording.ts";
import { deals, whole } from "../number.ts";
import { tenths } from "../shown.ts";
import { nameOf, total } from "../words.ts";

/** What kind of thing a function must do. */
export type AskKind = "bring" | "take-over" | "hand-over" | "win" | "book";

/** One thing that a function must do in a segment over the whole plan, before and after a change. */
export interface Ask {
  readonly kind: AskKind;
  readonly team: Team;
  /** The function that receives those who are handed over. */
  readonly to?: Team;
  /** The segment's title. */
  readonly segment: string;
  /** Such as `New prospects` or `Renewal revenue`. */
  readonly what: string;
  readonly before: number;
  readonly after: number;
  /** True when some month is different, even where the sums are the same. */
  readonly moved: boolean;
  /** After minus before, shape `[month]` over the months of both plans. */
  readonly perMonth: readonly number[];
  /** A number of it as it is printed. */
  readonly show: (value: number) => string;
}

const ask = (
  known: Omit<Ask, "before" | "after" | "moved" | "perMonth">,
  { base, head }: Pick<ComparedSeries, "base" | "head">,
): Ask => ({
  ...known,
  before: Math.round(total(base) * 10) / 10,
  after: Math.round(total(head) * 10) / 10,
  moved: base.some((each, month) => each !== head[month]),
  perMonth: head.map((each, month) => each - (base[month] ?? 0)),
});

/** The stages that book a sale, which is told as deals. */
function saleStages({ base, head }: FunnelComparison): ReadonlySet<string> {
  const stages = [base, head].flatMap(({ segments }) => segments.flatMap((each) => each.stages));
  return new Set(stages.filter(({ business }) => business === "new").map(({ stage }) => stage));
}

function prospectAsks(segment: ComparedSegment, sales: ReadonlySet<string>): readonly Ask[] {
  return segment.supply.flatMap(({ team, to, brings, handsOver }) => {
    if (team === undefined) return [];
    const known = { team, segment: segment.title, show: whole };
    const receiver = segment.stages.find(({ stage }) => stage === to)?.team;
    const handOver = {
      ...known,
      kind: "hand-over",
      what: `Handed over at ${nameOf(to)}`,
      ...(receiver === undefined ? {} : { to: receiver }),
    } as const;
    return [
      ask({ ...known, kind: "bring", what: "New prospects" }, brings),
      ...(sales.has(to) ? [] : [ask(handOver, handsOver)]),
    ];
  });
}

const kindNames: Readonly<Record<Business, string>> = {
  new: "New revenue",
  expansion: "Expansion revenue",
  renewal: "Renewal revenue",
};

/** Revenue in whole units of the currency, shape `[month]` over the months of both plans. */
function revenueOf(
  plan: SoundPlan,
  segment: string,
  kind: Business,
  months: readonly string[],
): readonly number[] {
  const series = plan.segments.find((each) => each.id === segment)?.revenue[kind] ?? [];
  const amounts = new Map(
    plan.months.map((month, index) => [month, moneyNumber(series[index] ?? 0n, plan.currency)]),
  );
  return months.map((month) => amounts.get(month) ?? 0);
}

function revenueAsks(
  { segment, title }: ComparedSegment,
  base: SoundPlan,
  head: SoundPlan,
  months: readonly string[],
): readonly Ask[] {
  if (base.currency.code !== head.currency.code) return [];
  return businesses.map((kind) =>
    ask(
      {
        kind: "book",
        team: bookingTeam(head, kind),
        segment: title,
        what: kindNames[kind],
        show: (value) => wholeAmountText(value, head.currency.code),
      },
      {
        base: revenueOf(base, segment, kind, months),
        head: revenueOf(head, segment, kind, months),
      },
    ),
  );
}

/** Everything that functions must do after computation, segment by segment, in the order of the journey. */
export function asksOf(
  comparison: FunnelComparison,
  base: SoundPlan,
  head: SoundPlan,
): readonly Ask[] {
  const sales = saleStages(comparison);
  return comparison.segments.flatMap((segment) => [
    ...prospectAsks(segment, sales),
    ask(
      { kind: "win", team: "sales", segment: segment.title, what: "New deals", show: deals },
      {
        base: tenths(segment.winsWanted.base),
        head: tenths(segment.winsWanted.head),
      },
    ),
    ...revenueAsks(segment, base, head, comparison.months),
  ]);
}
