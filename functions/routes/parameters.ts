import type { PathParameter, QueryParameter } from "./route.ts";

/** The `{plan}` of a path. */
export const planParameter: PathParameter = {
  name: "plan",
  description: "The id of the plan, as plan.json states it.",
  schema: { type: "string", pattern: "^[a-z0-9][a-z0-9-]{0,62}$", examples: ["acme-2027"] },
};

/** The `{version}` of a path. */
export const versionParameter: PathParameter = {
  name: "version",
  description: "The number of the version; they count from 1 without gaps.",
  schema: { type: "integer", minimum: 1, examples: [42] },
};

/** The `{document}` of a path. */
export const documentParameter: PathParameter = {
  name: "document",
  description: "The document, with or without `.json`.",
  schema: { type: "string", pattern: "^[a-z0-9-]{1,63}(\\.json)?$", examples: ["journey"] },
};

/** The `{schema}` of a path. */
export const schemaParameter: PathParameter = {
  name: "schema",
  description: "The file name of the schema.",
  schema: { type: "string", pattern: "^[a-z-]{1,63}\\.json$", examples: ["journey.json"] },
};

/** The `{instant}` of a path. */
export const instantParameter: PathParameter = {
  name: "instant",
  description:
    "An instant with its offset from UTC (2026-11-01T00:00:00Z), or a day (2026-11-01) for its end in UTC.",
  schema: {
    type: "string",
    pattern: "^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2}))?$",
    examples: ["2026-11-01T00:00:00Z", "2026-11-01"],
  },
};

/** The `{sha}` of a path. */
export const commitParameter: PathParameter = {
  name: "sha",
  description: "The commit's name in full, or its first 7 characters or more.",
  schema: {
    type: "string",
    pattern: "^[0-9A-Za-z][0-9A-Za-z._-]{0,99}$",
    examples: ["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b"],
  },
};

const share = /^0\.[5-9]\d?$/;

/** A share from 0.5 to 0.99 in a query. */
export const shareQuery = (name: string, description: string): QueryParameter => ({
  name,
  description,
  schema: { type: "string", pattern: share.source, examples: ["0.8"] },
  accepts: (value) => share.test(value),
});
