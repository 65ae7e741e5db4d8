import { titleText } from "../../wording.ts";
import type { Rule } from "../rule.ts";
import { activeTactics } from "./tactics.ts";

/** What contributes nothing to the buyer's journey gets neither effort nor money: every tactic names what it causes. */
export const noTransition: Rule = {
  id: "tactic/no-transition",
  severity: "error",
  summary:
    "Every tactic that is not retired names the steps it causes or the stages it brings prospects to.",
  teams: ["marketing", "sales"],
  check: ({ plan }) =>
    activeTactics(plan)
      .filter(({ tactic }) => tactic.transitions === undefined && tactic.brings === undefined)
      .map(({ tactic, pointer }) => ({
        at: { document: "tactics", pointer },
        message: `The tactic ${titleText(tactic.title)} names no step of the journey that it causes and no stage that it brings prospects to.`,
        help: `Say which step it causes in "transitions", or move it to the "stopList" with the reason.`,
        teams: tactic.functions,
        data: { actual: "0", limit: "1", unit: "steps or stages" },
        subject: tactic.id,
      })),
};
