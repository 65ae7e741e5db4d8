import { planParameter, shareQuery } from "./parameters.ts";
import type { Route } from "./route.ts";

/** How many prospects the live plan needs at each stage over time. */
export const requirements: Route = {
  method: "GET",
  path: "/v1/plans/{plan}/requirements",
  operation: "readRequirements",
  summary: "How many prospects the live plan needs at each stage, month by month",
  parameters: [planParameter],
  query: [
    shareQuery(
      "confidence",
      "How sure to be of the first year's deals; what the plan agreed by default.",
    ),
  ],
  answer: {
    description: "What the plan needs.",
    mediaType: "application/json",
    schema: "api/requirements",
    ofVersion: true,
  },
  problems: ["unknown-plan", "invalid-plan", "content-damaged"],
  handle: async (call) => (await import("./requirements-answer.ts")).answerRequirements(call),
};
