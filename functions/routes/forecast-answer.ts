import {
  type FunnelAnswer,
  forecast as forecastPlan,
  type Inflow,
} from "../../core/funnel/index.ts";
import { forecastBody } from "../../report/body.ts";
import { type Answer, representJson } from "../answer.ts";
import { ofLive, representSound } from "./found.ts";
import type { Call } from "./route.ts";

const requiredInflow = (funnel: FunnelAnswer): Inflow =>
  new Map(funnel.segments.map((segment) => [segment.segment, segment.newProspects]));

/** What the inflow that the query names brings under the live plan. */
export function answerForecast(call: Call): Promise<Answer> {
  const inflow = call.query("inflow") ?? "required";
  const variant = { operation: "forecast", variant: inflow, caching: "live" } as const;
  return ofLive(call, (live) =>
    representSound(call, live, variant, (plan, study) => {
      const given: Inflow = inflow === "none" ? new Map() : requiredInflow(study.funnel(plan));
      const answer = forecastPlan(plan, given, call.asOf);
      return representJson({ version: live.version, inflow, ...forecastBody(answer) });
    }),
  );
}
