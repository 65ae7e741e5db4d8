import { skeleton } from "../../plan/names.ts";
import { monthText, titleText } from "../../wording.ts";
import type { Rule } from "../rule.ts";
import { activeTactics } from "./tactics.ts";

/** A plan is as much about what you choose not to do; what was stopped comes back only with a reason. */
export const onStopList: Rule = {
  id: "tactic/on-stop-list",
  severity: "error",
  summary: "No tactic is on the stop list, unless it says which entry it reinstates and why.",
  teams: ["marketing", "sales"],
  check: ({ plan, related }) => {
    const stopped = (plan.documents.tactics?.value.stopList ?? []).map((entry, index) => ({
      entry,
      index,
    }));
    const byId = new Map(stopped.map((each) => [each.entry.id, each]));
    const byTitle = new Map(stopped.map((each) => [skeleton(each.entry.title), each]));
    return activeTactics(plan).flatMap(({ tactic, pointer }) => {
      const sameId = byId.get(tactic.id);
      const found = sameId ?? byTitle.get(skeleton(tactic.title));
      if (found === undefined || tactic.reinstates?.stopped === found.entry.id) return [];
      return [
        {
          at: {
            document: "tactics" as const,
            pointer: `${pointer}/${sameId === undefined ? "title" : "id"}`,
          },
          message: `The tactic ${titleText(tactic.title)} has been on the stop list since ${monthText(found.entry.since)}: ${found.entry.why.replace(/[.\s]+$/, "")}.`,
          help: `Take it out, or add "reinstates": { "stopped": "${found.entry.id}", "because": "what has changed" }.`,
          related: [
            related(
              { document: "tactics", pointer: `/stopList/${found.index}` },
              "the entry on the stop list",
            ),
          ],
          teams: tactic.functions,
          data: { actual: tactic.state, limit: "retired", unit: "state" },
          subject: tactic.id,
        },
      ];
    });
  },
};
