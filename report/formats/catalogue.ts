import { type Rule, rules } from "../../core/check/index.ts";
import type { Severity } from "../../core/finding.ts";
import { sortedOnce } from "./checked-rules.ts";
import { refusals } from "./refusals.ts";

/** A rule as it is listed and explained. */
export interface RuleEntry {
  readonly id: string;
  readonly severity: Severity;
  /** One sentence: what holds when the rule is satisfied. */
  readonly summary: string;
  /** The functions that it usually concerns; none for refusals of documents. */
  readonly teams: Rule["teams"];
  readonly needsBase: boolean;
  /** True for what keeps documents from being a plan; the other rules judge a plan. */
  readonly refusal: boolean;
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

const entries = new Map<string, RuleEntry>([
  ...Object.entries(refusals).map(([id, says]): readonly [string, RuleEntry] => [
    id,
    {
      id,
      severity: "error",
      summary: sentence(says),
      teams: [],
      needsBase: false,
      refusal: true,
    },
  ]),
  ...rules.map(({ id, severity, summary, teams, needsBase }): readonly [string, RuleEntry] => [
    id,
    { id, severity, summary, teams, needsBase: needsBase === true, refusal: false },
  ]),
]);

/** Every rule once, in the order of their ids: what judges a plan, and what refuses documents. */
export const catalogue: readonly RuleEntry[] = sortedOnce([...entries.keys()]).flatMap(
  (id) => entries.get(id) ?? [],
);

/** The rule of that id, or undefined. */
export const findRule = (id: string): RuleEntry | undefined => entries.get(id);

const weighs: Readonly<Record<Severity, string>> = {
  error: "An error: a plan with such a finding does not hold together and cannot be published.",
  warning: "A warning: it asks for a decision and stops nothing.",
  info: "An info: it explains and asks for nothing.",
};

/** What follows from a finding of the rule, in sentences. */
export function ruleHelp(rule: RuleEntry): readonly string[] {
  return [
    weighs[rule.severity],
    ...(rule.refusal
      ? ["It is judged while documents are read, before the plan's numbers are looked at."]
      : []),
    ...(rule.teams.length === 0 ? [] : [`It usually concerns ${rule.teams.join(" and ")}.`]),
    ...(rule.needsBase ? ["It compares with another version and does not run without one."] : []),
    "Every finding names its place and one way out.",
  ];
}
