import type { Route } from "./route.ts";

/** The description of this API, made from the routes and the schemas themselves. */
export const openapi = (described: () => readonly Route[]): Route => ({
  method: "GET",
  path: "/openapi.json",
  operation: "readOpenapi",
  summary: "This description, OpenAPI 3.1",
  answer: { description: "An OpenAPI 3.1 document.", mediaType: "application/json" },
  problems: [],
  handle: async (call) => (await import("./openapi-answer.ts")).answerOpenapi(call, described()),
});
