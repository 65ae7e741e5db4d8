import { type Answer, represent } from "../answer.ts";
import { findSchema, schemaNames } from "../openapi/schemas.ts";

/** The schema in that file of schemas/v1. */
export function answerSchema(name: string): Answer {
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
