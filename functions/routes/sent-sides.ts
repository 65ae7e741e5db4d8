import { err, ok, type Result } from "../../core/result.ts";
import { type PlanStudy, studyPlan } from "../plan-study.ts";
import type { Problem } from "../problem.ts";
import { mostPlanBytes, readJson } from "../request-body.ts";
import { badBody, isObject, readFiles, readObject, tooMuchWork } from "../sent-body.ts";
import { studyOf } from "./found.ts";
import type { Call } from "./route.ts";

const help =
  'Send {"base": …, "head": …}, each either {"files": {"plan.json": "<its text>", …}} or {"plan": "acme-2027", "version": 3}; without a version it is the live one.';

/** One of the two plans: what follows from its files, and its version; 0 for files that were sent along. */
export interface SentSide {
  readonly version: number;
  readonly study: PlanStudy;
}

/** A published plan that a body names. */
async function readPublished(
  call: Call,
  sent: unknown,
  pointer: string,
): Promise<Result<SentSide, Problem>> {
  const named = readObject(sent, pointer, ["plan", "version"]);
  if (!named.ok) return err(badBody(named.error, help));
  const { plan, version } = named.value;
  const refuse = (key: string, detail: string) =>
    err(badBody({ pointer: `${pointer}/${key}`, detail }, help));
  if (typeof plan !== "string") return refuse("plan", "is no text");
  if (version !== undefined && typeof version !== "number")
    return refuse("version", "is no number");
  const live = await call.plans.live(plan);
  if (live === undefined) return refuse("plan", "names no plan; GET /v1/plans lists every plan");
  const served = version === undefined ? live : await call.plans.version(plan, version);
  if (served === undefined)
    return refuse(
      "version",
      `names no version of plan "${plan}"; GET /v1/plans/${plan}/versions lists them`,
    );
  const study = await studyOf(call, served);
  return "problem" in study ? err(study) : ok({ version: served.version, study });
}

async function readSide(
  call: Call,
  sent: unknown,
  pointer: string,
): Promise<Result<SentSide, Problem>> {
  if (!isObject(sent) || !Object.hasOwn(sent, "files")) return readPublished(call, sent, pointer);
  const carried = readObject(sent, pointer, ["files"]);
  const files = carried.ok ? readFiles(carried.value["files"], `${pointer}/files`) : carried;
  if (!files.ok) return err(badBody(files.error, help));
  const study = studyPlan({ folder: pointer.slice(1), files: files.value }, call.asOf);
  return ok({ version: 0, study });
}

/**
 * The two plans of a body `{"base": …, "head": …}`, each sent along or named by its id and version; or why they cannot be worked with.
 */
export async function readSides(
  call: Call,
): Promise<Result<{ readonly base: SentSide; readonly head: SentSide }, Problem>> {
  const body = await readJson(call.request, mostPlanBytes);
  if (!body.ok) return body;
  const sent = readObject(body.value, "", ["base", "head"]);
  if (!sent.ok) return err(badBody(sent.error, help));
  const base = await readSide(call, sent.value["base"], "/base");
  if (!base.ok) return base;
  const head = await readSide(call, sent.value["head"], "/head");
  if (!head.ok) return head;
  for (const { study } of [base.value, head.value]) {
    const sound = study.sound();
    const tooMuch = sound.ok ? tooMuchWork(sound.value) : undefined;
    if (tooMuch !== undefined) return err(tooMuch);
  }
  return ok({ base: base.value, head: head.value });
}
