import type { Route } from "./route.ts";

/** The page that people look at. */
export const page: Route = {
  method: "GET",
  path: "/",
  operation: "readPage",
  summary: "The page of a plan, for people",
  query: [
    {
      name: "plan",
      description:
        "The id of the plan to show; the first one by default. The page leads to the others.",
      schema: { type: "string", pattern: "^[a-z0-9][a-z0-9-]{0,62}$" },
      accepts: (value) => value.length > 0 && value.length <= 200,
    },
  ],
  answer: { description: "The page.", mediaType: "text/html" },
  problems: ["unknown-plan", "content-damaged"],
  handle: async (call) => (await import("./page-answer.ts")).answerPage(call),
};
