import { sensitivity } from "../../core/funnel/index.ts";
import { sensitivityBody } from "../../report/sensitivity-body.ts";
import { type Answer, representJson } from "../answer.ts";
import { tooMuchSensitivityWork } from "../sent-body.ts";
import { ofLive, representSound } from "./found.ts";
import type { Call } from "./route.ts";

/** What moves the live plan's result most, unless that is more work than a request may ask for. */
export const answerSensitivity = (call: Call): Promise<Answer> =>
  ofLive(call, (live) =>
    representSound(call, live, { operation: "sensitivity", caching: "live" }, (plan, study) => {
      const tooMuch = tooMuchSensitivityWork(plan);
      if (tooMuch !== undefined) return tooMuch;
      const answer = sensitivity(plan, study.funnel(plan));
      return representJson({ version: live.version, ...sensitivityBody(answer) });
    }),
  );
