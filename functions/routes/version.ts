import { unknownPlan } from "./found.ts";
import { planParameter, versionParameter } from "./parameters.ts";
import type { Route } from "./route.ts";
import { wholeVersion } from "./whole-version.ts";

/** Any version of a plan, whole. It never changes. */
export const version: Route = {
  method: "GET",
  path: "/v1/plans/{plan}/versions/{version}",
  operation: "readVersion",
  summary: "Any version with all its documents; it never changes",
  parameters: [planParameter, versionParameter],
  answer: {
    description: "The version.",
    mediaType: "application/json",
    schema: "api/version",
    ofVersion: true,
  },
  problems: ["unknown-plan", "unknown-version", "invalid-plan", "content-damaged"],
  async handle(call) {
    const plan = call.path("plan");
    const asked = call.path("version");
    const number = /^[1-9]\d{0,9}$/.test(asked) ? Number(asked) : 0;
    const found = number === 0 ? undefined : await call.plans.version(plan, number);
    if (found !== undefined)
      return wholeVersion(call, found, { operation: "version", caching: "immutable" });
    if ((await call.plans.live(plan)) === undefined) return unknownPlan(plan);
    return {
      problem: "unknown-version",
      detail: `Plan "${plan}" has no version ${JSON.stringify(asked)}.`,
      help: `GET /v1/plans/${plan}/versions lists its versions.`,
    };
  },
};
