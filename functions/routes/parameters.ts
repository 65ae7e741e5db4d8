import { type PathParameter } from "./route.ts";

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
