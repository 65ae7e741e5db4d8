import { planParameter } from "./parameters.ts";
import type { Route } from "./route.ts";

/** What was agreed for the live version, and who must agree to its next change. */
export const approvals: Route = {
  method: "GET",
  path: "/v1/plans/{plan}/approvals",
  operation: "readApprovals",
  summary: "What was agreed for the live version, and who must agree to its next change",
  parameters: [planParameter],
  answer: {
    description: "What was recorded, and the teams and rules in force.",
    mediaType: "application/json",
    schema: "api/approvals",
    ofVersion: true,
  },
  problems: ["unknown-plan", "invalid-plan", "content-damaged"],
  handle: async (call) => (await import("./approvals-answer.ts")).answerApprovals(call),
};
