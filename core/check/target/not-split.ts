import type { RevenueTargets } from "../../../schemas/documents.generated.ts";
import { titleText } from "../../wording.ts";
import type { Rule } from "../rule.ts";

/** What keeps a revenue target from being split: the property to point at, what is wrong, and what to write. */
function flawOf(
  revenue: RevenueTargets,
): readonly [at: string, flaw: string, help: string] | undefined {
  const existing = revenue.expansion !== undefined || revenue.renewal !== undefined;
  if (revenue.total !== undefined) {
    return [
      "/total",
      "gives all revenue in one number",
      'Replace "total" by "new", "expansion" and "renewal"; write 0 where there is none.',
    ];
  }
  if (revenue.new === undefined) {
    return [
      "",
      "does not say how much comes from new customers",
      'Add "new"; write "new": 0 if there is none.',
    ];
  }
  if (existing) return undefined;
  return [
    "",
    "does not say how much comes from customers there are already",
    'Add "renewal" and "expansion"; write "renewal": 0 if there is none.',
  ];
}

/** A quota that ignores new and existing customers can be met by accepting orders; the target says which is which. */
export const notSplit: Rule = {
  id: "target/not-split",
  severity: "error",
  summary: "Every revenue target is split into new and existing business.",
  teams: ["marketing", "sales"],
  check: ({ plan }) => {
    const targets = new Map(
      plan.documents.targets.value.segments.map((each) => [each.id, each.revenue]),
    );
    return plan.segments.flatMap((segment) => {
      const revenue = targets.get(segment.id) ?? {};
      const flaw = flawOf(revenue);
      if (flaw === undefined) return [];
      const [at, says, help] = flaw;
      return [
        {
          at: { document: "targets" as const, pointer: `${segment.targetsPointer}/revenue${at}` },
          message: `The revenue target of segment ${titleText(segment.title)} ${says}, so orders that come by themselves can hide that nobody new was won.`,
          help,
          data: {
            actual: Object.keys(revenue).join(" "),
            limit: "new, and expansion or renewal",
            unit: "parts",
          },
          subject: segment.id,
        },
      ];
    });
  },
};
