import type { Command } from "../command.ts";
import { answerLiveChange } from "../live-change-answer.ts";
import { actorOf, countingNumber, onPublishedPlan, reasonOf, today } from "../published-plan.ts";

/** `jointplan rollback`: makes an older version live again, and holds what it replaces. */
export const rollback: Command = {
  name: "rollback",
  summary: "make an older version live again, and hold what it replaces",
  usage: "[PLAN] [--to N] --reason TEXT",
  options: [
    {
      name: "to",
      value: "N",
      says: "version to go back to (default: the one before the live one)",
    },
    {
      name: "from",
      value: "N",
      says: "version that you believe to be live; another one is refused (default: the live one)",
    },
    { name: "reason", value: "TEXT", says: "why, for both teams to read" },
  ],
  examples: [
    'jointplan rollback acme-2027 --reason "wrong win rate"',
    'jointplan rollback acme-2027 --to 40 --reason "wrong win rate"',
    'jointplan rollback acme-2027 --to 40 --from 42 --reason "wrong win rate" --format json',
  ],
  run: async (call) => {
    const { rollbackLive } = await import("../../functions/local/change-live.ts");
    const { planInGit } = await import("../../functions/local/revert-command.ts");
    const { gitSource, isMerge } = await import("../../functions/source/git.ts");
    const reason = reasonOf(call, "wrong win rate");
    const to = countingNumber(call, "to");
    const from = countingNumber(call, "from");
    const { shell } = call;
    const asOf = today(call);
    return onPublishedPlan(call, async (store, plan) => {
      const change = { store, plan, reason, actor: actorOf(call), asOf, now: shell.now };
      const changed = await rollbackLive(change, {
        ...(to === undefined ? {} : { to }),
        ...(from === undefined ? {} : { from }),
      });
      const asked = { plan, cause: "rollback", reason } as const;
      if (changed.outcome !== "restored") return answerLiveChange(call, asked, changed);
      const inGit = await planInGit({
        source: gitSource(shell.root),
        isMerge: (commit) => isMerge(shell.root, commit),
        plans: store.plans,
        kept: changed.restores,
        rejected: changed.replaced,
      });
      return answerLiveChange(
        call,
        { ...asked, ...(inGit === undefined ? {} : { inGit }) },
        changed,
      );
    });
  },
};
