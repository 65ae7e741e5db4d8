import { planParameter } from "./parameters.ts";
import type { Route } from "./route.ts";

/** How a plan stands: what is live, what should be, and what is in the way. */
export const status: Route = {
  method: "GET",
  path: "/v1/plans/{plan}/status",
  operation: "readStatus",
  summary: "How a plan stands: what is live, what should be, and what is in the way",
  description:
    "`sync` compares what is live with the newest commit that was looked at; whether the repository holds a newer one is told by `jointplan status` where the repository is.",
  parameters: [planParameter],
  answer: {
    description: "The status.",
    mediaType: "application/json",
    schema: "api/status",
    ofVersion: true,
  },
  problems: ["unknown-plan"],
  handle: async (call) => (await import("./status-answer.ts")).answerStatus(call),
};
