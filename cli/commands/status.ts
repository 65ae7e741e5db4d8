import { basename } from "node:path";
import type { PlanSource } from "../../functions/source/source.ts";
import { type PlanStatus, statusReport } from "../../report/status.ts";
import { type Call, type Command, exitCode, UsageError } from "../command.ts";
import { unknownPlan } from "../published-plan.ts";

/** `jointplan status`: what is live, how it stands, and whether it is what was committed. */
export const status: Command = {
  name: "status",
  summary:
    "say what is live in the embedded store, whether it is the last commit, and what holds it",
  usage: "[PLAN …]",
  options: [{ name: "exit-code", says: "end with 1 when a plan is out of sync" }],
  examples: [
    "jointplan status",
    "jointplan status acme-2027 --exit-code",
    "jointplan status --format json",
  ],
  run: async (call) => {
    const { gitSource } = await import("../../functions/source/git.ts");
    const source = gitSource(call.shell.root);
    const head = await source.head();
    const uncommitted = head !== undefined && (await source.isDirty());
    const plans = await statuses(call, source, head);
    const outOfSync = plans.length === 0 || plans.some((plan) => plan.sync === "OutOfSync");
    return {
      title: "What is live",
      report: statusReport(plans, uncommitted),
      body: { ...(head === undefined ? {} : { commit: head }), uncommitted, plans },
      code: call.options["exit-code"] === true && outOfSync ? exitCode.findings : exitCode.ok,
    };
  },
};

/** How the plans of a call stand, all published ones when it names none. */
async function statuses(
  { shell, asOf, arguments: given }: Call,
  source: PlanSource,
  head: string | undefined,
): Promise<readonly PlanStatus[]> {
  const { openStore, storePath } = await import("../../functions/local/store.ts");
  const { statusHere } = await import("../../functions/local/status.ts");
  const { existsSync } = await import("node:fs");
  const path = `${shell.root}/${storePath}`;
  const named = given.map((each) => basename(each));
  // Asking must not leave an empty store behind.
  if (!existsSync(path)) {
    requireKnown(named, []);
    return [];
  }
  const store = openStore(path);
  try {
    const published = (await store.plans.plans()).map(({ plan }) => plan);
    requireKnown(named, published);
    const asked = named.length === 0 ? published : published.filter((each) => named.includes(each));
    const question = { plans: store.plans, source, head, asOf, now: shell.now() };
    const found: PlanStatus[] = [];
    for (const plan of asked) {
      // oxlint-disable-next-line no-await-in-loop -- one plan's documents in memory at a time
      const each = await statusHere(question, plan);
      if (each !== undefined) found.push(each);
    }
    return found;
  } finally {
    store.close();
  }
}

/** @throws UsageError when a plan is named that is not published. */
function requireKnown(named: readonly string[], published: readonly string[]): void {
  const unknown = named.find((each) => !published.includes(each));
  if (unknown !== undefined) throw new UsageError(unknownPlan(unknown, published));
}
