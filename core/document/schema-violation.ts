import type { ParsedDocument } from "./parse.ts";
import { pointer as pointerOf } from "./pointer.ts";
import { explainAlternative } from "./schema-alternative.ts";
import { explainForm } from "./schema-form.ts";
import { type Explained, named, percentMeant, purpose, shown } from "./schema-words.ts";
import { suggest } from "./suggest.ts";
import type { SchemaViolation } from "./validators.generated.js";

/** The words for a violation: what stands there, what is allowed, one way out. */
export function explainViolation(document: ParsedDocument, violation: SchemaViolation): Explained {
  const at = violation.instancePath;
  switch (violation.keyword) {
    case "additionalProperties":
      return unknownProperty(document, violation);
    case "required":
      return missingProperty(violation);
    case "type":
      return wrongType(violation);
    case "enum":
    case "const":
      return notAllowed(violation);
    case "oneOf":
    case "anyOf":
      return explainAlternative(violation);
    case "minimum":
    case "maximum":
    case "exclusiveMinimum":
    case "exclusiveMaximum":
      return outOfRange(document, violation);
    default:
      return explainForm(at, violation);
  }
}

function unknownProperty(document: ParsedDocument, violation: SchemaViolation): Explained {
  const key = String(violation.params["additionalProperty"]);
  const properties = violation.parentSchema["properties"];
  const allowed =
    typeof properties === "object" && properties !== null ? Object.keys(properties) : [];
  const present = violation.data;
  const free = allowed.filter(
    (name) => typeof present !== "object" || present === null || !Object.hasOwn(present, name),
  );
  const meant = suggest(key, free);
  const at = `${violation.instancePath}${pointerOf(key)}`;
  return {
    rule: "document/unknown-property",
    pointer: at,
    atKey: document.keyRangeOf(at) !== undefined,
    message: `${shown(key)} is not known here.${meant === undefined ? "" : ` Did you mean "${meant}"?`}`,
    help:
      meant === undefined
        ? `What may stand here: ${free.slice(0, 12).join(", ")}. A remark goes into "note".`
        : `Write "${meant}", or take it out.`,
  };
}

function missingProperty(violation: SchemaViolation): Explained {
  const key = String(violation.params["missingProperty"]);
  return {
    rule: "document/missing-property",
    pointer: violation.instancePath,
    message: `${named(violation.instancePath)} has no "${key}".`,
    help: `Add "${key}".${describeProperty(violation, key)}`,
  };
}

/** What the schema says of a property that is not there. */
function describeProperty(violation: SchemaViolation, key: string): string {
  const properties = violation.parentSchema["properties"];
  if (typeof properties !== "object" || properties === null) return "";
  const property: unknown = Object.getOwnPropertyDescriptor(properties, key)?.value;
  const description =
    typeof property === "object" && property !== null && "description" in property
      ? property.description
      : undefined;
  return typeof description === "string" ? ` ${description}` : "";
}

const typeNames: Readonly<Record<string, string>> = {
  string: "a text in quotes",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  object: "an object in { }",
  array: "a list in [ ]",
};

function wrongType(violation: SchemaViolation): Explained {
  const expected = typeNames[String(violation.params["type"])] ?? String(violation.params["type"]);
  return {
    rule: "document/wrong-type",
    pointer: violation.instancePath,
    message: `${named(violation.instancePath)} is ${shown(violation.data)}; it should be ${expected}.`,
    help: purpose(violation) || `Write ${expected}.`,
  };
}

function notAllowed(violation: SchemaViolation): Explained {
  const values = violation.params["allowedValues"] ?? [violation.params["allowedValue"]];
  const allowed = Array.isArray(values) ? values.map((each) => String(each)) : [];
  const meant = typeof violation.data === "string" ? suggest(violation.data, allowed) : undefined;
  return {
    rule: "document/not-allowed",
    pointer: violation.instancePath,
    message: `${named(violation.instancePath)} is ${shown(violation.data)}.${meant === undefined ? "" : ` Did you mean "${meant}"?`}`,
    help: `It may be: ${allowed.join(", ")}.`,
  };
}

function outOfRange(document: ParsedDocument, violation: SchemaViolation): Explained {
  const at = violation.instancePath;
  const limit = String(violation.params["limit"]);
  const side = { minimum: "at least", maximum: "at most", exclusiveMinimum: "more than" }[
    violation.keyword
  ];
  const value = document.sourceOf(at) ?? shown(violation.data);
  const isShare = violation.parentSchema["title"] === "Share";
  return {
    rule: "document/out-of-range",
    pointer: at,
    message: isShare
      ? `${named(at)} is ${value}; a share lies between 0 and 1.`
      : `${named(at)} is ${value}; it must be ${side ?? "less than"} ${limit}.`,
    help:
      isShare && typeof violation.data === "number"
        ? (percentMeant(violation.data) ?? "Write 0.25 for 25 %.")
        : purpose(violation) || `Write a number that is ${side ?? "less than"} ${limit}.`,
    data: { actual: value, limit },
  };
}
