import type { PayComponent, SharedGoal } from "../../../schemas/documents.generated.ts";
import { shareText, titleText } from "../../wording.ts";
import type { Rule, RuleContext, RuleFinding } from "../rule.ts";
import { type PlacedRolePlan, rolePlansOf, weightOf, weightTolerance } from "./role-plans.ts";

/** What the shared goals weigh at least when nothing else is agreed. */
const usualMinimum = 0.1;

function tooLight(
  { rolePlan, pointer, name, side, shared }: PlacedRolePlan,
  minimum: number,
): readonly RuleFinding[] {
  const weight = weightOf(shared);
  if (side === undefined || shared.length === 0 || weight >= minimum - weightTolerance) return [];
  return [
    {
      at: { document: "compensation", pointer: `${pointer}/components` },
      message: `Shared goals make up ${shareText(weight)} of the variable pay of the role ${name} of ${side}; at least ${shareText(minimum)} is agreed for both functions.`,
      help: `Give the shared goals ${shareText(minimum)} or more, and the other components as much less.`,
      teams: [side],
      data: {
        actual: String(Number(weight.toPrecision(10))),
        limit: String(minimum),
        unit: "share of variable pay",
      },
      subject: rolePlan.id,
    },
  ];
}

/** What a component says otherwise than the shared goal that it is. */
function differing(component: PayComponent, goal: SharedGoal): readonly ("metric" | "period")[] {
  return (["metric", "period"] as const).filter((part) => component[part] !== goal[part]);
}

function notTheSame(
  { rolePlan, pointer, name, side }: PlacedRolePlan,
  goals: ReadonlyMap<string | undefined, { readonly goal: SharedGoal; readonly at: string }>,
  related: RuleContext["related"],
): readonly RuleFinding[] {
  return rolePlan.components.flatMap((component, index) => {
    const shared = goals.get(component.sharedGoal);
    if (shared === undefined) return [];
    return differing(component, shared.goal).map((part) => ({
      at: { document: "compensation", pointer: `${pointer}/components/${index}/${part}` },
      message: `The role ${name} is paid for the shared goal ${titleText(shared.goal.title)} by the ${part} "${component[part]}"; the goal's ${part} is "${shared.goal[part]}", and a goal is shared only when it is counted alike.`,
      help: `Write "${part}": "${shared.goal[part]}", or take "sharedGoal" out of this component.`,
      related: [
        related({ document: "compensation", pointer: `${shared.at}/${part}` }, "the shared goal"),
      ],
      ...(side === undefined ? {} : { teams: [side] }),
      data: { actual: component[part], limit: shared.goal[part], unit: part },
      subject: `${rolePlan.id}/${component.id}/${part}`,
    }));
  });
}

/** A shared goal that weighs nothing, or that each side counts its own way, is not shared. */
export const sharedWeight: Rule = {
  id: "compensation/shared-weight",
  severity: "error",
  summary:
    "Shared goals have at least the agreed weight in both functions' pay, and are counted alike in it.",
  teams: ["marketing", "sales"],
  check: ({ plan, related }) => {
    const document = plan.documents.compensation.value;
    const minimum = document.minimumSharedWeight ?? usualMinimum;
    const goals = new Map<string | undefined, { goal: SharedGoal; at: string }>(
      document.sharedGoals.map((goal, index) => [goal.id, { goal, at: `/sharedGoals/${index}` }]),
    );
    return rolePlansOf(plan).flatMap((each) => [
      ...tooLight(each, minimum),
      ...notTheSame(each, goals, related),
    ]);
  },
};
