import type { Command } from "../command.ts";
import { answerLiveChange } from "../live-change-answer.ts";
import { actorOf, countingNumber, onPublishedPlan, reasonOf, today } from "../published-plan.ts";

/** `jointplan resume`: takes a rollback back. */
export const resume: Command = {
  name: "resume",
  summary: "take a rollback back: what it rejected is live again, as a new version",
  usage: "[PLAN] [--to N] --reason TEXT",
  options: [
    {
      name: "to",
      value: "N",
      says: "version that was rolled back, however long ago (default: the one that is held)",
    },
    { name: "reason", value: "TEXT", says: "why, for both teams to read" },
  ],
  examples: [
    'jointplan resume acme-2027 --reason "the win rate was right"',
    'jointplan resume acme-2027 --to 2 --reason "we want it after all"',
    'jointplan resume --reason "the win rate was right" --format json',
  ],
  run: async (call) => {
    const { resumeLive } = await import("../../functions/local/change-live.ts");
    const reason = reasonOf(call, "the win rate was right");
    const to = countingNumber(call, "to");
    const { shell } = call;
    const asOf = today(call);
    return onPublishedPlan(call, async (store, plan) => {
      const change = { store, plan, reason, actor: actorOf(call), asOf, now: shell.now };
      const changed = await resumeLive(change, to === undefined ? {} : { to });
      return answerLiveChange(call, { plan, cause: "resume", reason }, changed);
    });
  },
};
