import { sensitivity as sensitivityOf } from "../../core/funnel/index.ts";
import { sensitivityReport } from "../../report/sensitivity.ts";
import { sensitivityBody } from "../../report/sensitivity-body.ts";
import type { Command } from "../command.ts";
import { answerPlans } from "../plan-answer.ts";

/** `jointplan sensitivity`: the handful of numbers that move the result most. */
export const sensitivity: Command = {
  name: "sensitivity",
  summary: "say which conversion, duration or deal value moves the result most",
  usage: "[FOLDER …]",
  options: [],
  examples: [
    "jointplan sensitivity plans/acme-2027                            what matters this year, with bars",
    "jointplan sensitivity plans/acme-2027 --as-of 2028-02-01         the fiscal year of that day",
    "jointplan sensitivity plans/acme-2027 --format html --output matters.html",
  ],
  run: async (call) =>
    await answerPlans(call, "What matters", (plan, funnelOf) => {
      const answer = sensitivityOf(plan, funnelOf());
      return { report: sensitivityReport(answer), body: sensitivityBody(answer) };
    }),
};
