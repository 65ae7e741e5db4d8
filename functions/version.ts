import about from "../package.json" with { type: "json" };

/** The version of this jointplan, as answers and the API's description state it. */
export const toolVersion: string = about.version;
