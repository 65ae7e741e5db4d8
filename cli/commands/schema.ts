import { documentKinds, suggest } from "../../core/document/index.ts";
import type { Block, Report } from "../../report/block.ts";
import { type Answer, type Command, exitCode, UsageError } from "../command.ts";

/** `jointplan schema`: what may stand in a document. */
export const schema: Command = {
  name: "schema",
  summary: "list the kinds of documents, or print the JSON Schema of one",
  usage: "[KIND]",
  options: [],
  examples: [
    "jointplan schema",
    "jointplan schema sla",
    "jointplan schema sla --format markdown     its keys as a table",
    "jointplan schema sla --output sla.schema.json",
  ],
  run: async ({ arguments: named }): Promise<Answer> => {
    const [given] = named;
    if (named.length > 1) {
      throw new UsageError("schema prints one schema at a time; name one, or none to list all.");
    }
    const { findSchema, schemaNames } = await import("../../functions/openapi/schemas.ts");
    const others = schemaNames.filter((name) => !documentKinds.some(({ kind }) => kind === name));
    if (given === undefined) return kindsAnswer(others);
    const name = given.replace(/\.json$/, "");
    const found = findSchema(name);
    if (found === undefined) {
      const meant = suggest(name, schemaNames);
      throw new UsageError(
        `There is no schema ${JSON.stringify(given)}.${meant === undefined ? "" : ` Did you mean "${meant}"?`} Run "jointplan schema".`,
      );
    }
    return {
      title: `Schema of ${name}`,
      report: schemaReport(name, found),
      body: found,
      text: `${JSON.stringify(found, undefined, 2)}\n`,
      code: exitCode.ok,
    };
  },
};

function kindsAnswer(others: readonly string[]): Answer {
  const report: readonly Block[] = [
    { kind: "heading", level: 1, text: "Kinds of documents" },
    { kind: "text", text: "A plan folder holds one file for each kind:" },
    {
      kind: "table",
      caption: "Kinds of documents",
      columns: ["Kind", "Needed", "Holds"].map((title) => ({ title, numeric: false })),
      rows: documentKinds.map(({ kind, required, holds }) => [
        kind,
        required ? "yes" : "no",
        holds,
      ]),
    },
    {
      kind: "text",
      tone: "quiet",
      text: `There are also the schemas that these share, and those of the API's bodies: ${others.join(", ")}.`,
    },
  ];
  return {
    title: "Kinds of documents",
    report,
    body: { kinds: documentKinds, schemas: others },
    code: exitCode.ok,
  };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const described = (value: unknown): string =>
  isObject(value) && typeof value["description"] === "string" ? value["description"] : "";

/** The words of a schema, for people: what the document holds, and its keys. */
function schemaReport(name: string, found: Readonly<Record<string, unknown>>): Report {
  const keys = isObject(found["properties"]) ? Object.entries(found["properties"]) : [];
  const definitions = isObject(found["$defs"]) ? found["$defs"] : {};
  const required: readonly unknown[] = Array.isArray(found["required"]) ? found["required"] : [];
  const target = (value: unknown): unknown =>
    isObject(value) && typeof value["$ref"] === "string"
      ? definitions[value["$ref"].replace(/^#\/\$defs\//, "")]
      : undefined;
  return [
    { kind: "heading", level: 1, text: `Schema of ${name}` },
    ...(described(found) === "" ? [] : [{ kind: "text" as const, text: described(found) }]),
    { kind: "text", text: "Its keys:" },
    {
      kind: "table",
      caption: `Keys of ${name}`,
      columns: ["Key", "Needed", "Says"].map((title) => ({ title, numeric: false })),
      rows: (keys.length === 0 ? Object.entries(definitions) : keys).map(([key, value]) => [
        key,
        required.includes(key) ? "yes" : "no",
        described(value) || described(target(value)),
      ]),
    },
  ];
}
