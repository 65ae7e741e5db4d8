import { suggest } from "../../core/document/index.ts";
import { catalogue, findRule, type RuleEntry } from "../../report/formats/catalogue.ts";
import { ruleBody, ruleReport, rulesReport } from "../../report/formats/rules.ts";
import { type Answer, type Command, exitCode, UsageError } from "../command.ts";

/** `jointplan rules`: what a plan must satisfy. */
export const rules: Command = {
  name: "rules",
  summary: "list every rule that a plan is checked with, or explain one",
  usage: "[RULE]",
  options: [],
  examples: [
    "jointplan rules",
    "jointplan rules sla/volume-short",
    "jointplan rules --format markdown",
  ],
  run: async ({ arguments: named }): Promise<Answer> => {
    const [id] = named;
    if (named.length > 1) {
      throw new UsageError("rules explains one rule at a time; name one, or none to list all.");
    }
    if (id === undefined) {
      return {
        title: "Rules",
        report: rulesReport(catalogue),
        body: { rules: catalogue.map(ruleBody) },
        code: exitCode.ok,
      };
    }
    const rule = ruleNamed(id);
    return { title: rule.id, report: ruleReport(rule), body: ruleBody(rule), code: exitCode.ok };
  },
};

function ruleNamed(id: string): RuleEntry {
  const found = findRule(id);
  if (found !== undefined) return found;
  const meant = suggest(
    id,
    catalogue.map((each) => each.id),
  );
  throw new UsageError(
    `There is no rule ${JSON.stringify(id)}.${meant === undefined ? "" : ` Did you mean "${meant}"?`} Run "jointplan rules".`,
  );
}
