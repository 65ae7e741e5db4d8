import { planParameter } from "./parameters.ts";
import type { Route } from "./route.ts";

/** What moves the live plan's result most. */
export const sensitivity: Route = {
  method: "GET",
  path: "/v1/plans/{plan}/sensitivity",
  operation: "readSensitivity",
  summary: "Which conversion, duration or deal value moves the live plan's result most",
  parameters: [planParameter],
  answer: {
    description: "What moves the result, and what would close each shortfall.",
    mediaType: "application/json",
    schema: "api/sensitivity",
    ofVersion: true,
  },
  problems: ["unknown-plan", "invalid-plan", "too-much-work", "content-damaged"],
  handle: async (call) => (await import("./sensitivity-answer.ts")).answerSensitivity(call),
};
