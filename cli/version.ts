import about from "../package.json" with { type: "json" };

/** The version of this jointplan. */
export const version: string = about.version;
