import type { BudgetLine } from "../../../schemas/documents.generated.ts";
import type { Pointer } from "../../finding.ts";
import type { Minor } from "../../money.ts";
import type { SoundPlan } from "../../plan/index.ts";
import { amountAt } from "../amounts.ts";
import { groupBy } from "../group.ts";

/** A line of the budget, where it stands, and its exact amount. */
export interface PlacedLine {
  readonly line: BudgetLine;
  readonly pointer: Pointer;
  readonly amount: Minor;
}

/** The budget as a tree. */
export interface BudgetTree {
  readonly lines: readonly PlacedLine[];
  readonly byId: ReadonlyMap<string, PlacedLine>;
  /** Lines by the id of the line that they are under; the uppermost by `undefined`. */
  readonly below: ReadonlyMap<string | undefined, readonly PlacedLine[]>;
}

/** The plan's budget; `undefined` when it has none. */
export function budgetOf(plan: SoundPlan): BudgetTree | undefined {
  const budget = plan.documents.resources?.value.budget;
  if (budget === undefined) return undefined;
  const lines = budget.lines.map((line, index) => {
    const pointer = `/budget/lines/${index}`;
    const amount = amountAt(plan, { document: "resources", pointer: `${pointer}/amount` });
    return { line, pointer, amount };
  });
  return {
    lines,
    byId: new Map(lines.map((each) => [each.line.id, each])),
    below: groupBy(lines, ({ line }) => line.under),
  };
}

/** A line and those that it is under, upwards; a circle is followed once. */
export function upwards({ byId }: BudgetTree, from: PlacedLine): readonly PlacedLine[] {
  const way = new Set<PlacedLine>();
  let at: PlacedLine | undefined = from;
  while (at !== undefined && !way.has(at)) {
    way.add(at);
    at = at.line.under === undefined ? undefined : byId.get(at.line.under);
  }
  return [...way];
}

/** The lines that are under each other in a circle, each circle once, from its first line in the file. */
export function circlesOf(tree: BudgetTree): readonly (readonly PlacedLine[])[] {
  const told = new Set<PlacedLine>();
  return tree.lines.flatMap((each) => {
    const way = upwards(tree, each);
    if (told.has(each) || way.at(-1)?.line.under !== each.line.id) return [];
    for (const line of way) told.add(line);
    return [way];
  });
}
