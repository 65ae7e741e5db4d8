import type { Route } from "./route.ts";
import { sentSidesProblems } from "./sent-sides-problems.ts";

/** What a change asks of each function, and the same as a comment for a pull request. Nothing is kept. */
export const impact: Route = {
  method: "POST",
  path: "/v1/impact",
  operation: "judgeImpact",
  summary: "What a change of a plan asks of each team; nothing is kept",
  description:
    "The plan before and after the change, each either sent along or named by its id and version. Answers 200 whether or not they hold together; `impact` and `markdown` need two plans that can be computed. Amounts of pay are never told.",
  body: "api/comparison-request",
  answer: {
    description: "What the change asks, and what the check finds on both sides.",
    mediaType: "application/json",
    schema: "api/impact",
  },
  problems: sentSidesProblems,
  handle: async (call) => (await import("./impact-answer.ts")).answerImpact(call),
};
