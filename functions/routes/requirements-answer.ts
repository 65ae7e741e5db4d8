import { requirementsBody } from "../../report/body.ts";
import { type Answer, representJson } from "../answer.ts";
import { ofLive, representSound } from "./found.ts";
import type { Call } from "./route.ts";

/** What the live plan needs. */
export const answerRequirements = (call: Call): Promise<Answer> =>
  ofLive(call, (live) =>
    representSound(call, live, { operation: "requirements", caching: "live" }, (plan, study) =>
      representJson({ version: live.version, ...requirementsBody(study.funnel(plan)) }),
    ),
  );
