import { suggest } from "../../core/document/index.ts";
import type { PlansAt } from "../../functions/local/plans-at.ts";
import { sameFiles } from "../../functions/local/working-copy.ts";
import type { Report } from "../../report/block.ts";
import { approvalsOf, type PlanApprovals } from "../approvals.ts";
import { type Call, type Command, type ExitCode, exitCode, UsageError } from "../command.ts";
import { overrideOf } from "../override.ts";
import { planIds } from "../plan-ids.ts";
import { openPlan } from "../plans.ts";
import { changeOptions, judgedDay, pointBody, pointsOf, wentOn } from "../points.ts";
import { pairsOf, policyBefore } from "../policy-before.ts";
import { withProgress } from "../progress.ts";
import { pointsSeen, reviewsOf } from "../reviews.ts";
import { supposedOf } from "../with-approval.ts";

/** `jointplan approvals`: who must agree to a change, who has, and why. */
export const approvals: Command = {
  name: "approvals",
  summary: "say who must agree to a change and who has; with explain, why",
  usage: "check|explain [PLAN …]",
  options: [
    ...changeOptions,
    {
      name: "reviews",
      value: "FILE",
      says: 'a JSON list of {"id", "by", "says", "at", "commit"}, in their order',
    },
    {
      name: "with",
      value: "TEAM:NAME",
      says: "say what would be if NAME of TEAM approved; changes no exit code",
      repeated: true,
    },
    { name: "override", value: "NAME", says: "NAME decides against the rules; needs --reason" },
    { name: "reason", value: "TEXT", says: "why the rules are overridden" },
  ],
  examples: [
    "jointplan approvals check --author lena                  your edits: who must still agree?",
    "jointplan approvals check --base main --head raise-target --reviews reviews.json",
    "jointplan approvals explain --base main --head raise-target --with marketing:mia",
  ],
  run: async (call) => {
    const explain = wordOf(call) === "explain";
    const asserted = overrideOf(call);
    const override = asserted === undefined ? undefined : { ...asserted, at: call.shell.now() };
    const supposed = supposedOf(call);
    const reviews = await reviewsOf(call);
    const author = textOf(call, "author");
    const { base, head, baseMovedOn, baseWord } = await pointsOf(call);
    const ids = planIds(base, head, call.arguments.slice(1));
    const { gitSource } = await import("../../functions/source/git.ts");
    const { root } = call.shell;
    const from = { root, source: gitSource(root) };
    const points = await pointsSeen(from, base, reviews);
    const day = judgedDay(call, head);
    const now = call.shell.now();
    const asked = { explain, author, reviews, points, supposed, override, base, head, now };
    const judged = { ...call, asOf: day };
    const pairs = pairsOf(base, head, ids);
    const parts = await withProgress(call.shell, "Asking who agrees", async (step) => {
      const answers: PlanApprovals[] = [];
      for (const [index, { id, before, after }] of pairs.entries()) {
        step(index, pairs.length);
        if (before !== undefined && after !== undefined && sameFiles(before.files, after.files)) {
          answers.push(unchanged(id));
          continue;
        }
        const known = before && (await policyBefore(from, base, id, before));
        const was = before && (await openPlan(before, judged));
        const is = after && (await openPlan(after, judged));
        answers.push(approvalsOf(judged, id, { before: was, after: is, known }, asked));
      }
      return answers;
    });
    const changed = parts.filter(({ body }) => body.state !== "unchanged");
    return {
      title: "Who must agree",
      report: [
        ...(changed.length === 0 ? nothingChanges(base, head) : []),
        ...changed.flatMap(({ report }) => report),
        ...(changed.length === 0
          ? []
          : footer(base, head, day, baseMovedOn ? baseWord : undefined)),
      ],
      body: {
        base: pointBody(base),
        head: pointBody(head),
        asOf: day,
        plans: parts.map(({ body }) => body),
      },
      code: explain ? exitCode.ok : codeOf(call, parts),
    };
  },
};

const words = ["check", "explain"] as const;

/** The word that says what is asked. */
function wordOf({ arguments: given }: Call): (typeof words)[number] {
  const [first] = given;
  const found = words.find((word) => word === first);
  if (found !== undefined) return found;
  const meant = first === undefined ? undefined : suggest(first, words);
  throw new UsageError(
    `approvals begins with check or explain${first === undefined ? "" : `, not with ${JSON.stringify(first)}`}.${meant === undefined ? "" : ` Did you mean ${meant}?`} Write "jointplan approvals ${meant ?? "check"} --author NAME".`,
  );
}

function textOf({ options }: Call, name: string): string | undefined {
  const given = options[name];
  if (given === undefined) return undefined;
  if (typeof given !== "string" || given.trim() === "")
    throw new UsageError(`--${name} says nothing. Leave it out, or write something after it.`);
  return given;
}

/** 1 where somebody must still agree or is in the way; 0 where all is agreed, overridden, or nothing changed, and where asked never to fail. */
function codeOf({ options }: Call, parts: readonly PlanApprovals[]): ExitCode {
  if (options["fail-on"] === "never") return exitCode.ok;
  return parts.some(({ body }) => body.state === "pending" || body.state === "blocked")
    ? exitCode.findings
    : exitCode.ok;
}

const unchanged = (id: string): PlanApprovals => ({
  report: [],
  body: { plan: id, state: "unchanged" },
});

const nothingChanges = (base: PlansAt, head: PlansAt): Report => [
  {
    kind: "text",
    tone: "good",
    text: `No plan is different between ${base.name} and ${head.name}, so nobody need agree.`,
  },
];

const footer = (base: PlansAt, head: PlansAt, day: string, movedOn: string | undefined): Report => [
  {
    kind: "text",
    tone: "quiet",
    text: `From ${base.name} to ${head.name}, judged as of ${day}.${movedOn === undefined ? "" : ` ${wentOn(movedOn)}`}`,
  },
];
