import type { Route } from "./route.ts";

/** Checks documents that are sent along. Nothing is kept. */
export const validate: Route = {
  method: "POST",
  path: "/v1/validate",
  operation: "validatePlan",
  summary: "Check the documents of a plan; nothing is kept",
  description:
    "Answers 200 whether or not the plan holds together: `ok` says so. At most 100 findings are told, `totals` counts all.",
  body: "api/validation-request",
  answer: {
    description: "What the rules say.",
    mediaType: "application/json",
    schema: "api/validation",
  },
  problems: ["bad-json", "body-too-large", "wrong-media-type", "bad-body", "too-much-work"],
  handle: async (call) => (await import("./validate-answer.ts")).answerValidate(call),
};
