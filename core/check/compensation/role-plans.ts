import type { PayComponent, RolePlan } from "../../../schemas/documents.generated.ts";
import type { Pointer } from "../../finding.ts";
import type { SoundPlan } from "../../plan/index.ts";
import { titleText } from "../../wording.ts";

/** The functions whose pay shares goals. */
export const sides = ["marketing", "sales"] as const;

/** One of the two functions whose pay shares goals. */
export type Side = (typeof sides)[number];

/** A role plan, where it stands, and whose it is. */
export interface PlacedRolePlan {
  readonly rolePlan: RolePlan;
  readonly pointer: Pointer;
  /** The role in quotation marks, as messages name it. */
  readonly name: string;
  /** The function it belongs to, when that is marketing or sales. */
  readonly side: Side | undefined;
  readonly shared: readonly PayComponent[];
}

/** Less than this is the last digits of a sum of weights, not a weight. */
export const weightTolerance = 1e-9;

/** What components weigh together. */
export function weightOf(components: readonly PayComponent[]): number {
  return components.reduce((sum, each) => sum + each.weight, 0);
}

/** Every role plan of the plan. */
export function rolePlansOf(plan: SoundPlan): readonly PlacedRolePlan[] {
  return plan.documents.compensation.value.rolePlans.map((rolePlan, index) => {
    const role = plan.roles.get(rolePlan.role);
    return {
      rolePlan,
      pointer: `/rolePlans/${index}`,
      name: titleText(role?.title ?? rolePlan.role),
      side: sides.find((each) => each === role?.function),
      shared: rolePlan.components.filter((each) => each.sharedGoal !== undefined),
    };
  });
}
