import { totalsOf } from "../../report/findings.ts";
import { representJson, type Success } from "../answer.ts";
import { type LiveVersion } from "../plan-reader.ts";
import { ofLive } from "./found.ts";
import { planParameter } from "./parameters.ts";
import { provenanceBody } from "./provenance.ts";
import { type Call, type Route } from "./route.ts";

/** How the content of the live version stands: `healthy`, with `errors` under today's rules, or `damaged` in the store. */
async function healthOf(call: Call, live: LiveVersion): Promise<object> {
  const study = await call.library.study(live, call.asOf);
  if (!study.ok) return { health: "damaged", message: study.error.message };
  const totals = totalsOf(study.value.check().findings);
  return { health: totals.errors > 0 ? "errors" : "healthy", asOf: call.asOf, totals };
}

async function statusOf(call: Call, live: LiveVersion): Promise<Success> {
  const { head } = live;
  const body = {
    plan: live.plan,
    ...(await healthOf(call, live)),
    live: provenanceBody(live),
    ...(head === undefined ? {} : { observedCommit: head.observedCommit }),
    ...(head?.hold === undefined ? {} : { hold: head.hold }),
  };
  return { representation: representJson(body), caching: "revalidate", version: live };
}

/** What is live, how it stands, and whether publishing is held. */
export const status: Route = {
  method: "GET",
  path: "/v1/plans/{plan}/status",
  operation: "readStatus",
  summary: "What is live, how it stands, and whether publishing is held",
  parameters: [planParameter],
  answer: {
    description: "The status.",
    mediaType: "application/json",
    schema: "api/status",
    ofVersion: true,
  },
  problems: ["unknown-plan"],
  handle: (call) => ofLive(call, (live) => statusOf(call, live)),
};
