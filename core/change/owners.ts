import type { RolePlan, Tactic } from "../../schemas/documents.generated.ts";
import type { Team } from "../finding.ts";
import type { SoundPlan } from "../plan/index.ts";
import type { Change } from "./difference.ts";
import { readPath } from "./path.ts";

/** The two functions that share the plan. */
const shared: readonly Team[] = ["marketing", "sales"];

const withId = <Item extends { readonly id: string }>(
  items: readonly Item[] | undefined,
  id: string | undefined,
): readonly Item[] => (items ?? []).filter((each) => each.id === id);

/** A role's function in a plan; a role above the functions answers for none. */
function functionOf(plan: SoundPlan, role: string | undefined): readonly Team[] {
  const team = role === undefined ? undefined : plan.roles.get(role)?.function;
  return team === "marketing" || team === "sales" || team === "success" ? [team] : [];
}

const ofRolePlan = (plan: SoundPlan, { role }: RolePlan): readonly Team[] => functionOf(plan, role);

/** Tactics that are only proposed, or over, bind nobody. */
const binds = ({ state }: Tactic): boolean => state === "testing" || state === "proven";

/** Whose duties or pay stand at a place of one plan; none where nothing is owed there. */
function standingAt(
  plan: SoundPlan,
  document: Change["document"],
  [list, id]: readonly string[],
): readonly Team[] {
  const { sla, compensation, tactics, resources, calendar } = plan.documents;
  switch (document) {
    case "sla":
      return list === "duties" && id !== undefined
        ? // Whoever owns a duty does its work, whosever name stands above it.
          withId(sla.value.duties, id).flatMap((duty) => [
            duty.function,
            ...functionOf(plan, duty.owner),
          ])
        : shared;
    case "compensation":
      return list === "rolePlans" && id !== undefined
        ? withId(compensation.value.rolePlans, id).flatMap((each) => ofRolePlan(plan, each))
        : shared;
    case "approvals":
    case "lead-definition":
      return shared;
    case "tactics":
      // The list as a whole, or the document, is everybody's who is bound by something in it.
      return (tactics?.value.tactics ?? [])
        .filter((each) => id === undefined || each.id === id)
        .filter(binds)
        .flatMap((each) => each.functions);
    case "resources":
      // The budget is one for both functions.
      return list === "staff" && id !== undefined
        ? withId(resources?.value.staff, id).flatMap((each) => functionOf(plan, each.id))
        : resources === undefined
          ? []
          : shared;
    case "calendar":
      return calendar === undefined
        ? []
        : sla.value.duties
            .filter((duty) => id === undefined || duty.clock?.calendar === id)
            .map((duty) => duty.function);
    case "journey":
      return list === "stages"
        ? plan.stages
            .filter((each) => id === undefined || each.id === id)
            .flatMap((each) => each.team ?? [])
        : [];
    case "plan":
      // The frame of everything that is owed: goal, months, currency, roles, segments, measures.
      return list === "glossary" ? [] : shared;
    case "content":
    case "customers":
    case "sources":
    case "targets":
      return [];
    default:
      return document satisfies never;
  }
}

/**
 * The functions whose duties or pay stand where a change was made, in the plan before it or after it.
 * What the funnel makes of a number is not here; that needs the computation.
 */
export function ownersOf(change: Change, base: SoundPlan, head: SoundPlan): readonly Team[] {
  const steps = readPath(change.path) ?? [];
  const found = [base, head].flatMap((plan) => standingAt(plan, change.document, steps));
  return [...new Set(found)];
}
