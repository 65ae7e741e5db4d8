/**
 * The parts of the SARIF 2.1.0 schema that we write, restated by hand from the OASIS standard (errata 01): no installed
 * package holds the official schema, against which `mixed.sarif` was validated by hand. Stricter than it: nothing that
 * we do not write is allowed.
 */

const text = { type: "string", minLength: 1 };
const closed = (
  properties: Record<string, object>,
  required: readonly string[],
): Record<string, unknown> => ({
  type: "object",
  properties,
  required: [...required],
  additionalProperties: false,
});

const message = closed({ text }, ["text"]);
const level = { enum: ["none", "note", "warning", "error"] };
const counted = { type: "integer", minimum: 1 };
const physicalLocation = closed(
  {
    artifactLocation: closed(
      {
        uri: { type: "string", format: "uri-reference", pattern: "^(?![/\\\\]|[A-Za-z]+:)" },
        uriBaseId: text,
      },
      ["uri"],
    ),
    region: closed(
      { startLine: counted, startColumn: counted, endLine: counted, endColumn: counted },
      ["startLine"],
    ),
  },
  ["artifactLocation"],
);
const location = closed({ id: { type: "integer", minimum: 0 }, physicalLocation, message }, []);
const unique = (items: object): object => ({ type: "array", items, uniqueItems: true });

const rule = closed(
  {
    id: text,
    shortDescription: message,
    help: closed({ text, markdown: text }, ["text"]),
    defaultConfiguration: closed({ level }, []),
    properties: { type: "object", properties: { tags: unique({ type: "string" }) } },
  },
  ["id"],
);

const suppression = closed(
  {
    kind: { enum: ["inSource", "external"] },
    status: { enum: ["accepted", "underReview", "rejected"] },
    justification: text,
  },
  ["kind"],
);

const result = closed(
  {
    ruleId: text,
    ruleIndex: { type: "integer", minimum: 0 },
    level,
    message,
    locations: { type: "array", items: location },
    relatedLocations: unique(location),
    suppressions: unique(suppression),
    partialFingerprints: { type: "object", additionalProperties: { type: "string" } },
    properties: { type: "object" },
  },
  ["message"],
);

const invocation = closed(
  {
    executionSuccessful: { type: "boolean" },
    toolExecutionNotifications: { type: "array", items: closed({ level, message }, ["message"]) },
  },
  ["executionSuccessful"],
);

const run = closed(
  {
    tool: closed({ driver: closed({ name: text, version: text, rules: unique(rule) }, ["name"]) }, [
      "driver",
    ]),
    originalUriBaseIds: {
      type: "object",
      additionalProperties: closed({ description: message }, []),
    },
    columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
    results: { type: "array", items: result },
    invocations: { type: "array", items: invocation },
  },
  ["tool"],
);

export const sarifSchema = closed(
  {
    $schema: { type: "string", format: "uri" },
    version: { const: "2.1.0" },
    runs: { type: "array", items: run },
  },
  ["version", "runs"],
);
