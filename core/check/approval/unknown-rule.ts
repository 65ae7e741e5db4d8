import { pointer as pointerOf, suggest } from "../../document/index.ts";
import type { Pointer } from "../../finding.ts";
import { isBeyondExceptions } from "../exceptions.ts";
import type { Rule } from "../rule.ts";

/** A rule that an agreement names, where it does, and what it wants of the rule. */
interface NamedRule {
  readonly rule: string;
  readonly pointer: Pointer;
  readonly wants: "an exception" | "a severity";
}

/** A rule misspelt in an agreement silently changes nothing, and everyone believes that it does. */
export const unknownRule: Rule = {
  id: "approval/unknown-rule",
  severity: "error",
  summary: "Exceptions and severities name rules that there are, and that they can change.",
  teams: ["marketing", "sales"],
  check: ({ plan, usualSeverities }) => {
    const ruleIds = [...usualSeverities.keys()];
    const { exceptions = [], severities = {} } = plan.documents.approvals.value;
    const named: readonly NamedRule[] = [
      ...Object.keys(severities).map((rule) => ({
        rule,
        pointer: pointerOf("severities", rule),
        wants: "a severity" as const,
      })),
      ...exceptions.map(({ rule }, index) => ({
        rule,
        pointer: pointerOf("exceptions", index, "rule"),
        wants: "an exception" as const,
      })),
    ];
    return named.flatMap(({ rule, pointer, wants }) => {
      const why = whyNot(rule, wants, ruleIds);
      return why === undefined
        ? []
        : [{ at: { document: "approvals" as const, pointer }, ...why, subject: pointer }];
    });
  },
};

function whyNot(
  rule: string,
  wants: NamedRule["wants"],
  ruleIds: readonly string[],
): { readonly message: string; readonly help: string } | undefined {
  if (rule.startsWith("document/")) {
    return {
      message: `"${rule}" says whether documents can be read at all, so there is no ${wants === "an exception" ? "exception from" : "other severity for"} it.`,
      help: "Take this out, and mend what the rule finds.",
    };
  }
  if (!ruleIds.includes(rule)) {
    const meant = suggest(rule, ruleIds);
    return {
      message: `There is no rule "${rule}".${meant === undefined ? "" : ` Did you mean "${meant}"?`}`,
      help: `"jointplan rules" lists all rules.`,
    };
  }
  return isBeyondExceptions(rule)
    ? {
        message: `"${rule}" judges the agreement itself, so there is no ${wants === "an exception" ? "exception from" : "other severity for"} it.`,
        help: "Take this out, and mend what the rule finds.",
      }
    : undefined;
}
