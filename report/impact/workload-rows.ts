import type {
  ComparedSegment,
  ComparedWorkload,
  FunnelComparison,
} from "../../core/funnel/index.ts";
import { wholeAmountText } from "../../core/wording.ts";
import { whole } from "../number.ts";
import { teamNames, total } from "../words.ts";

/** Hours or money that a change moves: whose it is, and its sums over the whole plan before and after. */
export interface Carried {
  readonly what: string;
  readonly who: string;
  readonly before: number;
  readonly after: number;
  /** True when some month is different, even where the sums are the same. */
  readonly moved: boolean;
  /** A number of it as it is printed. */
  readonly show: (value: number) => string;
}

/** What moves of a series as it is printed, month by month in whole numbers. */
function movedIn(
  { base, head }: { readonly base: readonly number[]; readonly head: readonly number[] },
  known: Pick<Carried, "what" | "who" | "show">,
): readonly Carried[] {
  const [before, after] = [base.map(Math.round), head.map(Math.round)];
  const moved = before.some((each, month) => each !== after[month]);
  return moved ? [{ ...known, before: total(before), after: total(after), moved }] : [];
}

const hours = ({ title, team, needed }: ComparedWorkload): readonly Carried[] =>
  movedIn(needed, {
    what: `Hours of ${title}`,
    who: team === undefined ? "above the functions" : teamNames[team],
    show: whole,
  });

const cost = ({ title, cost: series }: ComparedSegment, code: string): readonly Carried[] =>
  series === undefined
    ? []
    : movedIn(series, {
        what: `Cost of prospects, ${title}`,
        who: "all functions",
        show: (value) => wholeAmountText(value, code),
      });

/** The hours of each role and the cost of each segment's prospects, where a change moves them. */
export const carriedBetween = ({
  workload,
  segments,
  head,
}: FunnelComparison): readonly Carried[] => [
  ...workload.flatMap(hours),
  ...segments.flatMap((segment) => cost(segment, head.currency)),
];
