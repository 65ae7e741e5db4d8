import { type HeldPlan, heldReport, refusedReport } from "../../report/live-change.ts";
import { type Command, exitCode, UsageError } from "../command.ts";
import { actorOf, onPublishedPlan, reasonOf } from "../published-plan.ts";

/** `jointplan hold`: stops publishing a plan, and starts it again. */
export const hold: Command = {
  name: "hold",
  summary: "stop publishing a plan until it is released, or release it",
  usage: "[PLAN] --reason TEXT | [PLAN] --release",
  options: [
    { name: "reason", value: "TEXT", says: "why, for both teams to read" },
    { name: "release", says: "end the hold; what was rolled back stays rejected" },
  ],
  examples: [
    'jointplan hold acme-2027 --reason "the quarter is being closed"',
    "jointplan hold acme-2027 --release",
  ],
  run: async (call) => {
    const { freeze, release } = await import("../../functions/publish/hold.ts");
    const wish: HeldPlan["wish"] = call.options["release"] === true ? "release" : "hold";
    if (wish === "release" && call.options["reason"] !== undefined) {
      throw new UsageError("--release takes no --reason: leave one of them out.");
    }
    const reason = wish === "hold" ? reasonOf(call, "the quarter is being closed") : "";
    return onPublishedPlan(call, async (store, plan) => {
      const dependencies = { table: store.table, now: call.shell.now };
      const held =
        wish === "release"
          ? await release(dependencies, { plan, actor: actorOf(call) })
          : await freeze(dependencies, { plan, reason, actor: actorOf(call) });
      const title = wish === "release" ? "What was released" : "What is held";
      if (held.outcome === "refused") {
        const { message, help } = held;
        return {
          title,
          report: refusedReport(plan, wish === "release" ? "not released" : "not held", held),
          body: { plan, outcome: held.outcome, refused: { reason: held.reason, message, help } },
          code: exitCode.precondition,
        };
      }
      const { outcome, version } = held;
      const after = (await store.plans.head(plan))?.hold;
      const about = after === undefined ? {} : { hold: after };
      return {
        title,
        report: heldReport({ plan, outcome, wish, live: version, ...about }),
        body: { plan, outcome, version, ...about },
        code: exitCode.ok,
      };
    });
  },
};
