import { stepText, titleText } from "../../wording.ts";
import { groupBy } from "../group.ts";
import type { Rule } from "../rule.ts";
import { stepsOf, teamsOf } from "../steps.ts";
import { activeTactics, isFor } from "../tactic/tactics.ts";

/** Tactics cause progression; a step without one is left to chance. Both teams say which tactic causes which step. */
export const stageUncovered: Rule = {
  id: "funnel/stage-uncovered",
  severity: "warning",
  summary: "Every step of every segment's journey is caused by at least one tactic.",
  teams: ["marketing", "sales"],
  check: ({ plan }) => {
    if (plan.documents.tactics === undefined) return [];
    const active = activeTactics(plan);
    const byStep = groupBy(
      active.flatMap((each) => (each.tactic.transitions ?? []).map((step) => ({ step, each }))),
      ({ step }) => step,
    );
    return plan.segments.flatMap((segment) =>
      stepsOf(segment)
        .filter((step) => !(byStep.get(step.id) ?? []).some(({ each }) => isFor(each, segment.id)))
        .map((step) => ({
          at: { document: "journey", pointer: step.pointer },
          message: `No tactic causes ${stepText(step)} in segment ${titleText(segment.title)}: nothing is planned that takes buyers from the one stage to the other.`,
          help: `Add a tactic with "transitions": ["${step.id}"] to tactics.json, or name this step in one that already causes it.`,
          teams: teamsOf(step.from),
          data: { actual: "0", limit: "1", unit: "tactics" },
          subject: `${segment.id}/${step.id}`,
        })),
    );
  },
};
