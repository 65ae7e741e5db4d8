import { schemaParameter } from "./parameters.ts";
import type { Route } from "./route.ts";

const described = {
  parameters: [schemaParameter],
  answer: { description: "A JSON Schema 2020-12.", mediaType: "application/json" },
  problems: ["unknown-schema"],
} as const;

/** The schemas of documents. */
export const documentSchemas: Route = {
  ...described,
  method: "GET",
  path: "/schemas/v1/{schema}",
  operation: "readDocumentSchema",
  summary: "The JSON Schema of a document of a plan",
  handle: async (call) => (await import("./schemas-answer.ts")).answerSchema(call.path("schema")),
};

/** The schemas of this API's bodies. */
export const bodySchemas: Route = {
  ...described,
  method: "GET",
  path: "/schemas/v1/api/{schema}",
  operation: "readBodySchema",
  summary: "The JSON Schema of a body of this API",
  handle: async (call) =>
    (await import("./schemas-answer.ts")).answerSchema(`api/${call.path("schema")}`),
};
