import { listText, titleText } from "../../wording.ts";
import type { Rule } from "../rule.ts";
import { isVolume } from "./measures.ts";

/** Planning is more than leads: a plan that only counts who comes in does not see whether anybody buys or stays. */
export const leadsOnly: Rule = {
  id: "metric/leads-only",
  severity: "error",
  summary: "At least one measure that is a goal says more than how many leads there are.",
  teams: ["marketing", "sales"],
  check: ({ plan }) => {
    const goals = (plan.documents.plan.value.metrics ?? []).filter((each) => each.use === "goal");
    if (goals.length === 0 || !goals.every(isVolume)) return [];
    const titles = goals.slice(0, 4).map((each) => titleText(each.title));
    const shown = goals.length > 4 ? [...titles, `${goals.length - 4} more`] : titles;
    return [
      {
        at: { document: "plan", pointer: "/metrics" },
        message:
          goals.length === 1
            ? `The only measure that is a goal, ${titles[0] ?? ""}, counts who comes in; whether they buy, pay or stay is nobody's goal.`
            : `All ${goals.length} measures that are goals count who comes in (${listText(shown)}); whether they buy, pay or stay is nobody's goal.`,
        help: `Add measures of what becomes of them, for example revenue, margin and customers who stay, with "use": "goal", and call the counts "diagnostic".`,
        data: { actual: String(goals.length), limit: "0", unit: "lead counts alone" },
        subject: "metrics",
      },
    ];
  },
};
