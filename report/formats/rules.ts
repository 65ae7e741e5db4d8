import type { Report } from "../block.ts";
import { count } from "../number.ts";
import { type RuleEntry, ruleHelp } from "./catalogue.ts";

/** Rules as a table: what judges a plan, and what refuses documents. */
export function rulesReport(rules: readonly RuleEntry[]): Report {
  return [
    { kind: "heading", level: 1, text: "Rules" },
    {
      kind: "text",
      text: `${count(rules.length, "rule")}; what each says holds when it finds nothing. An error keeps a plan from being published, a warning asks for a decision, an info explains.`,
    },
    {
      kind: "table",
      caption: "Every rule",
      columns: ["Rule", "Weighs", "Says"].map((title) => ({ title, numeric: false })),
      rows: rules.map(({ id, severity, summary }) => [id, severity, summary]),
    },
  ];
}

/** One rule, explained. */
export function ruleReport(rule: RuleEntry): Report {
  return [
    { kind: "heading", level: 1, text: rule.id },
    { kind: "text", tone: "strong", text: rule.summary },
    { kind: "list", items: ruleHelp(rule) },
  ];
}

/** A rule for tools. */
export function ruleBody({ id, severity, summary, teams, needsBase, refusal }: RuleEntry): object {
  return { id, severity, summary, teams, needsBase, refusal };
}
