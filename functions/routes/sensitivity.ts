import { sensitivity as sensitivityOf } from "../../core/funnel/index.ts";
import { sensitivityBody } from "../../report/sensitivity-body.ts";
import { representJson } from "../answer.ts";
import { tooMuchSensitivityWork } from "../sent-body.ts";
import { invalidPlan, ofLive, representVersion } from "./found.ts";
import { planParameter } from "./parameters.ts";
import type { Route } from "./route.ts";

/** What moves the live plan's result most. */
export const sensitivity: Route = {
  method: "GET",
  path: "/v1/plans/{plan}/sensitivity",
  operation: "readSensitivity",
  summary: "Which conversion, duration or deal value moves the live plan's result most",
  parameters: [planParameter],
  answer: {
    description: "What moves the result, and what would close each shortfall.",
    mediaType: "application/json",
    schema: "api/sensitivity",
    ofVersion: true,
  },
  problems: ["unknown-plan", "invalid-plan", "too-much-work", "content-damaged"],
  handle: (call) =>
    ofLive(call, (live) =>
      representVersion(
        call,
        live,
        { operation: "sensitivity", caching: "live", daily: true },
        (study) => {
          const sound = study.sound();
          if (!sound.ok) return invalidPlan(study);
          const plan = sound.value;
          const tooMuch = tooMuchSensitivityWork(plan);
          if (tooMuch !== undefined) return tooMuch;
          const answer = sensitivityOf(plan, study.funnel(plan));
          return representJson({ version: live.version, ...sensitivityBody(answer) });
        },
      ),
    ),
};
