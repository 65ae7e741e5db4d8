import { type Command, UsageError } from "../command.ts";
import { comparePlans } from "../compare-plans.ts";
import { readFolder } from "../plan-folder.ts";
import { openPlan } from "../plans.ts";

/** `jointplan compare`: what is different between two plans, and what that asks of each function. */
export const compare: Command = {
  name: "compare",
  summary: "say what is different between two plans, and what that asks of each team",
  usage: "FOLDER FOLDER",
  options: [],
  examples: [
    "jointplan compare plans/acme-2027 draft/acme-2027",
    "jointplan compare plans/acme-2027 draft/acme-2027 --format json | jq .difference",
  ],
  run: async (call) => {
    const [before, after, ...more] = call.arguments;
    if (before === undefined || after === undefined || more.length > 0) {
      throw new UsageError(
        'compare takes two plan folders: "jointplan compare plans/acme-2027 draft/acme-2027".',
      );
    }
    const base = await openPlan(readFolder(before, call), call);
    const head = await openPlan(readFolder(after, call), call);
    return comparePlans(call, base, head, {
      title: "What is different",
      base: base.folder,
      head: head.folder,
    });
  },
};
