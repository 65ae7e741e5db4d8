import { type Answer, representJson } from "../answer.ts";
import { studyPlan } from "../plan-study.ts";
import { mostPlanBytes, readJson } from "../request-body.ts";
import { badBody, readFiles, readObject, tooMuchWork } from "../sent-body.ts";
import { checkedBody } from "./checked-study.ts";
import type { Call, Route } from "./route.ts";

const help = 'Send {"files": {"plan.json": "<its text>", "journey.json": "<its text>", …}}.';

async function handle({ request, asOf }: Call): Promise<Answer> {
  const body = await readJson(request, mostPlanBytes);
  if (!body.ok) return body.error;
  const sent = readObject(body.value, "", ["files"]);
  const files = sent.ok ? readFiles(sent.value["files"], "/files") : sent;
  if (!files.ok) return badBody(files.error, help);
  const study = studyPlan({ folder: "", files: files.value }, asOf);
  const sound = study.sound();
  const tooMuch = sound.ok ? tooMuchWork(sound.value) : undefined;
  if (tooMuch !== undefined) return tooMuch;
  return { representation: representJson(checkedBody(study)), caching: "none" };
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
