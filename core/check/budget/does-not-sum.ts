import type { Minor } from "../../money.ts";
import type { Place, SoundPlan } from "../../plan/index.ts";
import { amountText, countText, listText, titleText } from "../../wording.ts";
import { amountAt, distance, sumOf } from "../amounts.ts";
import type { Rule, RuleContext, RuleFinding } from "../rule.ts";
import { type BudgetTree, budgetOf, circlesOf, type PlacedLine } from "./lines.ts";

/** An amount, what it is called, and the lines that should add up to it. */
interface Sum {
  readonly name: string;
  readonly at: Place;
  readonly amount: Minor;
  readonly parts: readonly PlacedLine[];
  readonly subject: string;
}

function sumsOf(tree: BudgetTree, plan: SoundPlan): readonly Sum[] {
  const total: Place = { document: "resources", pointer: "/budget/total" };
  const parents = tree.lines.map(({ line, pointer, amount }) => ({
    name: `the line ${titleText(line.title)}`,
    at: { document: "resources" as const, pointer: `${pointer}/amount` },
    amount,
    parts: tree.below.get(line.id) ?? [],
    subject: line.id,
  }));
  return [
    {
      name: "the budget",
      at: total,
      amount: amountAt(plan, total),
      parts: tree.below.get(undefined) ?? [],
      subject: "total",
    },
    ...parents.filter(({ parts }) => parts.length > 0),
  ];
}

function differenceIn(
  { name, at, amount, parts, subject }: Sum,
  { plan, related }: RuleContext,
): readonly RuleFinding[] {
  const sum = sumOf(parts.map((each) => each.amount));
  if (sum === amount) return [];
  const text = (each: Minor): string => amountText(each, plan.currency);
  const apart = text(distance(sum, amount));
  const many = parts.length !== 1;
  const what = `${many ? "The" : "The only"} ${many ? countText(parts.length, "line") : "line"} of ${name}`;
  return [
    {
      at,
      message: `${what} ${many ? "add" : "adds"} up to ${text(sum)}; agreed for it is ${text(amount)}: ${apart} ${sum < amount ? "have no line" : "too much"}.`,
      help:
        sum < amount
          ? `Add a line for the ${apart}, for example a reserve, or write ${text(sum)} here.`
          : `Take ${apart} out of the lines, or agree on ${text(sum)} here.`,
      related: parts
        .slice(0, 5)
        .map((part) =>
          related(
            { document: "resources", pointer: `${part.pointer}/amount` },
            `${titleText(part.line.title)}: ${text(part.amount)}`,
          ),
        ),
      data: { actual: text(sum), limit: text(amount), unit: "money" },
      subject,
    },
  ];
}

/** One budget over both functions: money that is in two lines, or in none, is money that two people count on. */
export const doesNotSum: Rule = {
  id: "budget/does-not-sum",
  severity: "error",
  summary: "The lines of the budget add up to it exactly, and the lines below a line to that line.",
  teams: ["marketing", "sales"],
  check: (context) => {
    const tree = budgetOf(context.plan);
    if (tree === undefined) return [];
    const circles = circlesOf(tree);
    if (circles.length === 0)
      return sumsOf(tree, context.plan).flatMap((sum) => differenceIn(sum, context));
    return circles.map((circle) => {
      const titles = circle.map(({ line }) => titleText(line.title));
      return {
        at: { document: "resources" as const, pointer: `${circle[0]?.pointer ?? ""}/under` },
        message:
          circle.length === 1
            ? `The budget line ${titles[0] ?? ""} is a part of itself, so it counts nowhere.`
            : `The budget lines ${listText(titles)} are parts of each other in a circle, so they count nowhere.`,
        help: `Take "under" out of the line that stands for all of it, or name another line in it.`,
        data: { actual: String(circle.length), limit: "0", unit: "lines in a circle" },
        subject: circle
          .map(({ line }) => line.id)
          .toSorted()
          .join("/"),
      };
    });
  },
};
