import {
  type ApprovalPolicy,
  type GivenReview,
  policyOf,
  type Review,
} from "../core/approval/index.ts";
import {
  fingerprintsBetween,
  judge,
  judgeWhole,
  noPlan,
  type SomeDocuments,
  type WeighedChange,
} from "../core/change/index.ts";
import { type LoadedPlan, load, type PlanBundle } from "../core/document/index.ts";
import { compare } from "../core/funnel/index.ts";
import { type Ask, asksOf } from "../report/impact/asks.ts";
import { type ToldChange, tellChanges } from "../report/impact/change-words.ts";
import type { OpenedPlan } from "./plans.ts";
import type { SeenPoint } from "./reviews.ts";

/** Everything about a change of one plan that agreeing depends on, besides what people say. */
export interface ApprovalCase {
  /** `change`: of a plan that there was. Else the plan as a whole: it is new, it is gone, or what was before makes no plan. */
  readonly kind: "change" | "new" | "gone" | "no-base";
  readonly policy: ApprovalPolicy;
  /** Whose approvals.json the policy stands in. */
  readonly policyFrom: "base" | "head";
  readonly changes: readonly (Pick<
    WeighedChange,
    "document" | "class" | "affects" | "fingerprint"
  > &
    Partial<Pick<WeighedChange, "path" | "kind">>)[];
  /** The changes in words; empty for a plan as a whole. */
  readonly told: readonly ToldChange[];
  readonly asks: readonly Ask[];
  /** What the change is told against: the base, or nothing. */
  readonly against: SomeDocuments;
}

type Sound = NonNullable<OpenedPlan["sound"]>;

const approvalsFile = "approvals.json";

/** The approvals.json of files that may hold mistakes elsewhere, judged by itself; undefined when it is none. */
function policyIn(before: OpenedPlan, after: OpenedPlan): ApprovalPolicy | undefined {
  if (before.loaded !== undefined) return policyOf(before.loaded.documents.approvals.value);
  const own = before.bundle.files.find(({ name }) => name === approvalsFile);
  if (own === undefined) return undefined;
  const others = after.bundle.files.filter(({ name }) => name !== approvalsFile);
  const loaded = load({ folder: before.folder, files: [...others, own] });
  return loaded.ok ? policyOf(loaded.value.documents.approvals.value) : undefined;
}

/** Both teams, and nothing else, must agree to a plan as a whole. */
const bothTeams = ({ teams }: ApprovalPolicy): ApprovalPolicy => ({ teams, rules: [] });

function changeCase(before: Sound, after: Sound): ApprovalCase {
  const [base, head] = [before, after].map(({ plan, check }) => ({ plan, funnel: check.funnel() }));
  if (base === undefined || head === undefined) throw new Error("unreachable: two plans");
  const judgement = judge(base, head);
  // Another layout says the same, so nobody is asked.
  const changes = judgement.sameMeaning ? [] : judgement.changes;
  return {
    kind: "change",
    policy: policyOf(base.plan.documents.approvals.value),
    policyFrom: "base",
    changes,
    told: tellChanges(changes, base.plan, head.plan, { showPay: false }),
    asks: asksOf(compare(base.funnel, head.funnel), base.plan, head.plan),
    against: base.plan,
  };
}

/** A plan that could not be read and is gone has nobody who could agree to that. */
const unreadableGone: ApprovalCase["changes"][number] = {
  document: "plan",
  class: "major",
  affects: [],
  fingerprint: "0".repeat(12),
};

function goneCase(before: LoadedPlan | undefined): ApprovalCase {
  return {
    kind: "gone",
    policy:
      before === undefined
        ? { teams: [], rules: [] }
        : bothTeams(policyOf(before.documents.approvals.value)),
    policyFrom: "base",
    changes: before === undefined ? [unreadableGone] : judgeWhole(before, noPlan),
    told: [],
    asks: [],
    against: before ?? noPlan,
  };
}

/** A change of one plan; undefined when the documents after it make no plan, so that nobody can agree to them. */
export function approvalCase(
  before: OpenedPlan | undefined,
  after: OpenedPlan | undefined,
): ApprovalCase | undefined {
  if (before?.sound !== undefined && after?.sound !== undefined)
    return changeCase(before.sound, after.sound);
  if (after === undefined) return goneCase(before?.loaded);
  if (after.sound === undefined) return undefined;
  const { plan } = after.sound;
  const known = before === undefined ? undefined : policyIn(before, after);
  return {
    kind: before === undefined ? "new" : "no-base",
    policy: bothTeams(known ?? policyOf(plan.documents.approvals.value)),
    policyFrom: known === undefined ? "head" : "base",
    changes: judgeWhole(noPlan, plan),
    told: [],
    asks: [],
    against: noPlan,
  };
}

/** The documents of a plan at a point; undefined when they cannot be read, nothing where there is no such plan. */
function documentsIn(bundle: PlanBundle | undefined): SomeDocuments | undefined {
  if (bundle === undefined) return noPlan;
  const loaded = load(bundle);
  return loaded.ok ? loaded.value : undefined;
}

/** The fingerprints of what was to be seen of a plan at a point; none where it could not be read. */
function fingerprintsSeen(
  id: string,
  { kind, against }: ApprovalCase,
  { before, after }: SeenPoint,
  base: SeenPoint["before"],
): readonly string[] {
  const seen = documentsIn(after.plans.get(id));
  if (seen === undefined) return [];
  if (kind !== "change" || before === base) return fingerprintsBetween(against, seen);
  const from = documentsIn(before.plans.get(id));
  return from === undefined ? [] : fingerprintsBetween(from, seen);
}

/** Reviews with what each reviewer had before them; a commit that is not known here counts as having seen nothing. */
export function withSeen(
  id: string,
  approval: ApprovalCase,
  base: SeenPoint["before"],
  reviews: readonly GivenReview[],
  points: ReadonlyMap<string, SeenPoint>,
): readonly Review[] {
  const known = new Map<string, readonly string[]>();
  for (const [commit, point] of points)
    known.set(commit, fingerprintsSeen(id, approval, point, base));
  return reviews.map(({ commit, ...review }) => ({ ...review, saw: known.get(commit) ?? [] }));
}
