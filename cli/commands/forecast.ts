import {
  type FunnelAnswer,
  forecast as forecastOf,
  type Inflow,
  sureOfInflow,
} from "../../core/funnel/index.ts";
import type { SoundPlan } from "../../core/plan/index.ts";
import { forecastBody } from "../../report/body.ts";
import { forecastReport } from "../../report/forecast.ts";
import { howSureBody } from "../../report/how-sure-body.ts";
import { type Call, type Command, UsageError } from "../command.ts";
import { answerPlans } from "../plan-answer.ts";
import { shareOption } from "../share.ts";

/** `jointplan forecast`: what an inflow of new prospects brings. */
export const forecast: Command = {
  name: "forecast",
  summary: "say what an inflow of new prospects brings, in deals and revenue",
  usage: "[FOLDER …]",
  options: [
    {
      name: "inflow",
      value: "INFLOW",
      says: "required (default), none, or SEGMENT=NUMBER a month; other segments keep what is required",
      repeated: true,
    },
    {
      name: "interval",
      value: "SHARE",
      says: "the share of cases that an interval holds, as 0.9 (default: 0.8)",
    },
  ],
  examples: [
    "jointplan forecast plans/acme-2027                               when the required prospects come in",
    "jointplan forecast plans/acme-2027 --inflow none                 what those on the way bring by themselves",
    "jointplan forecast plans/acme-2027 --inflow mid-size=300         300 a month there, what is required elsewhere",
    "jointplan forecast plans/acme-2027 --interval 0.9                between what nine in ten cases lie",
  ],
  run: async (call) => {
    const interval = shareOption(call, "interval");
    return await answerPlans(call, "What an inflow brings", (plan, funnelOf) => {
      const inflow = inflowOf(call, plan, funnelOf);
      const answer = forecastOf(plan, inflow, call.asOf);
      const question = interval === undefined ? {} : { interval };
      const sure = sureOfInflow(plan, inflow, call.asOf, question);
      return {
        report: forecastReport(answer, sure),
        body: { ...forecastBody(answer), howSure: howSureBody(sure) },
      };
    });
  },
};

/** More than there are people on earth is a slip of the finger. */
const mostAMonth = 10_000_000_000;

function inflowOf(call: Call, plan: SoundPlan, funnelOf: () => FunnelAnswer): Inflow {
  const given = call.options["inflow"];
  const words = Array.isArray(given) ? given : ["required"];
  if (words.length === 1 && words[0] === "none") return new Map();
  const needed = funnelOf().segments;
  const inflow = new Map(needed.map((segment) => [segment.segment, segment.newProspects]));
  if (words.length === 1 && words[0] === "required") return inflow;
  const known = plan.segments.map((segment) => segment.id);
  const named = new Set<string>();
  for (const word of words) {
    const [, segment = "", number = ""] = /^([a-z0-9-]+)=(\d+(?:\.\d+)?)$/.exec(word) ?? [];
    if (!known.includes(segment)) {
      throw new UsageError(
        `--inflow is ${JSON.stringify(word)}; write required, none, or SEGMENT=NUMBER with one of: ${known.join(", ")}.`,
      );
    }
    if (named.has(segment)) throw new UsageError(`--inflow names "${segment}" twice; keep one.`);
    if (Number(number) > mostAMonth) {
      throw new UsageError(
        `--inflow gives "${segment}" more than ${mostAMonth} new prospects a month; write fewer.`,
      );
    }
    named.add(segment);
    inflow.set(
      segment,
      plan.months.map(() => Number(number)),
    );
  }
  return inflow;
}
