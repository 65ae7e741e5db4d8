import { historyReport } from "../../report/history.ts";
import { type Command, exitCode } from "../command.ts";
import { countingNumber, onPublishedPlan } from "../published-plan.ts";

const defaultLimit = 20;

/** `jointplan history`: which versions there were, why, and who made them. */
export const history: Command = {
  name: "history",
  summary: "list the versions of a plan, newest first: when, why, from which commit, by whom",
  usage: "[PLAN]",
  options: [
    { name: "limit", value: "N", says: `show at most N versions (default: ${defaultLimit})` },
  ],
  examples: [
    "jointplan history acme-2027",
    "jointplan history acme-2027 --limit 5",
    "jointplan history acme-2027 --format json > versions.json",
  ],
  run: async (call) => {
    const { readHistory } = await import("../../functions/local/history.ts");
    const { publishedBody } = await import("../../functions/routes/provenance.ts");
    const limit = countingNumber(call, "limit") ?? defaultLimit;
    return onPublishedPlan(call, async (store, plan) => {
      const read = await readHistory(store.plans, plan, limit);
      if (read === undefined) throw new Error("unreachable: a plan that is listed was published");
      const { live, hold, versions } = read;
      return {
        title: "The versions of a plan",
        report: historyReport(read),
        body: {
          plan,
          live,
          ...(hold === undefined ? {} : { hold }),
          versions: versions.map(publishedBody),
        },
        code: exitCode.ok,
      };
    });
  },
};
