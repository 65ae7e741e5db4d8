import { showBody, showReport } from "../../report/show.ts";
import type { Command } from "../command.ts";
import { answerPlans } from "../plan-answer.ts";

/** `jointplan show`: the plan on a page. */
export const show: Command = {
  name: "show",
  summary: "show the plan on a page: goal, journey, targets, duties, tactics",
  usage: "[FOLDER …]",
  options: [],
  examples: [
    "jointplan show plans/acme-2027",
    "jointplan show plans/acme-2027 --format markdown > plan.md",
  ],
  run: async (call) =>
    await answerPlans(call, "The plan", (plan) => ({
      report: showReport(plan),
      body: showBody(plan),
    })),
};
