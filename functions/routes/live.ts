import { ofLive } from "./found.ts";
import { planParameter } from "./parameters.ts";
import type { Route } from "./route.ts";
import { wholeVersion } from "./whole-version.ts";

/** The live version of a plan, whole. */
export const live: Route = {
  method: "GET",
  path: "/v1/plans/{plan}/live",
  operation: "readLive",
  summary: "The live version with all its documents",
  description: "Documents stand in the answer exactly as they were authored, so no number changes.",
  parameters: [planParameter],
  answer: {
    description: "The live version.",
    mediaType: "application/json",
    schema: "api/version",
    ofVersion: true,
  },
  problems: ["unknown-plan", "invalid-plan", "content-damaged"],
  handle: (call) =>
    ofLive(call, (version) => wholeVersion(call, version, { operation: "live", caching: "live" })),
};
