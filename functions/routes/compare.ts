import { changesBetween } from "../../core/change/index.ts";
import { compare as compareFunnels, type FunnelAnswer } from "../../core/funnel/index.ts";
import { err, ok, type Result } from "../../core/result.ts";
import { requirementsBody } from "../../report/body.ts";
import { changesBody, comparisonBody } from "../../report/comparison-body.ts";
import { type Answer, representJson } from "../answer.ts";
import { type PlanStudy, studyPlan } from "../plan-study.ts";
import { type Problem } from "../problem.ts";
import { mostPlanBytes, readJson } from "../request-body.ts";
import { badBody, isObject, readFiles, readObject, tooMuchWork } from "../sent-body.ts";
import { checkedBody } from "./checked-study.ts";
import { studyOf } from "./found.ts";
import { type Call, type Route } from "./route.ts";

const help =
  'Send {"base": …, "head": …}, each either {"files": {"plan.json": "<its text>", …}} or {"plan": "acme-2027", "version": 3}; without a version it is the live one.';

/** One of the two plans: what follows from its files, and its version; 0 for files that were sent along. */
interface Side {
  readonly version: number;
  readonly study: PlanStudy;
}

/** A published plan that a body names. */
async function readPublished(
  call: Call,
  sent: unknown,
  pointer: string,
): Promise<Result<Side, Problem>> {
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
): Promise<Result<Side, Problem>> {
  if (!isObject(sent) || !Object.hasOwn(sent, "files")) return readPublished(call, sent, pointer);
  const carried = readObject(sent, pointer, ["files"]);
  const files = carried.ok ? readFiles(carried.value["files"], `${pointer}/files`) : carried;
  if (!files.ok) return err(badBody(files.error, help));
  const study = studyPlan({ folder: pointer.slice(1), files: files.value }, call.asOf);
  return ok({ version: 0, study });
}

/** What a side needs; undefined when its documents are no plan. */
function funnelOf({ study }: Side): FunnelAnswer | undefined {
  const sound = study.sound();
  return sound.ok ? study.funnel(sound.value) : undefined;
}

const sideBody = (side: Side, funnel: FunnelAnswer | undefined): object => ({
  version: side.version,
  checked: checkedBody(side.study),
  ...(funnel === undefined
    ? {}
    : { requirements: { version: side.version, ...requirementsBody(funnel) } }),
});

async function handle(call: Call): Promise<Answer> {
  const body = await readJson(call.request, mostPlanBytes);
  if (!body.ok) return body.error;
  const sent = readObject(body.value, "", ["base", "head"]);
  if (!sent.ok) return badBody(sent.error, help);
  const base = await readSide(call, sent.value["base"], "/base");
  if (!base.ok) return base.error;
  const head = await readSide(call, sent.value["head"], "/head");
  if (!head.ok) return head.error;
  const sides = [base.value, head.value];
  for (const { study } of sides) {
    const sound = study.sound();
    const tooMuch = sound.ok ? tooMuchWork(sound.value) : undefined;
    if (tooMuch !== undefined) return tooMuch;
  }
  const [before, after] = sides.map((side) => side.study.loaded());
  const [needed, needs] = sides.map(funnelOf);
  const answer = {
    base: sideBody(base.value, needed),
    head: sideBody(head.value, needs),
    ...(before?.ok === true && after?.ok === true
      ? changesBody(changesBetween(before.value, after.value))
      : {}),
    ...(needed === undefined || needs === undefined
      ? {}
      : { difference: comparisonBody(compareFunnels(needed, needs)) }),
  };
  return { representation: representJson(answer), caching: "none" };
}

/** What is different between two plans, and what that asks of each function. Nothing is kept. */
export const compare: Route = {
  method: "POST",
  path: "/v1/compare",
  operation: "comparePlans",
  summary: "What is different between two plans, and what each needs; nothing is kept",
  description:
    "Each plan is either sent along or named by its id and version. Answers 200 whether or not they hold together; `changes` needs two plans whose documents can be read, `difference` two that can be computed.",
  body: "api/comparison-request",
  answer: {
    description: "The two plans side by side.",
    mediaType: "application/json",
    schema: "api/comparison",
  },
  problems: [
    "bad-json",
    "body-too-large",
    "wrong-media-type",
    "bad-body",
    "too-much-work",
    "content-damaged",
  ],
  handle,
};
