import { type LoadedDocuments, percentMeant } from "../document/index.ts";
import type { Problems } from "./problem.ts";

/** The parts of the goal. */
export const goalParts = ["revenue", "profitability", "customerExcellence", "growth"] as const;

/** Refuses a part of the goal that is a share and does not lie between 0 and 1; the schema cannot tell, because the unit says it. */
export function checkGoalShares({ plan }: LoadedDocuments, problems: Problems): void {
  for (const part of goalParts) {
    const goal = plan.value.goal[part];
    if (goal?.unit !== "share" || (goal.target >= 0 && goal.target <= 1)) continue;
    const pointer = `/goal/${part}/target`;
    const value = plan.parsed.sourceOf(pointer) ?? String(goal.target);
    problems.add(
      "document/out-of-range",
      { document: "plan", pointer },
      `"target" is ${value}; a share lies between 0 and 1.`,
      percentMeant(goal.target) ??
        'Write 0.25 for 25 %; what may lie beyond, such as a growth of 120 %, has the unit "points" (120).',
    );
  }
}
