import { type Answer, representJson } from "../answer.ts";
import { readStatus } from "../plan-status.ts";
import { ofLive } from "./found.ts";
import type { Call } from "./route.ts";

/** How the plan that the path names stands. */
export const answerStatus = (call: Call): Promise<Answer> =>
  ofLive(call, async (live) => {
    const { plans, asOf, now } = call;
    const study = await call.library.study(live, asOf);
    const body = await readStatus({ plans, live, study, asOf, now });
    return { representation: representJson(body), caching: "revalidate", version: live };
  });
