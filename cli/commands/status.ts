import { basename } from "node:path";
import { type PlanSource } from "../../functions/source/source.ts";
import { type PlanStatus, statusReport } from "../../report/status.ts";
import { type Command, exitCode, UsageError } from "../command.ts";

/** `jointplan status`: what is live, and whether it is what was committed. */
export const status: Command = {
  name: "status",
  summary: "say what is live in the embedded store, and whether it is the last commit",
  usage: "[PLAN …]",
  options: [{ name: "exit-code", says: "end with 1 when a plan is out of sync" }],
  examples: [
    "jointplan status",
    "jointplan status acme-2027 --exit-code",
    "jointplan status --format json",
  ],
  run: async (call) => {
    const { gitSource } = await import("../../functions/source/git.ts");
    const { openStore, storePath } = await import("../../functions/local/store.ts");
    const { existsSync } = await import("node:fs");
    const { root } = call.shell;
    const path = `${root}/${storePath}`;
    const source = gitSource(root);
    const head = await source.head();
    const uncommitted = head !== undefined && (await source.isDirty());
    const plans: PlanStatus[] = [];
    if (existsSync(path)) {
      const store = openStore(path);
      try {
        for (const { plan } of await store.plans.plans()) {
          const found = await store.plans.head(plan);
          if (found === undefined) continue;
          const { live, observedCommit, hold } = found;
          plans.push({
            plan,
            sync: await syncOf(source, head, observedCommit),
            version: live.version,
            commit: live.commit,
            observedCommit,
            publishedAt: live.publishedAt,
            ...(hold === undefined
              ? {}
              : { hold: { kind: hold.kind, reason: hold.reason, since: hold.since } }),
          });
        }
      } finally {
        store.close();
      }
    }
    const named = call.arguments.map((each) => basename(each));
    const unknown = named.find((each) => !plans.some((plan) => plan.plan === each));
    if (unknown !== undefined) {
      throw new UsageError(
        plans.length === 0
          ? 'Nothing is published here yet. Run "jointplan publish".'
          : `No plan ${JSON.stringify(unknown)} is published here. There is: ${plans.map((plan) => plan.plan).join(", ")}.`,
      );
    }
    const asked = named.length === 0 ? plans : plans.filter((plan) => named.includes(plan.plan));
    const outOfSync = asked.length === 0 || asked.some((plan) => plan.sync === "OutOfSync");
    return {
      title: "What is live",
      report: statusReport(asked, head, uncommitted),
      body: { ...(head === undefined ? {} : { commit: head }), uncommitted, plans: asked },
      code: call.options["exit-code"] === true && outOfSync ? exitCode.findings : exitCode.ok,
    };
  },
};

/** How the newest commit that was looked at stands to the one checked out. */
async function syncOf(
  source: PlanSource,
  head: string | undefined,
  observed: string,
): Promise<PlanStatus["sync"]> {
  if (head === undefined) return "Unknown";
  if (head === observed) return "Synced";
  return (await source.isAncestor(head, observed).catch(() => false)) ? "Ahead" : "OutOfSync";
}
