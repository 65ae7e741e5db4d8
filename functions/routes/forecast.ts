import {
  type FunnelAnswer,
  forecast as forecastPlan,
  type Inflow,
} from "../../core/funnel/index.ts";
import { forecastBody } from "../../report/body.ts";
import { representJson } from "../answer.ts";
import { ofLive, representSound } from "./found.ts";
import { planParameter } from "./parameters.ts";
import type { Route } from "./route.ts";

const inflows: readonly string[] = ["required", "none"];

const requiredInflow = (funnel: FunnelAnswer): Inflow =>
  new Map(funnel.segments.map((segment) => [segment.segment, segment.newProspects]));

/** What an inflow of new prospects brings under the live plan. */
export const forecast: Route = {
  method: "GET",
  path: "/v1/plans/{plan}/forecast",
  operation: "readForecast",
  summary: "Deals and revenue that an inflow brings, month by month",
  parameters: [planParameter],
  query: [
    {
      name: "inflow",
      description:
        "`required`: the new prospects that the plan needs; `none`: nobody new, the opening pipeline alone.",
      schema: { enum: inflows, default: "required" },
      accepts: (value) => inflows.includes(value),
    },
  ],
  answer: {
    description: "The forecast.",
    mediaType: "application/json",
    schema: "api/forecast",
    ofVersion: true,
  },
  problems: ["unknown-plan", "invalid-plan", "content-damaged"],
  handle(call) {
    const inflow = call.query("inflow") ?? "required";
    const variant = { operation: "forecast", variant: inflow, caching: "live" } as const;
    return ofLive(call, (live) =>
      representSound(call, live, variant, (plan, study) => {
        const given: Inflow = inflow === "none" ? new Map() : requiredInflow(study.funnel(plan));
        const answer = forecastPlan(plan, given, call.asOf);
        return representJson({ version: live.version, inflow, ...forecastBody(answer) });
      }),
    );
  },
};
