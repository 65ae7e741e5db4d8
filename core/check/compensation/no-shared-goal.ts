import type { CompensationDocument } from "../../../schemas/documents.generated.ts";
import { titleText } from "../../wording.ts";
import type { Rule, RuleFinding } from "../rule.ts";
import { type PlacedRolePlan, rolePlansOf, sides } from "./role-plans.ts";

/** Role plans of the two functions in which no component is a shared goal. */
function without(plans: readonly PlacedRolePlan[], example: string): readonly RuleFinding[] {
  return plans.flatMap(({ rolePlan, pointer, name, side, shared }) => {
    if (side === undefined || shared.length > 0) return [];
    return [
      {
        at: { document: "compensation", pointer: `${pointer}/components` },
        message: `Nothing in the pay of the role ${name} of ${side} depends on a goal that marketing and sales share.`,
        help: `Add a component with "sharedGoal": "${example}", or name the shared goal in the component that is one.`,
        teams: [side],
        data: { actual: "0", limit: "1", unit: "shared goals" },
        subject: rolePlan.id,
      },
    ];
  });
}

/** Functions of which no role has a pay plan at all. */
function unpaid(plans: readonly PlacedRolePlan[], example: string): readonly RuleFinding[] {
  return sides
    .filter((side) => plans.every((each) => each.side !== side))
    .map((side) => ({
      at: { document: "compensation", pointer: "/rolePlans" },
      message: `No role of ${side} has a pay plan, so no goal is shared by the pay of both functions.`,
      help: `Add a role plan for a role of ${side}, with a component that has "sharedGoal": "${example}".`,
      teams: [side],
      data: { actual: "0", limit: "1", unit: "role plans" },
      subject: side,
    }));
}

/** Shared goals that stand in the pay of one function, or of none. */
function oneSided(
  { sharedGoals }: CompensationDocument,
  plans: readonly PlacedRolePlan[],
): readonly RuleFinding[] {
  return sharedGoals.flatMap((goal, index) => {
    const users = plans.filter(({ shared }) => shared.some((each) => each.sharedGoal === goal.id));
    const missing = sides.filter((side) => users.every((each) => each.side !== side));
    const [first] = missing;
    if (first === undefined) return [];
    const whose =
      missing.length === 2
        ? "neither marketing nor sales"
        : `${first === "sales" ? "marketing" : "sales"} alone`;
    return [
      {
        at: { document: "compensation", pointer: `/sharedGoals/${index}` },
        message: `The shared goal ${titleText(goal.title)} stands in the pay of ${whose}; a goal is shared when both are paid for it.`,
        help: `Add a component with "sharedGoal": "${goal.id}" to a role plan of ${missing.join(" and one of ")}, or take the goal out.`,
        teams: [...missing],
        data: { actual: String(2 - missing.length), limit: "2", unit: "functions" },
        subject: `goal/${goal.id}`,
      },
    ];
  });
}

/** Whoever is paid for other things does other things: part of the pay of both functions rests on the same goals. */
export const noSharedGoal: Rule = {
  id: "compensation/no-shared-goal",
  severity: "error",
  summary: "Every pay plan of marketing and sales has a goal that both functions are paid for.",
  teams: ["marketing", "sales"],
  check: ({ plan }) => {
    const document = plan.documents.compensation.value;
    const plans = rolePlansOf(plan);
    const example = document.sharedGoals[0]?.id ?? "";
    const found = [...without(plans, example), ...unpaid(plans, example)];
    // Where a pay plan has no shared goal at all, that is said already.
    return found.length > 0 ? found : oneSided(document, plans);
  },
};
