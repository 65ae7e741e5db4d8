import type { Answer } from "../answer.ts";
import type { Problem } from "../problem.ts";
import { unknownPlan } from "./found.ts";
import { commitParameter, planParameter } from "./parameters.ts";
import type { Call, Route } from "./route.ts";
import { versionPath, wholeVersion } from "./whole-version.ts";

/** Git's own shortest abbreviation; shorter ones soon name several commits. */
const shortest = 7;

const badCommit = (name: string): Problem => ({
  problem: "bad-commit",
  detail: `${JSON.stringify(name)} is too short to name one commit for good: it has ${name.length} of at least ${shortest} characters.`,
  help: `Write the commit's name in full, or at least its first ${shortest} characters.`,
});

async function handle(call: Call): Promise<Answer> {
  const plan = call.path("plan");
  const name = call.path("sha");
  const answer = await call.plans.commit(plan, name);
  const inFull = answer.found === "one" && answer.commit === name;
  if (name.length < shortest && !inFull) return badCommit(name);
  if (answer.found === "one") {
    const { served } = answer;
    return wholeVersion(call, served, {
      operation: "version",
      // More commits may come to begin like that.
      caching: inFull ? "immutable" : "live",
      headers: { "Content-Location": versionPath(served) },
    });
  }
  if (answer.found === "several") {
    return {
      problem: "ambiguous-commit",
      detail: `Several commits of plan "${plan}" begin with ${JSON.stringify(name)}: ${answer.commits.join(", ")}.`,
      help: "Write the commit's name in full.",
    };
  }
  if ((await call.plans.live(plan)) === undefined) return unknownPlan(plan);
  return {
    problem: "unknown-commit",
    detail: `No version of plan "${plan}" was published from a commit ${JSON.stringify(name)}.`,
    help: `It was refused, passed over by a newer one, or never seen. GET /v1/plans/${plan}/versions lists the commits that were published.`,
  };
}

/** The version that a commit became, whole. */
export const commit: Route = {
  method: "GET",
  path: "/v1/plans/{plan}/commits/{sha}",
  operation: "readVersionOfCommit",
  summary: "The version that was published from a commit, with all its documents",
  description:
    "A commit that changed nothing in the plan gives the version that it left live; Plan-Commit then names the commit that made it. Content-Location names the version for good.",
  parameters: [planParameter, commitParameter],
  answer: {
    description: "The version.",
    mediaType: "application/json",
    schema: "api/version",
    ofVersion: true,
  },
  problems: [
    "unknown-plan",
    "unknown-commit",
    "bad-commit",
    "ambiguous-commit",
    "invalid-plan",
    "content-damaged",
  ],
  handle,
};
