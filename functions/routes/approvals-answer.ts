import { type ApprovalPolicy, policyOf } from "../../core/approval/index.ts";
import { type Answer, representJson } from "../answer.ts";
import type { LiveVersion } from "../plan-reader.ts";
import type { Evidence } from "../store/plan-record.ts";
import { invalidPlan, ofLive, representStudy } from "./found.ts";
import type { Call } from "./route.ts";

/** What was recorded with a version; nothing for a working copy. */
async function evidenceOf({ plans }: Call, { plan, version }: LiveVersion): Promise<Evidence> {
  const record = (await plans.version(plan, version))?.published;
  return record !== undefined && "evidence" in record ? record.evidence : { kind: "none" };
}

const nothingRecorded = ({ published, version }: LiveVersion): string =>
  published === undefined
    ? "These are files that nobody has published, so nothing is recorded of who agreed to them."
    : `Nothing is recorded of who agreed to version ${version}: it was published without a record of approvals.`;

const policyBody = ({ teams, rules }: ApprovalPolicy): object => ({
  teams,
  rules: rules.map(({ id, when, team, count = 1, note }) => ({
    id,
    when,
    team,
    count,
    ...(note === undefined ? {} : { note }),
  })),
});

async function approvalsOf(call: Call, live: LiveVersion): Promise<Answer> {
  const evidence = await evidenceOf(call, live);
  return representStudy(call, live, { operation: "approvals", caching: "live" }, (study) => {
    const loaded = study.loaded();
    if (!loaded.ok) return invalidPlan(study);
    return representJson({
      plan: live.plan,
      version: live.version,
      evidence,
      ...(evidence.kind === "none" ? { message: nothingRecorded(live) } : {}),
      policy: policyBody(policyOf(loaded.value.documents.approvals.value)),
    });
  });
}

/** What was recorded with the live version, and its policy. */
export const answerApprovals = (call: Call): Promise<Answer> =>
  ofLive(call, (live) => approvalsOf(call, live));
