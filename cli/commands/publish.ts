import type { PlanPublication, PlanRefusal } from "../../functions/local/publish-plans.ts";
import type { PlanSource } from "../../functions/source/source.ts";
import type { Report } from "../../report/block.ts";
import { checkReport } from "../../report/findings.ts";
import { publicationBody, publicationReport } from "../../report/publication.ts";
import { type Command, type ExitCode, exitCode, UsageError } from "../command.ts";
import { overrideOf } from "../override.ts";
import { withProgress } from "../progress.ts";

/** `jointplan publish`: makes a commit's plans live in the embedded store. */
export const publish: Command = {
  name: "publish",
  summary: "make the plans of a commit live in the embedded store",
  usage: "[PLAN …]",
  options: [
    {
      name: "revision",
      value: "REVISION",
      says: "branch, tag or commit to publish (default: HEAD)",
    },
    {
      name: "override",
      value: "NAME",
      says: "NAME of a team that agrees decides without the others; needs --reason; kept with the version",
    },
    { name: "reason", value: "TEXT", says: "why the approvals are overridden" },
  ],
  examples: [
    "jointplan publish                          every plan of the last commit that holds together",
    "jointplan publish acme-2027",
    "jointplan publish --revision main",
    'jointplan publish acme-2027 --override mia --reason "the board decided"',
  ],
  run: async (call) => {
    const { gitSource } = await import("../../functions/source/git.ts");
    const { openStore, storePath } = await import("../../functions/local/store.ts");
    const { publishPlans } = await import("../../functions/local/publish-plans.ts");
    const { shell } = call;
    const revision = call.options["revision"];
    const override = overrideOf(call);
    const source = gitSource(shell.root);
    if ((await source.head()) === undefined) {
      throw new UsageError(
        "There is no git commit here to publish. Run: git init && git add plans && git commit",
      );
    }
    const store = openStore(`${shell.root}/${storePath}`);
    try {
      const published = await withProgress(shell, "Publishing", async () =>
        publishPlans({
          store,
          source,
          now: shell.now,
          actor: shell.environment["USER"] ?? "local",
          ...(typeof revision === "string" ? { revision } : {}),
          ...(override === undefined ? {} : { override }),
          ...(call.arguments.length > 0
            ? { only: call.arguments.map((each) => each.replace(/\/+$/, "")) }
            : {}),
          reached: (point) => {
            if (shell.environment["JOINTPLAN_STOP_AT"] === point) shell.stopHere();
          },
        }),
      );
      if (!published.ok) throw new UsageError(`${published.error.message} ${published.error.help}`);
      const { plans } = published.value;
      const broken = plans.filter((plan) => reasonsOf(plan).includes("findings"));
      return {
        title: "What was published",
        report: [
          ...publicationReport(published.value, await source.isDirty()),
          ...(await offMain(source, published.value.commit)),
          ...checkReport(
            broken.map((plan) => ({
              folder: plan.folder,
              title: undefined,
              asOf: published.value.commitTime.slice(0, 10),
              findings: plan.findings.filter((each) => each.severity === "error"),
              silenced: [],
              notRun: [],
              linesOf: () => undefined,
            })),
          ),
        ],
        body: publicationBody(published.value),
        code: codeOf(plans.flatMap(reasonsOf)),
      };
    } finally {
      store.close();
    }
  },
};

/** What must happen before the plan can go live; all else is the author's to mend. */
const preconditions: ReadonlySet<PlanRefusal["reason"]> = new Set([
  "held",
  "not-a-descendant",
  "unknown-history",
]);

const reasonsOf = (plan: PlanPublication): readonly PlanRefusal["reason"][] =>
  plan.outcome === "refused" ? plan.reasons.map(({ reason }) => reason) : [];

/** A warning for a commit that the branch main does not have: what is merged there later does not continue it. */
async function offMain(source: PlanSource, commit: string): Promise<Report> {
  const main = await source.commitOf("refs/heads/main");
  if (main === undefined || main === commit) return [];
  if (await source.isAncestor(commit, main).catch(() => true)) return [];
  return [
    {
      kind: "text",
      tone: "warning",
      text: "This commit is not on the branch main. What is merged there later does not continue it and will be refused until this commit is merged too; publish from main what both teams agreed to.",
    },
  ];
}

/** 3 when something must happen first, 1 when a plan has errors, 0 when all is live. */
function codeOf(reasons: readonly PlanRefusal["reason"][]): ExitCode {
  if (reasons.some((reason) => preconditions.has(reason))) return exitCode.precondition;
  return reasons.length > 0 ? exitCode.findings : exitCode.ok;
}
