import { planParameter, shareQuery } from "./parameters.ts";
import type { Route } from "./route.ts";

const inflows: readonly string[] = ["required", "none"];

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
    shareQuery("interval", "The share of cases that lies between low and high; 0.8 by default."),
  ],
  answer: {
    description: "The forecast.",
    mediaType: "application/json",
    schema: "api/forecast",
    ofVersion: true,
  },
  problems: ["unknown-plan", "invalid-plan", "content-damaged"],
  handle: async (call) => (await import("./forecast-answer.ts")).answerForecast(call),
};
