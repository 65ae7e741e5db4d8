import { representJson } from "../answer.ts";
import { openapiDocument } from "../openapi/document.ts";
import type { Route } from "./route.ts";

/** The description of this API, made from the routes and the schemas themselves. */
export const openapi = (described: () => readonly Route[]): Route => ({
  method: "GET",
  path: "/openapi.json",
  operation: "readOpenapi",
  summary: "This description, OpenAPI 3.1",
  answer: { description: "An OpenAPI 3.1 document.", mediaType: "application/json" },
  problems: [],
  async handle({ library, toolVersion }) {
    const made = await library.representation(`openapi|${toolVersion}`, async () =>
      representJson(openapiDocument(described(), toolVersion)),
    );
    return "problem" in made ? made : { representation: made, caching: "live" };
  },
});
