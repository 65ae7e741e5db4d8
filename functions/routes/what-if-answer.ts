import {
  applyOverlay,
  changesBetween,
  type Overlay,
  readOverlay,
} from "../../core/change/index.ts";
import { compare } from "../../core/funnel/index.ts";
import { err, type Result } from "../../core/result.ts";
import { requirementsBody } from "../../report/body.ts";
import { changesBody, comparisonBody } from "../../report/comparison-body.ts";
import { type Answer, representJson } from "../answer.ts";
import type { LiveVersion } from "../plan-reader.ts";
import { studyPlan } from "../plan-study.ts";
import type { RequestError } from "../problem.ts";
import { mostBytes, readJson } from "../request-body.ts";
import { badBody, readObject, tooMuchWork } from "../sent-body.ts";
import { checkedBody } from "./checked-study.ts";
import { invalidPlan, ofLive, studyOf } from "./found.ts";
import type { Call } from "./route.ts";

const help =
  'Send {"overlay": [{"document": "journey", "path": "segments/smb/transitions/aware-exploring/conversion/value", "value": 0.3}]}.';

/** The overlay that a body carries. */
function overlayOf(body: unknown): Result<Overlay, RequestError> {
  const sent = readObject(body, "", ["overlay"]);
  if (!sent.ok) return sent;
  const read = readOverlay(sent.value["overlay"]);
  return read.ok
    ? read
    : err({ pointer: `/overlay${read.error.pointer}`, detail: read.error.detail });
}

async function answerOverlay(call: Call, live: LiveVersion, overlay: Overlay): Promise<Answer> {
  const study = await studyOf(call, live);
  if ("problem" in study) return study;
  const base = study.sound();
  if (!base.ok) return invalidPlan(study);
  const files = applyOverlay(base.value, overlay);
  if (!files.ok) {
    return {
      problem: "bad-overlay",
      detail: files.error[0]?.message ?? "An entry of the overlay cannot be made.",
      help: files.error[0]?.help ?? help,
      findings: files.error,
    };
  }
  const laidOver = studyPlan(files.value, call.asOf);
  const head = laidOver.sound();
  const tooMuch = head.ok ? tooMuchWork(head.value) : undefined;
  if (tooMuch !== undefined) return tooMuch;
  const documents = laidOver.loaded();
  const before = study.funnel(base.value);
  const after = head.ok ? laidOver.funnel(head.value) : undefined;
  const body = {
    plan: live.plan,
    version: live.version,
    checked: checkedBody(laidOver),
    ...(documents.ok ? changesBody(changesBetween(base.value, documents.value)) : {}),
    before: { version: live.version, ...requirementsBody(before) },
    ...(after === undefined
      ? {}
      : {
          after: { version: 0, ...requirementsBody(after) },
          difference: comparisonBody(compare(before, after)),
        }),
  };
  return { representation: representJson(body), caching: "none", version: live };
}

/** The live plan with the overlay of the body laid over it. */
export async function answerWhatIf(call: Call): Promise<Answer> {
  const body = await readJson(call.request, mostBytes);
  if (!body.ok) return body.error;
  const overlay = overlayOf(body.value);
  if (!overlay.ok) return badBody(overlay.error, help);
  return ofLive(call, (live) => answerOverlay(call, live, overlay.value));
}
