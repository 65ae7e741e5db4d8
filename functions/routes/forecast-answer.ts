import {
  type FunnelAnswer,
  forecast as forecastPlan,
  type Inflow,
  sureOfInflow,
} from "../../core/funnel/index.ts";
import { forecastBody } from "../../report/body.ts";
import { howSureBody } from "../../report/how-sure-body.ts";
import { type Answer, representJson } from "../answer.ts";
import { ofLive, representSound } from "./found.ts";
import type { Call } from "./route.ts";

const requiredInflow = (funnel: FunnelAnswer): Inflow =>
  new Map(funnel.segments.map((segment) => [segment.segment, segment.newProspects]));

/** What the inflow that the query names brings under the live plan, and how sure that is. */
export function answerForecast(call: Call): Promise<Answer> {
  const inflow = call.query("inflow") ?? "required";
  const interval = call.query("interval");
  const question = interval === undefined ? {} : { interval: Number(interval) };
  const variant = {
    operation: "forecast",
    variant: `${inflow} ${interval ?? ""}`,
    caching: "live",
  } as const;
  return ofLive(call, (live) =>
    representSound(call, live, variant, (plan, study) => {
      const given: Inflow = inflow === "none" ? new Map() : requiredInflow(study.funnel(plan));
      const answer = forecastPlan(plan, given, call.asOf);
      const howSure = howSureBody(sureOfInflow(plan, given, call.asOf, question));
      return representJson({ version: live.version, inflow, ...forecastBody(answer), howSure });
    }),
  );
}
