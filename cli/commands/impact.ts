import type { PlansAt } from "../../functions/local/plans-at.ts";
import { sameFiles } from "../../functions/local/working-copy.ts";
import type { Report } from "../../report/block.ts";
import { longestComment } from "../../report/fitting-markdown.ts";
import { type Command, exitCode } from "../command.ts";
import { impactOf, type PlanSides } from "../impact.ts";
import { planIds } from "../plan-ids.ts";
import { codeFor, openPlan } from "../plans.ts";
import { changeOptions, judgedDay, pointBody, pointsOf, wentOn } from "../points.ts";
import { withProgress } from "../progress.ts";

/** `jointplan impact`: what a change of a plan asks of each team. */
export const impact: Command = {
  name: "impact",
  summary: "say what a change asks of each team, what needs action, and who must agree",
  usage: "[PLAN …]",
  options: [
    ...changeOptions,
    { name: "show-pay", says: "tell amounts of pay too; weights and measures always are" },
  ],
  examples: [
    "jointplan impact                                   your edits against what is live",
    "jointplan impact --base main --head raise-target",
    "jointplan impact --base main --head HEAD --format markdown --output comment.md",
    "jointplan impact --base @3 --head live             what was agreed since version 3",
  ],
  run: async (call) => {
    const { base, head, baseMovedOn, baseWord } = await pointsOf(call);
    const ids = planIds(base, head, call.arguments);
    const day = judgedDay(call, head);
    const judged = { ...call, asOf: day };
    const sides = await withProgress(call.shell, "Comparing", async (step) => {
      const changed: PlanSides[] = [];
      for (const [index, id] of ids.entries()) {
        step(index, ids.length);
        const [was, is] = [base.plans.get(id), head.plans.get(id)];
        if (was !== undefined && is !== undefined && sameFiles(was.files, is.files)) continue;
        const before = was && (await openPlan(was, judged));
        const after = is && (await openPlan(is, judged, before?.sound?.plan));
        changed.push({ id, before, after });
      }
      return changed;
    });
    const parts = sides.map((each) =>
      impactOf(judged, each, {
        base: { name: base.name, version: base.versions.get(each.id) },
        head: { name: head.name, version: head.versions.get(each.id) },
        ...(baseMovedOn ? { baseMovedOn: wentOn(baseWord) } : {}),
      }),
    );
    return {
      title: "What a change asks of each team",
      report:
        parts.length === 0 ? nothingChanges(base, head) : parts.flatMap(({ report }) => report),
      body: {
        base: pointBody(base),
        head: pointBody(head),
        asOf: day,
        plans: parts.map(({ body }) => body),
      },
      mostCharacters: longestComment,
      // A plan that is gone needs both teams' word, which an impact cannot know.
      code: sides.some(({ after }) => after === undefined)
        ? exitCode.findings
        : codeFor(
            call,
            sides.flatMap(({ after }) => after?.findings ?? []),
          ),
    };
  },
};

const nothingChanges = (base: PlansAt, head: PlansAt): Report => [
  {
    kind: "text",
    tone: "good",
    text: `No plan is different between ${base.name} and ${head.name}.`,
  },
];
