import { findSchema, type JsonSchema, schemaNames } from "./schemas.ts";

/**
 * The name of a schema among the components of the API's description: `api/problem` is `problem`. Where a document has that name, the
 * body has another: `api/approvals` is `approvals-body`.
 */
export function componentName(name: string): string {
  const short = name.replace(/^api\//, "");
  return short !== name && findSchema(short) !== undefined ? `${short}-body` : short;
}

/** Where a reference in one schema file leads, as a place among the components. */
function toComponent(reference: string, from: string): string {
  const [file = "", place = ""] = reference.split("#");
  const target =
    file === ""
      ? from
      : new URL(file, `file:///${from}.json`).pathname.slice(1).replace(/\.json$/, "");
  return `#/components/schemas/${componentName(target)}${place}`;
}

function moved(value: unknown, from: string): unknown {
  if (Array.isArray(value)) return value.map((each) => moved(each, from));
  return typeof value === "object" && value !== null ? movedSchema(value, from) : value;
}

function movedSchema(schema: object, from: string): JsonSchema {
  return Object.fromEntries(
    Object.entries(schema)
      // The dialect stands once in the whole description; a property of this name is no dialect.
      .filter(([key, each]) => key !== "$schema" || typeof each !== "string")
      .map(([key, each]) => [
        key,
        key === "$ref" && typeof each === "string" ? toComponent(each, from) : moved(each, from),
      ]),
  );
}

/** Every schema as a component, with all references among them leading within one document. */
export function schemaComponents(): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(
    schemaNames.map((name) => [componentName(name), movedSchema(findSchema(name) ?? {}, name)]),
  );
}
