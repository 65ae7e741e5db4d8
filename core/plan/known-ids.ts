import type { LoadedDocuments } from "../document/index.ts";
import type { Place } from "./problem.ts";

/** What the plan's references may name. */
export interface KnownIds {
  readonly roles: ReadonlySet<string>;
  readonly segments: ReadonlySet<string>;
  readonly stages: ReadonlySet<string>;
  readonly transitions: ReadonlySet<string>;
  readonly duties: ReadonlySet<string>;
}

/** The ids in a list. */
export const idsOf = (list: readonly { readonly id: string }[] | undefined): ReadonlySet<string> =>
  new Set((list ?? []).map((each) => each.id));

/** The ids of a plan that references may name. */
export function collectIds({ plan, journey, sla }: LoadedDocuments): KnownIds {
  return {
    roles: idsOf(plan.value.roles),
    segments: idsOf(plan.value.segments),
    stages: idsOf(journey.value.stages),
    transitions: idsOf(journey.value.segments.flatMap((segment) => segment.transitions)),
    duties: idsOf(sla.value.duties),
  };
}

/** Refuses a word that is not among the ids; nothing for no word. */
export type Expect = (
  place: Place,
  what: string,
  word: string | undefined,
  ids: ReadonlySet<string>,
) => void;
