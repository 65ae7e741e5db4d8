import type { Command } from "../command.ts";
import { answerLiveChange } from "../live-change-answer.ts";
import { actorOf, onPublishedPlan, reasonOf, today } from "../published-plan.ts";

/** `jointplan resume`: takes a rollback back. */
export const resume: Command = {
  name: "resume",
  summary: "take a rollback back: what it rejected is live again, as a new version",
  usage: "[PLAN] --reason TEXT",
  options: [{ name: "reason", value: "TEXT", says: "why, for both teams to read" }],
  examples: [
    'jointplan resume acme-2027 --reason "the win rate was right"',
    'jointplan resume --reason "the win rate was right" --format json',
  ],
  run: async (call) => {
    const { resumeLive } = await import("../../functions/local/change-live.ts");
    const reason = reasonOf(call, "the win rate was right");
    const { shell } = call;
    const asOf = today(call);
    return onPublishedPlan(call, async (store, plan) => {
      const change = { store, plan, reason, actor: actorOf(call), asOf, now: shell.now };
      return answerLiveChange(call, { plan, cause: "resume", reason }, await resumeLive(change));
    });
  },
};
