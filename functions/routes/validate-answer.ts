import { type Answer, representJson } from "../answer.ts";
import { studyPlan } from "../plan-study.ts";
import { mostPlanBytes, readJson } from "../request-body.ts";
import { badBody, readFiles, readObject, tooMuchWork } from "../sent-body.ts";
import { checkedBody } from "./checked-study.ts";
import type { Call } from "./route.ts";

const help = 'Send {"files": {"plan.json": "<its text>", "journey.json": "<its text>", …}}.';

/** What the rules say of the documents in the body. */
export async function answerValidate({ request, asOf }: Call): Promise<Answer> {
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
