import type { Answer } from "../answer.ts";
import { unknownPlan } from "./found.ts";
import { instantOf } from "./instant.ts";
import { instantParameter, planParameter } from "./parameters.ts";
import type { Call, Route } from "./route.ts";
import { versionPath, wholeVersion } from "./whole-version.ts";

async function handle(call: Call): Promise<Answer> {
  const plan = call.path("plan");
  const asked = call.path("instant");
  const instant = instantOf(asked);
  if (instant === undefined) {
    return {
      problem: "bad-instant",
      detail: `${JSON.stringify(asked)} is neither an instant nor a day of the calendar.`,
      help: "Write an instant with its offset, such as 2026-11-01T00:00:00Z, or a day, such as 2026-11-01.",
    };
  }
  // Today is not over, but what is live now is what is meant.
  if (instant > call.now && asked !== call.asOf) {
    return {
      problem: "unknown-version",
      detail: `${asked} has not come yet; nobody knows what will be live then.`,
      help: `GET /v1/plans/${plan}/live tells what is live now.`,
    };
  }
  const found = await call.plans.at(plan, instant);
  if (found !== undefined) {
    return wholeVersion(call, found, {
      operation: "version",
      caching: "live",
      headers: { "Content-Location": versionPath(found) },
    });
  }
  if ((await call.plans.live(plan)) === undefined) return unknownPlan(plan);
  return {
    problem: "unknown-version",
    detail: `Nothing of plan "${plan}" was live at ${asked}.`,
    help: `GET /v1/plans/${plan}/versions tells since when each version has been published.`,
  };
}

/** The version that was live at an instant, whole. */
export const asOf: Route = {
  method: "GET",
  path: "/v1/plans/{plan}/as-of/{instant}",
  operation: "readVersionAsOf",
  summary: "The version that was live at an instant, with all its documents",
  description:
    "Content-Location names the version for good. An instant that has not come yet is no version's.",
  parameters: [planParameter, instantParameter],
  answer: {
    description: "The version.",
    mediaType: "application/json",
    schema: "api/version",
    ofVersion: true,
  },
  problems: ["unknown-plan", "unknown-version", "bad-instant", "invalid-plan", "content-damaged"],
  handle,
};
