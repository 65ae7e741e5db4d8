import { type Answer, represent } from "../answer.ts";
import { findSchema, schemaNames } from "../openapi/schemas.ts";
import { schemaParameter } from "./parameters.ts";
import type { Route } from "./route.ts";

function answerSchema(name: string): Answer {
  const schema = findSchema(name.replace(/\.json$/, ""));
  if (schema === undefined || !name.endsWith(".json")) {
    return {
      problem: "unknown-schema",
      detail: `There is no schema ${JSON.stringify(name)}.`,
      help: `There are ${schemaNames.map((each) => `${each}.json`).join(", ")}.`,
    };
  }
  const text = `${JSON.stringify(schema, undefined, 2)}\n`;
  return { representation: represent(text, "application/json"), caching: "live" };
}

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
  handle: (call) => answerSchema(call.path("schema")),
};

/** The schemas of this API's bodies. */
export const bodySchemas: Route = {
  ...described,
  method: "GET",
  path: "/schemas/v1/api/{schema}",
  operation: "readBodySchema",
  summary: "The JSON Schema of a body of this API",
  handle: (call) => answerSchema(`api/${call.path("schema")}`),
};
