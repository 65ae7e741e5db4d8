import type { Team } from "../../finding.ts";
import { amountText } from "../../wording.ts";
import { sumOf } from "../amounts.ts";
import type { Rule } from "../rule.ts";
import { type BudgetTree, budgetOf, circlesOf, type PlacedLine, upwards } from "./lines.ts";

/** Who spends a line: what it says, or else the nearest line above it that says so. */
function spenders(tree: BudgetTree, line: PlacedLine): readonly Team[] {
  return (
    upwards(tree, line).find((each) => each.line.functions !== undefined)?.line.functions ?? []
  );
}

/** A joint plan has one budget; when one function spends all of it, the other's part of the plan has no money. */
export const oneFunction: Rule = {
  id: "budget/one-function",
  severity: "warning",
  summary: "More than one function spends the budget.",
  teams: ["marketing", "sales"],
  check: ({ plan }) => {
    const tree = budgetOf(plan);
    // Lines in a circle count nowhere; that is said by another rule.
    if (tree !== undefined && circlesOf(tree).length > 0) return [];
    const spent = (tree?.lines ?? []).filter(
      ({ line, amount }) => amount > 0n && !tree?.below.has(line.id),
    );
    const sides = tree === undefined ? [] : spent.map((line) => spenders(tree, line));
    const [only, ...others] = new Set(sides.flat());
    // A line that does not say who spends it may be anybody's.
    if (only === undefined || others.length > 0 || sides.some((each) => each.length === 0))
      return [];
    const all = amountText(sumOf(spent.map(({ amount }) => amount)), plan.currency);
    const other = only === "marketing" ? "sales" : "marketing";
    return [
      {
        at: { document: "resources", pointer: "/budget/lines" },
        message: `All ${all} of the budget are spent by ${only}; the plan gives ${other} nothing to do its part with.`,
        help: `Add what ${other} spends on the plan, or name it in "functions" of the lines that both spend.`,
        teams: [only, other],
        data: { actual: only, limit: "2", unit: "functions" },
        subject: "functions",
      },
    ];
  },
};
