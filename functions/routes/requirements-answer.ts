import { sureOfFunnel } from "../../core/funnel/index.ts";
import { requirementsBody } from "../../report/body.ts";
import { howSureBody } from "../../report/how-sure-body.ts";
import { type Answer, representJson } from "../answer.ts";
import { ofLive, representSound } from "./found.ts";
import type { Call } from "./route.ts";

/** What the live plan needs, and how sure its deals are then. */
export function answerRequirements(call: Call): Promise<Answer> {
  const confidence = call.query("confidence");
  const question = confidence === undefined ? {} : { confidence: Number(confidence) };
  const variant = {
    operation: "requirements",
    variant: confidence ?? "",
    caching: "live",
  } as const;
  return ofLive(call, (live) =>
    representSound(call, live, variant, (plan, study) => {
      const funnel = study.funnel(plan);
      const howSure = howSureBody(sureOfFunnel(plan, funnel, question));
      return representJson({ version: live.version, ...requirementsBody(funnel), howSure });
    }),
  );
}
