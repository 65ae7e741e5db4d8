import type { Route } from "./route.ts";
import { sentSidesProblems } from "./sent-sides-problems.ts";

/** What is different between two plans, and what that asks of each function. Nothing is kept. */
export const compare: Route = {
  method: "POST",
  path: "/v1/compare",
  operation: "comparePlans",
  summary: "What is different between two plans, and what each needs; nothing is kept",
  description:
    "Each plan is either sent along or named by its id and version. Answers 200 whether or not they hold together; `changes` needs two plans whose documents can be read, `difference` two that can be computed.",
  body: "api/comparison-request",
  answer: {
    description: "The two plans side by side.",
    mediaType: "application/json",
    schema: "api/comparison",
  },
  problems: sentSidesProblems,
  handle: async (call) => (await import("./compare-answer.ts")).answerCompare(call),
};
