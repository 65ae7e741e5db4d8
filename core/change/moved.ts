import type { Team } from "../finding.ts";
import { type FunnelAnswer, roundRunningTotal, supplyOf } from "../funnel/index.ts";
import { bookingTeam, businesses, type SoundPlan } from "../plan/index.ts";

/** What a function owes in one segment, as it is printed: whole prospects or deals, or minor units of money; shape `[month]`. */
interface Owed {
  readonly segment: string;
  readonly team: Team;
  readonly what: string;
  readonly perMonth: readonly (number | bigint)[];
}

function owedIn(plan: SoundPlan, funnel: FunnelAnswer): readonly Owed[] {
  const computed = funnel.segments.flatMap((segment) => {
    const { segment: id } = segment;
    const supplied = supplyOf(segment).flatMap(({ team, brings, handsOver, to }) =>
      team === undefined
        ? []
        : [
            { segment: id, team, what: `brings/${to.stage}`, perMonth: brings },
            { segment: id, team, what: `hands-over/${to.stage}`, perMonth: handsOver },
          ],
    );
    const deals: Owed = {
      segment: id,
      team: "sales",
      what: "deals",
      perMonth: roundRunningTotal(segment.wins.target),
    };
    return [...supplied, deals];
  });
  const revenue = plan.segments.flatMap((segment) =>
    businesses.map((kind) => ({
      segment: segment.id,
      team: bookingTeam(plan, kind),
      what: `revenue/${kind}`,
      perMonth: segment.revenue[kind],
    })),
  );
  return [...computed, ...revenue];
}

/** One thing that a function owes in a segment, and that a change moves: a printed whole or cent differs in some month. */
export interface Moved {
  readonly segment: string;
  readonly team: Team;
  readonly what: string;
}

const keyOf = ({ segment, team, what }: Owed): string => [segment, team, what].join(" ");

const textOf = (owed: Owed | undefined, months: readonly string[]): string =>
  (owed?.perMonth ?? []).map((each, index) => `${months[index]}=${each}`).join(" ");

/** Everything that functions owe after computation and that differs between two plans. */
export function movedBetween(
  base: { readonly plan: SoundPlan; readonly funnel: FunnelAnswer },
  head: { readonly plan: SoundPlan; readonly funnel: FunnelAnswer },
): readonly Moved[] {
  const before = new Map(owedIn(base.plan, base.funnel).map((owed) => [keyOf(owed), owed]));
  const after = new Map(owedIn(head.plan, head.funnel).map((owed) => [keyOf(owed), owed]));
  return [...new Map([...before, ...after])].flatMap(([key, { segment, team, what }]) =>
    textOf(before.get(key), base.plan.months) === textOf(after.get(key), head.plan.months)
      ? []
      : [{ segment, team, what }],
  );
}
