import type { Month } from "../calendar-date.ts";
import type { Team } from "../finding.ts";
import { currencyOf, moneyNumber } from "../money.ts";
import { type Business, businesses } from "../plan/index.ts";
import type { FunnelAnswer, SegmentFunnel, StageFunnel } from "./answer.ts";
import { segmentCost } from "./cost.ts";
import { supplyOf } from "./supply.ts";

/** Whether something is in both plans, in the head alone (`added`), or in the base alone (`removed`). */
export type Presence = "both" | "added" | "removed";

/** One series in both plans, shape `[month]` over {@link FunnelComparison.months}; 0 where a plan has none. */
export interface ComparedSeries {
  readonly base: readonly number[];
  readonly head: readonly number[];
  /** Head minus base. */
  readonly difference: readonly number[];
}

/** A stage of a segment in both plans. */
export interface ComparedStage {
  readonly stage: string;
  readonly title: string;
  readonly team: Team | undefined;
  readonly presence: Presence;
  readonly entries: ComparedSeries;
}

/** What one function supplies to a stage, in both plans; whole prospects. */
export interface ComparedSupply {
  readonly team: Team | undefined;
  /** The stage that receives those whom it hands over. */
  readonly to: string;
  readonly presence: Presence;
  readonly brings: ComparedSeries;
  readonly handsOver: ComparedSeries;
}

/** A segment in both plans; in the order of the head, what was removed last. */
export interface ComparedSegment {
  readonly segment: string;
  readonly title: string;
  readonly presence: Presence;
  readonly newProspects: ComparedSeries;
  /** New deals to be expected, and those wanted. */
  readonly wins: ComparedSeries;
  readonly winsWanted: ComparedSeries;
  /** Revenue to be expected in whole units; undefined when the plans have different currencies. */
  readonly revenue: { readonly [Kind in Business]: ComparedSeries } | undefined;
  /** What its prospects cost in whole units; undefined when the plans have different currencies. */
  readonly cost: ComparedSeries | undefined;
  readonly stages: readonly ComparedStage[];
  readonly supply: readonly ComparedSupply[];
}

/** The work of a role in both plans; hours. */
export interface ComparedWorkload {
  readonly role: string;
  readonly title: string;
  readonly team: Team | undefined;
  readonly presence: Presence;
  readonly needed: ComparedSeries;
  /** Hours for which nobody is there. */
  readonly missing: ComparedSeries;
}

/** What two plans need, side by side. */
export interface FunnelComparison {
  readonly base: FunnelAnswer;
  readonly head: FunnelAnswer;
  /** The months of both plans, in order. */
  readonly months: readonly Month[];
  readonly monthsAdded: readonly Month[];
  readonly monthsRemoved: readonly Month[];
  readonly segments: readonly ComparedSegment[];
  readonly workload: readonly ComparedWorkload[];
}

/** The items of both, paired by their key; in the order of the head, what was removed last. */
function pairs<Item>(
  base: readonly Item[],
  head: readonly Item[],
  keyOf: (item: Item) => string,
): readonly (readonly [base: Item | undefined, head: Item | undefined, either: Item])[] {
  const before = new Map(base.map((item) => [keyOf(item), item]));
  const after = new Set(head.map(keyOf));
  return [
    ...head.map((item) => [before.get(keyOf(item)), item, item] as const),
    ...base
      .filter((item) => !after.has(keyOf(item)))
      .map((item) => [item, undefined, item] as const),
  ];
}

const presenceOf = (base: unknown, head: unknown): Presence =>
  base === undefined ? "added" : head === undefined ? "removed" : "both";

/** Puts two series on the months of both plans. */
type Side = (
  base: readonly number[] | undefined,
  head: readonly number[] | undefined,
) => ComparedSeries;

function sideBySide(base: FunnelAnswer, head: FunnelAnswer, months: readonly Month[]): Side {
  const onMonths = (series: readonly number[] | undefined, own: readonly Month[]) => {
    const values = new Map(own.map((month, index) => [month, series?.[index] ?? 0]));
    return months.map((month) => values.get(month) ?? 0);
  };
  return (before, after) => {
    const [left, right] = [onMonths(before, base.months), onMonths(after, head.months)];
    return {
      base: left,
      head: right,
      difference: right.map((value, month) => value - (left[month] ?? 0)),
    };
  };
}

/**
 * What two plans need, segment by segment, stage by stage and month by month: the same ones are found by their ids, and those that only
 * one plan has are said. A plan compared with itself differs by 0 everywhere; compared the other way round every difference turns its sign.
 */
export function compare(base: FunnelAnswer, head: FunnelAnswer): FunnelComparison {
  const months = [...new Set([...base.months, ...head.months])].toSorted();
  const side = sideBySide(base, head, months);
  const sameCurrency = base.currency === head.currency;
  return {
    base,
    head,
    months,
    monthsAdded: head.months.filter((month) => !base.months.includes(month)),
    monthsRemoved: base.months.filter((month) => !head.months.includes(month)),
    segments: pairs(base.segments, head.segments, (each) => each.segment).map(
      ([before, after, either]): ComparedSegment => ({
        segment: either.segment,
        title: either.title,
        presence: presenceOf(before, after),
        newProspects: side(before?.newProspects, after?.newProspects),
        wins: side(before?.wins.expected, after?.wins.expected),
        winsWanted: side(before?.wins.target, after?.wins.target),
        revenue: sameCurrency ? compareRevenue(before, after, side) : undefined,
        cost: sameCurrency
          ? side(before && costOf(before, base), after && costOf(after, head))
          : undefined,
        stages: compareStages(before?.stages ?? [], after?.stages ?? [], side),
        supply: compareSupply(before, after, side),
      }),
    ),
    workload: pairs(base.workload, head.workload, (each) => each.role).map(
      ([before, after, { role, title, team }]) => ({
        role,
        title,
        team,
        presence: presenceOf(before, after),
        needed: side(before?.needed, after?.needed),
        missing: side(before?.staffing?.missing, after?.staffing?.missing),
      }),
    ),
  };
}

/** What a segment's prospects cost in whole units of the plan's currency, shape `[month]`. */
function costOf(segment: SegmentFunnel, { currency: code }: FunnelAnswer): readonly number[] {
  const currency = currencyOf(code);
  return segmentCost(segment, currency).perMonth.map((each) => moneyNumber(each, currency));
}

function compareRevenue(
  base: SegmentFunnel | undefined,
  head: SegmentFunnel | undefined,
  side: Side,
): ComparedSegment["revenue"] {
  const [fresh, expansion, renewal] = businesses.map((kind) =>
    side(base?.revenue[kind].expected, head?.revenue[kind].expected),
  );
  if (fresh === undefined || expansion === undefined || renewal === undefined)
    throw new Error("unreachable: three kinds of business");
  return { new: fresh, expansion, renewal };
}

function compareStages(
  base: readonly StageFunnel[],
  head: readonly StageFunnel[],
  side: Side,
): readonly ComparedStage[] {
  return pairs(base, head, (each) => each.stage).map(([before, after, { stage, title, team }]) => ({
    stage,
    title,
    team,
    presence: presenceOf(before, after),
    entries: side(before?.entries, after?.entries),
  }));
}

function compareSupply(
  base: SegmentFunnel | undefined,
  head: SegmentFunnel | undefined,
  side: Side,
): readonly ComparedSupply[] {
  const [before, after] = [base, head].map((each) => (each === undefined ? [] : supplyOf(each)));
  return pairs(before ?? [], after ?? [], ({ team, to }) => `${team ?? ""}/${to.stage}`).map(
    ([left, right, { team, to }]) => ({
      team,
      to: to.stage,
      presence: presenceOf(left, right),
      brings: side(left?.brings, right?.brings),
      handsOver: side(left?.handsOver, right?.handsOver),
    }),
  );
}
