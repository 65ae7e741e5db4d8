import { effectiveOn } from "../../core/effective/index.ts";
import { type Answer, representJson } from "../answer.ts";
import { ofLive, representSound } from "./found.ts";
import type { Call } from "./route.ts";

/** The live plan's values as they stand on the day that the query names, or today. */
export function answerLiveEffective(call: Call): Promise<Answer> {
  const asked = call.query("on");
  const on = asked ?? call.asOf;
  const variant = {
    operation: "effective",
    variant: on,
    // Without a day the answer is another one tomorrow, whatever a cache has kept.
    caching: asked === undefined ? "revalidate" : "live",
    daily: asked === undefined,
  } as const;
  return ofLive(call, (live) =>
    representSound(call, live, variant, (plan) => {
      const { nextChange, documents } = effectiveOn(plan, on);
      return representJson({
        plan: live.plan,
        version: live.version,
        on,
        ...(nextChange === undefined ? {} : { nextChange }),
        documents,
      });
    }),
  );
}
