import { requirementsBody } from "../../report/body.ts";
import { funnelReport } from "../../report/funnel.ts";
import type { Command } from "../command.ts";
import { answerPlans } from "../plan-answer.ts";

/** `jointplan funnel`: exactly how many prospects are needed at each stage over time. */
export const funnel: Command = {
  name: "funnel",
  summary: "work out how many prospects are needed at each stage, month by month",
  usage: "[FOLDER …]",
  options: [],
  examples: [
    "jointplan funnel plans/acme-2027",
    "jointplan funnel plans/acme-2027 --format json > needed.json",
    "jointplan funnel plans/acme-2027 --format html --output needed.html",
  ],
  run: async (call) =>
    await answerPlans(call, "What the plan needs", (_, funnelOf) => {
      const answer = funnelOf();
      return { report: funnelReport(answer), body: requirementsBody(answer) };
    }),
};
