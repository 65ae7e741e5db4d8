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
import { documentKinds, load, type PlanBundle } from "../core/document/index.ts";
import { compare } from "../core/funnel/index.ts";
import { type Ask, asksOf } from "../report/impact/asks.ts";
import { type ToldChange, tellChanges } from "../report/impact/change-words.ts";
import type { OpenedPlan } from "./plans.ts";
import type { PolicyBefore } from "./policy-before.ts";
import type { SeenPoint } from "./reviews.ts";

/** Everything about a change of one plan that agreeing depends on, besides what people say. */
export interface ApprovalCase {
  /** `change`: of a plan that there was. Else the plan as a whole: it is new, it is gone, or what was before makes no plan. */
  readonly kind: "change" | "new" | "gone" | "no-base";
  readonly policy: ApprovalPolicy;
  /** Whose approvals.json the policy stands in: the base's, that of a commit before it (`policyCommit`), or the plan's own. */
  readonly policyFrom: "base" | "earlier" | "head";
  readonly policyCommit?: string;
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

/** A plan that cannot be read and is gone: one change for each document that its folder held, whatever stood in it. */
const unreadableGone = ({ files }: PlanBundle): ApprovalCase["changes"] =>
  documentKinds
    .filter(({ kind }) => kind === "plan" || files.some(({ name }) => name === `${kind}.json`))
    .map(({ kind }) => ({
      document: kind,
      class: "major",
      affects: ["marketing", "sales", "success"],
      fingerprint: `gone ${kind}`,
    }));

const nobody: ApprovalPolicy = { teams: [], rules: [] };

function goneCase(before: OpenedPlan | undefined, known: PolicyBefore | undefined): ApprovalCase {
  const loaded = before?.loaded;
  return {
    kind: "gone",
    policy: { ...(known?.policy ?? nobody), asksBothTeams: true },
    ...fromOf(known, "base"),
    changes:
      loaded !== undefined
        ? judgeWhole(loaded, noPlan)
        : before === undefined
          ? []
          : unreadableGone(before.bundle),
    told: [],
    asks: [],
    against: loaded ?? noPlan,
  };
}

function fromOf(
  known: PolicyBefore | undefined,
  otherwise: "base" | "head",
): Pick<ApprovalCase, "policyFrom" | "policyCommit"> {
  if (known === undefined) return { policyFrom: otherwise };
  const { commit } = known;
  return commit === undefined
    ? { policyFrom: "base" }
    : { policyFrom: "earlier", policyCommit: commit };
}

/**
 * A change of one plan; undefined when the documents after it make no plan, so that nobody can agree to them.
 *
 * @param known Who must agree, as it was agreed before the change; undefined where there was nothing.
 */
export function approvalCase(
  before: OpenedPlan | undefined,
  after: OpenedPlan | undefined,
  known: PolicyBefore | undefined,
): ApprovalCase | undefined {
  if (before?.sound !== undefined && after?.sound !== undefined)
    return changeCase(before.sound, after.sound);
  if (after === undefined) return goneCase(before, known);
  if (after.sound === undefined) return undefined;
  const { plan } = after.sound;
  const own = policyOf(plan.documents.approvals.value);
  return {
    kind: before === undefined ? "new" : "no-base",
    // A plan as a whole takes both teams, and whoever the rules that were agreed before name besides.
    policy: known === undefined ? { ...own, rules: [] } : { ...known.policy, asksBothTeams: true },
    ...fromOf(known, "head"),
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
  { kind, against, changes }: ApprovalCase,
  { before, after }: SeenPoint,
  base: SeenPoint["before"],
): readonly string[] {
  // What could not be read before the change could be seen to be gone, and no more.
  if (kind === "gone" && against === noPlan)
    return after.plans.has(id) ? [] : changes.map(({ fingerprint }) => fingerprint);
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
