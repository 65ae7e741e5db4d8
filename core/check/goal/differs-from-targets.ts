import { businesses } from "../../plan/index.ts";
import { amountText } from "../../wording.ts";
import { amountAt, distance, sumOf } from "../amounts.ts";
import type { Rule } from "../rule.ts";

/** One part in so many may be lost to rounding: 0.5 %. */
const noticeable = 200n;

/** The goal is what leaders remember and the targets are what teams work to; they are one number. */
export const differsFromTargets: Rule = {
  id: "goal/differs-from-targets",
  severity: "warning",
  summary: "The revenue goal is what the targets of all segments add up to, within 0.5 %.",
  teams: ["marketing", "sales"],
  check: ({ plan, related }) => {
    if (plan.documents.plan.value.goal.revenue?.unit !== "money") return [];
    const at = { document: "plan", pointer: "/goal/revenue/target" } as const;
    const goal = amountAt(plan, at);
    const sum = sumOf(
      plan.segments.flatMap(({ revenue }) => businesses.flatMap((kind) => revenue[kind])),
    );
    const apart = distance(goal, sum);
    if (apart * noticeable <= goal) return [];
    const [goalText, sumText, apartText] = [goal, sum, apart].map((each) =>
      amountText(each, plan.currency),
    );
    return [
      {
        at,
        message: `The revenue goal is ${goalText}, and the targets of all segments add up to ${sumText}: ${apartText} ${sum < goal ? "of the goal are nobody's target" : "more than the goal"}.`,
        help: `Write ${sumText} as the goal, or change the targets by ${apartText}.`,
        related: [related({ document: "targets", pointer: "/segments" }, "the targets")],
        data: { actual: goalText ?? "", limit: sumText ?? "", unit: "money" },
        subject: "goal/revenue",
      },
    ];
  },
};
