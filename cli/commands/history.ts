import type { Rejection } from "../../functions/store/plan-record.ts";
import { eventsReport, historyReport } from "../../report/history.ts";
import { type Command, exitCode } from "../command.ts";
import { countingNumber, onPublishedPlan } from "../published-plan.ts";

const defaultLimit = 20;

const rejectedBody = ({ version, reason, actor, since }: Rejection): object => ({
  version,
  reason,
  actor,
  since,
});

/** `jointplan history`: which versions there were, why, and who made them. */
export const history: Command = {
  name: "history",
  summary: "list the versions of a plan, newest first: when, why, from which commit, by whom",
  usage: "[PLAN]",
  options: [
    { name: "limit", value: "N", says: `show at most N of them (default: ${defaultLimit})` },
    {
      name: "events",
      says: "list what happened instead: publishes, rollbacks, resumes, holds, what took effect",
    },
  ],
  examples: [
    "jointplan history acme-2027",
    "jointplan history acme-2027 --limit 5",
    "jointplan history acme-2027 --events",
    "jointplan history acme-2027 --format json > versions.json",
  ],
  run: async (call) => {
    const { readEvents, readHistory } = await import("../../functions/local/history.ts");
    const { publishedBody } = await import("../../functions/routes/provenance.ts");
    const limit = countingNumber(call, "limit") ?? defaultLimit;
    return onPublishedPlan(call, async (store, plan) => {
      if (call.options["events"] === true) {
        const told = await readEvents(store.plans, plan, limit);
        if (told === undefined) throw new Error("unreachable: a plan that is listed was published");
        return {
          title: "What happened to a plan",
          report: eventsReport(plan, told.count, told.events),
          body: told,
          code: exitCode.ok,
        };
      }
      const read = await readHistory(store.plans, plan, limit);
      if (read === undefined) throw new Error("unreachable: a plan that is listed was published");
      const { live, hold, rejected, versions } = read;
      return {
        title: "The versions of a plan",
        report: historyReport(read),
        body: {
          plan,
          live,
          ...(hold === undefined ? {} : { hold }),
          rejected: rejected.map(rejectedBody),
          versions: versions.map(publishedBody),
        },
        code: exitCode.ok,
      };
    });
  },
};
