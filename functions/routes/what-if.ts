import { planParameter } from "./parameters.ts";
import type { Route } from "./route.ts";

/** What other values in the live plan would ask of each function. Nothing is kept. */
export const whatIf: Route = {
  method: "POST",
  path: "/v1/plans/{plan}/what-if",
  operation: "askWhatIf",
  summary: "What the live plan would need with other values; nothing is kept",
  description:
    "Lays the values over the live plan, checks it and works out what it needs. Answers 200 whether or not the plan still holds together: `checked.ok` says so; `after` and `difference` are absent when it is no plan that can be computed.",
  parameters: [planParameter],
  body: "api/what-if-request",
  answer: {
    description: "The plan with the values laid over it.",
    mediaType: "application/json",
    schema: "api/what-if",
    ofVersion: true,
  },
  problems: [
    "unknown-plan",
    "bad-json",
    "body-too-large",
    "wrong-media-type",
    "bad-body",
    "bad-overlay",
    "too-much-work",
    "invalid-plan",
    "content-damaged",
  ],
  handle: async (call) => (await import("./what-if-answer.ts")).answerWhatIf(call),
};
