import {
  type FunnelAnswer,
  type Shortfall,
  shortfallsOf,
  sureOfFunnel,
} from "../../core/funnel/index.ts";
import type { SoundPlan } from "../../core/plan/index.ts";
import { requirementsBody } from "../../report/body.ts";
import { funnelReport } from "../../report/funnel.ts";
import { howSureBody } from "../../report/how-sure-body.ts";
import type { Command } from "../command.ts";
import { answerPlans } from "../plan-answer.ts";
import { shareOption } from "../share.ts";

/** `jointplan funnel`: exactly how many prospects are needed at each stage over time, and how sure that is. */
export const funnel: Command = {
  name: "funnel",
  summary: "work out how many prospects are needed at each stage, month by month",
  usage: "[FOLDER …]",
  options: [
    {
      name: "confidence",
      value: "SHARE",
      says: "how sure to be of the first year's deals, as 0.9 (default: what the plan agreed, or 0.8)",
    },
    {
      name: "explain",
      says: "say why each month asks for so many, and what would close what is out of reach",
    },
  ],
  examples: [
    "jointplan funnel plans/acme-2027",
    "jointplan funnel plans/acme-2027 --confidence 0.9                how many to be 90 % sure",
    "jointplan funnel plans/acme-2027 --explain                       why each month asks for so many",
    "jointplan funnel plans/acme-2027 --format json > needed.json",
    "jointplan funnel plans/acme-2027 --format html --output needed.html",
  ],
  run: async (call) => {
    const confidence = shareOption(call, "confidence");
    return await answerPlans(call, "What the plan needs", (plan, funnelOf) => {
      const answer = funnelOf();
      const sure = sureOfFunnel(plan, answer, confidence === undefined ? {} : { confidence });
      const shortfalls =
        call.options["explain"] === true ? shortfallsByName(plan, answer) : undefined;
      return {
        report: funnelReport(answer, sure, shortfalls),
        body: { ...requirementsBody(answer), howSure: howSureBody(sure) },
      };
    });
  },
};

/** What would close the shortfalls of each segment, by its id. */
function shortfallsByName(
  plan: SoundPlan,
  { segments }: FunnelAnswer,
): ReadonlyMap<string, readonly Shortfall[]> {
  return new Map(
    plan.segments.flatMap((segment) => {
      const needed = segments.find((each) => each.segment === segment.id);
      return needed === undefined ? [] : [[segment.id, shortfallsOf(plan, segment, needed)]];
    }),
  );
}
