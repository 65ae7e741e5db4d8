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

type Sides = Pick<ComparedSeries, "base" | "head">;

const ask = (
  known: Omit<Ask, "before" | "after" | "moved" | "perMonth">,
  { base, head }: Sides,
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

const sumOf = (all: readonly (readonly number[])[]): readonly number[] =>
  (all[0] ?? []).map((_, month) => total(all.map((each) => each[month] ?? 0)));

/** The functions that a stage belongs to, before and after; a stage that only one plan has is nobody's in the other. */
function receivers({ base, head }: FunnelComparison, { segment }: ComparedSegment, stage: string) {
  const [before, after] = [base, head].map(
    ({ segments }) =>
      segments.find((each) => each.segment === segment)?.stages.find((each) => each.stage === stage)
        ?.team,
  );
  return { before, after };
}

/** New prospects of one function: whichever stages it brings them to, they are told once. */
function bringAsks(segment: ComparedSegment): readonly Ask[] {
  const teams = [...new Set(segment.supply.map(({ team }) => team))];
  return teams.flatMap((team) => {
    if (team === undefined) return [];
    const own = segment.supply.filter((each) => each.team === team);
    return ask(
      { kind: "bring", team, segment: segment.title, what: "New prospects", show: whole },
      {
        base: sumOf(own.map(({ brings }) => brings.base)),
        head: sumOf(own.map(({ brings }) => brings.head)),
      },
    );
  });
}

/** Those who are handed over at the stages before the sale; where a stage changes hands, to each function for itself. */
function handOverAsks(
  segment: ComparedSegment,
  comparison: FunnelComparison,
  sales: ReadonlySet<string>,
): readonly Ask[] {
  return segment.supply.flatMap(({ team, to: stage, presence, handsOver }) => {
    if (team === undefined || sales.has(stage)) return [];
    const { before, after } = receivers(comparison, segment, stage);
    const handed = (to: Team | undefined, sides: Sides): Ask =>
      ask(
        {
          kind: "hand-over",
          team,
          segment: segment.title,
          what: `Handed over at ${nameOf(stage)}`,
          show: whole,
          ...(to === undefined ? {} : { to }),
        },
        sides,
      );
    const none = handsOver.base.map(() => 0);
    if (presence === "removed") return handed(before, handsOver);
    if (presence === "added" || before === after) return handed(after, handsOver);
    return [
      handed(before, { base: handsOver.base, head: none }),
      handed(after, { base: none, head: handsOver.head }),
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
    ...bringAsks(segment),
    ...handOverAsks(segment, comparison, sales),
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
