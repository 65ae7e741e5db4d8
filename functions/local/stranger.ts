import { type ApprovalPolicy, policyOf } from "../../core/approval/index.ts";
import { load, type PlanBundle } from "../../core/document/index.ts";
import { listText } from "../../core/wording.ts";
import type { Evidence } from "../store/plan-record.ts";
import { planStore } from "../store/plan-store.ts";
import type { Table } from "../store/table.ts";
import type { PlanRefusal } from "./publish-plans.ts";

function policyIn(bundle: PlanBundle): ApprovalPolicy | undefined {
  const loaded = load(bundle);
  return loaded.ok ? policyOf(loaded.value.documents.approvals.value) : undefined;
}

/** Who agrees: by what is live, so that a change cannot name its own judges; by the plan itself where nothing is live that can be read. */
async function policyOfPlan(
  table: Table,
  plan: string,
  bundle: PlanBundle,
): Promise<ApprovalPolicy | undefined> {
  const live = await planStore(table, 0).readLive(plan);
  if (live?.ok !== true) return policyIn(bundle);
  const files = [...live.value.documents].map(([name, bytes]) => ({ name, bytes }));
  return policyIn({ folder: bundle.folder, files }) ?? policyIn(bundle);
}

/** Why somebody may not decide without the others: no team that agrees has them. Undefined for evidence of another kind. */
export async function whyStranger(
  table: Table,
  evidence: Evidence,
  plan: string,
  bundle: PlanBundle,
): Promise<PlanRefusal | undefined> {
  const by = evidence["by"];
  if (evidence.kind !== "override" || typeof by !== "string") return undefined;
  const policy = await policyOfPlan(table, plan, bundle);
  const members = [...new Set(policy?.teams.flatMap((team) => team.members))];
  if (policy === undefined || members.includes(by)) return undefined;
  return {
    reason: "not-a-member",
    message: `${JSON.stringify(by)} is in no team that agrees to the plan ${plan}, so they cannot decide without the others.`,
    help: `Let one of them override: ${listText(members)}.`,
  };
}
