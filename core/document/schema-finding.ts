import type { DocumentKind } from "../document-kind.ts";
import { type Finding, type Findings, finding, type Pointer } from "../finding.ts";
import type { ParsedDocument } from "./parse.ts";
import { pointer as pointerOf } from "./pointer.ts";
import { telling } from "./schema-telling.ts";
import { explainViolation } from "./schema-violation.ts";
import type { Explained } from "./schema-words.ts";
import { type SchemaViolation, validators } from "./validators.generated.js";

const newestSchema = 1;

/** So many violations are looked at: what repeats another is found by comparing each with each. */
const mostViolations = 1000;

/**
 * What in a parsed document its schema refuses, each said once, at the place where an author would look.
 *
 * Alternatives (`oneOf`, `anyOf`) are told as one finding, not as one for every branch that failed.
 *
 * @returns At most 100 findings; none means that the value has the document's type.
 */
export function schemaFindings(kind: DocumentKind, document: ParsedDocument): Findings {
  const declared = declaredSchema(kind, document);
  if (declared !== undefined) return [declared];
  const validate = validators[kind];
  if (validate(document.value)) return [];
  const violations = (validate.errors ?? []).slice(0, mostViolations);
  const told = telling(violations);
  // What the schema refuses is never accepted because it could not be told well.
  return (told.length > 0 ? told : violations.slice(-1))
    .slice(0, 100)
    .map((violation) => toFinding(document, violation));
}

function toFinding(document: ParsedDocument, violation: SchemaViolation): Finding {
  const explained = explainViolation(document, violation);
  return finding({
    rule: explained.rule,
    severity: "error",
    file: document.file,
    pointer: explained.pointer,
    range: placeOf(document, explained),
    message: explained.message,
    help: explained.help,
    ...(explained.data === undefined ? {} : { data: explained.data }),
  });
}

function placeOf(document: ParsedDocument, explained: Explained): Finding["range"] {
  if (explained.atKey) {
    const range = document.keyRangeOf(explained.pointer);
    if (range !== undefined) return range;
  }
  return document.rangeOf(explained.pointer) ?? document.nearestRange(explained.pointer);
}

/** Judges `$schema` before anything else: a file of another kind or of a newer version would only give noise. */
function declaredSchema(kind: DocumentKind, document: ParsedDocument): Finding | undefined {
  const at: Pointer = pointerOf("$schema");
  const value = document.value;
  const declared =
    typeof value === "object" && value !== null && !Array.isArray(value) && "$schema" in value
      ? value.$schema
      : undefined;
  const expected = `../../schemas/v${newestSchema}/${kind}.json`;
  if (typeof declared !== "string") return undefined;
  const version = /\/v(\d+)\/[a-z-]+\.json$/.exec(declared)?.[1];
  if (version !== undefined && Number(version) > newestSchema) {
    return finding({
      rule: "document/newer-schema",
      severity: "error",
      file: document.file,
      pointer: at,
      range: document.rangeOf(at),
      message: `This file is written for version ${version} of the schema; this jointplan reads version ${newestSchema}.`,
      help: "Use a newer jointplan for this plan.",
    });
  }
  if (declared === expected) return undefined;
  return finding({
    rule: "document/wrong-schema",
    severity: "error",
    file: document.file,
    pointer: at,
    range: document.rangeOf(at),
    message: `"$schema" is ${JSON.stringify(declared.slice(0, 80))}, but this file is ${kind}.json.`,
    help: `Write "$schema": "${expected}".`,
  });
}
