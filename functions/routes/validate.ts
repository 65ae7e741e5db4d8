import { type PlanFile } from "../../core/document/index.ts";
import { passes } from "../../core/finding.ts";
import { err, ok, type Result } from "../../core/result.ts";
import { checkBody } from "../../report/body.ts";
import { type Answer, representJson } from "../answer.ts";
import { studyPlan } from "../plan-study.ts";
import { type Problem, type RequestError } from "../problem.ts";
import { mostPlanBytes, readJson } from "../request-body.ts";
import { mostWork, workOf } from "../work.ts";
import { type Call, type Route } from "./route.ts";

/** More documents than a plan can have, so that a misspelt one is still told by the check. */
const mostFiles = 40;

const badBody = (error: RequestError): Problem => ({
  problem: "bad-body",
  detail: `${error.pointer === "" ? "The body" : error.pointer} ${error.detail}.`,
  help: 'Send {"files": {"plan.json": "<its text>", "journey.json": "<its text>", …}}.',
  errors: [error],
});

const tooMuchWork = (work: number): Problem => ({
  problem: "too-much-work",
  detail: `The plan has ${work} steps times months; at most ${mostWork} are computed for a request.`,
  help: 'Run "jointplan check" where the files are; it has no such limit.',
});

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The files of a body: names as in a plan folder, contents as text. */
function filesOf(body: unknown): Result<readonly PlanFile[], Problem> {
  if (!isObject(body)) return err(badBody({ pointer: "", detail: "is no object" }));
  const unknown = Object.keys(body).find((key) => key !== "files");
  if (unknown !== undefined)
    return err(
      badBody({ pointer: "", detail: `has the unknown property ${JSON.stringify(unknown)}` }),
    );
  const files = body["files"];
  if (!isObject(files)) return err(badBody({ pointer: "/files", detail: "is no object" }));
  const entries = Object.entries(files);
  if (entries.length > mostFiles)
    return err(badBody({ pointer: "/files", detail: `has more than ${mostFiles} entries` }));
  const read: PlanFile[] = [];
  for (const [name, text] of entries) {
    if (!/^[a-z0-9][a-z0-9-]{0,62}\.json$/.test(name))
      return err(
        badBody({ pointer: "/files", detail: "names a file that is no plain .json file" }),
      );
    if (typeof text !== "string")
      return err(badBody({ pointer: `/files/${name}`, detail: "is no text" }));
    read.push({ name, bytes: new TextEncoder().encode(text) });
  }
  return ok(read.toSorted((a, b) => (a.name < b.name ? -1 : 1)));
}

async function handle({ request, asOf }: Call): Promise<Answer> {
  const body = await readJson(request, mostPlanBytes);
  if (!body.ok) return body.error;
  const files = filesOf(body.value);
  if (!files.ok) return files.error;
  const study = studyPlan({ folder: "", files: files.value }, asOf);
  const sound = study.sound();
  const work = sound.ok ? workOf(sound.value) : 0;
  if (work > mostWork) return tooMuchWork(work);
  const answer = study.check();
  const id = sound.ok ? sound.value.id : undefined;
  const checked = { ok: passes(answer.findings), ...checkBody(id, "", answer) };
  return { representation: representJson(checked), caching: "none" };
}

/** Checks documents that are sent along. Nothing is kept. */
export const validate: Route = {
  method: "POST",
  path: "/v1/validate",
  operation: "validatePlan",
  summary: "Check the documents of a plan; nothing is kept",
  description:
    "Answers 200 whether or not the plan holds together: `ok` says so. At most 100 findings are told, `totals` counts all.",
  body: "api/validation-request",
  answer: {
    description: "What the rules say.",
    mediaType: "application/json",
    schema: "api/validation",
  },
  problems: ["bad-json", "body-too-large", "wrong-media-type", "bad-body", "too-much-work"],
  handle,
};
