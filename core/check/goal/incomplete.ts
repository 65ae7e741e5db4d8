import { listText } from "../../wording.ts";
import type { Rule } from "../rule.ts";

const parts = [
  ["revenue", "revenue"],
  ["profitability", "profitability"],
  ["customerExcellence", "customer excellence"],
  ["growth", "growth"],
] as const;

/** The common goal is to profitably increase revenue and customer excellence; one part alone is one department's goal. */
export const incomplete: Rule = {
  id: "goal/incomplete",
  severity: "error",
  summary: "The goal has all four parts: revenue, profitability, customer excellence and growth.",
  teams: ["marketing", "sales"],
  check: ({ plan }) => {
    const { goal } = plan.documents.plan.value;
    const missing = parts.filter(([part]) => goal[part] === undefined);
    const [first] = missing;
    if (first === undefined) return [];
    return [
      {
        at: { document: "plan", pointer: "/goal" },
        message: `The goal says nothing of ${listText(missing.map(([, name]) => name))}; ${4 - missing.length} of its 4 parts ${missing.length === 3 ? "is" : "are"} agreed.`,
        help: `Agree on a measure and a number for ${missing.length === 1 ? "it" : "each"} and add ${listText(missing.map(([part]) => `"${part}"`))}, each with "metric", "target" and "unit".`,
        data: {
          actual: String(4 - missing.length),
          limit: "4",
          unit: "parts",
          missing: missing.map(([part]) => part).join(" "),
        },
        subject: "goal",
      },
    ];
  },
};
