import type { Report } from "../../report/block.ts";
import { checkBody } from "../../report/body.ts";
import { checkReport } from "../../report/findings.ts";
import { rulesRunWithout } from "../../report/formats/checked-rules.ts";
import type { Command } from "../command.ts";
import { checkedFolder, codeFor, type OpenedPlan, openPlans } from "../plans.ts";

/** `jointplan check`: does the plan hold together? */
export const check: Command = {
  name: "check",
  summary: "say whether a plan holds together, and what to mend",
  usage: "[FOLDER …]",
  options: [
    {
      name: "base",
      value: "POINT",
      says: 'run the rules that compare too, with a branch, tag or commit, "live" or "@7"',
    },
  ],
  examples: [
    "jointplan check                                every plan in plans/",
    "jointplan check plans/acme-2027",
    "jointplan check plans/acme-2027 --format json | jq .plans[0].totals",
    "jointplan check --base main                    what a change may not do, too",
    "jointplan check --fail-on warning              end with 1 on warnings too",
    "jointplan check --format sarif --output check.sarif",
  ],
  run: async (call) => {
    const opened = await openPlans(call);
    return {
      title: "What was checked",
      report: [
        ...checkReport(opened.map((each) => checkedFolder(each, call.asOf))),
        ...whatNext(opened),
      ],
      body: {
        plans: opened.map((each) =>
          checkBody(each.sound?.plan.id, each.folder, {
            asOf: call.asOf,
            findings: each.findings,
            silenced: each.sound?.check.silenced ?? [],
            notRun: each.sound?.check.notRun ?? [],
          }),
        ),
      },
      findings: opened.map(({ folder, bundle, findings, sound }) => ({
        folder,
        findings,
        silenced: sound?.check.silenced ?? [],
        documents: bundle.files.map((file) => `${folder}/${file.name}`),
        rulesRun: sound === undefined ? [] : rulesRunWithout(sound.check.notRun),
      })),
      code: codeFor(
        call,
        opened.flatMap((each) => each.findings),
      ),
    };
  },
};

/** How to see what plans ask of each team; nothing where none can be computed. */
function whatNext(opened: readonly OpenedPlan[]): Report {
  if (opened.every((each) => each.sound === undefined)) return [];
  const [first, ...others] = opened;
  const folder = first === undefined || others.length > 0 ? "FOLDER" : first.folder;
  return [
    {
      kind: "text",
      tone: "quiet",
      text: `What the plan asks of each team: "jointplan funnel ${folder}". What a change of it asks of them: "jointplan compare ${folder} CHANGED-COPY".`,
    },
  ];
}
