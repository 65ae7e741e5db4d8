import type { ApprovalRule, ApprovalsDocument } from "../../schemas/documents.generated.ts";
import { accountName } from "../account-name.ts";
import type { JudgedChange } from "../change/judged.ts";

/** The people of one team, by account name in lower case and without `@`. */
export interface ApprovalTeam {
  readonly id: string;
  readonly title: string;
  readonly members: readonly string[];
}

/** Who must agree to what, as one version of the plan says it. */
export interface ApprovalPolicy {
  readonly teams: readonly ApprovalTeam[];
  readonly rules: readonly ApprovalRule[];
  /** True where both teams must agree to everything, besides what the rules ask: a plan as a whole comes or goes. */
  readonly asksBothTeams?: boolean;
}

/** One team that must agree: how many of its people, because of which rules, and to which changes. */
export interface Requirement {
  readonly team: ApprovalTeam;
  readonly count: number;
  /** Ids of rules; empty where both teams must agree without one. */
  readonly rules: readonly string[];
  /** Fingerprints of the changes that this team is asked about. */
  readonly scope: readonly string[];
}

/** The teams that always share the plan, and agree where no rule says who must. */
const bothTeams = ["marketing", "sales"];

/** The policy that a plan's approvals.json states. */
export function policyOf({ teams, rules = [] }: ApprovalsDocument): ApprovalPolicy {
  return {
    teams: teams.map(({ id, title, members }) => ({
      id,
      title: title ?? id,
      members: [...new Set(members.map(accountName))],
    })),
    rules,
  };
}

/** True when every part that the rule's condition gives holds for one change. */
function matches({ when }: ApprovalRule, change: JudgedChange): boolean {
  return (
    (when.class?.includes(change.class) ?? true) &&
    (when.affects?.some((team) => change.affects.includes(team)) ?? true) &&
    (when.documents?.includes(change.document) ?? true)
  );
}

/** One team that one change asks, and the rule that says so; no rule where none applies and both teams must agree. */
interface Asked {
  readonly team: string;
  readonly rule: ApprovalRule | undefined;
  readonly fingerprint: string;
}

function askedBy(policy: ApprovalPolicy, change: JudgedChange): readonly Asked[] {
  const { fingerprint } = change;
  const applying = policy.rules.filter((rule) => matches(rule, change));
  const both = applying.length === 0 || policy.asksBothTeams === true ? bothTeams : [];
  return [
    ...both.map((team) => ({ team, rule: undefined, fingerprint })),
    ...applying.map((rule) => ({ team: rule.team, rule, fingerprint })),
  ];
}

// A team that the policy does not have can never agree; it is asked for, so that nothing passes unseen.
const teamOf = ({ teams }: ApprovalPolicy, id: string): ApprovalTeam =>
  teams.find((team) => team.id === id) ?? { id, title: id, members: [] };

/**
 * Who must agree to a change of the plan. All rules that apply to some part of it hold at once; a team that several of
 * them name gives as many as the strictest asks. Where no rule applies to a part, both teams must agree to that part.
 */
export function requirementsOf(
  policy: ApprovalPolicy,
  changes: readonly JudgedChange[],
): readonly Requirement[] {
  const requirements = new Map<string, { count: number; rules: Set<string>; scope: Set<string> }>();
  for (const { team, rule, fingerprint } of changes.flatMap((each) => askedBy(policy, each))) {
    const known = requirements.get(team) ?? { count: 0, rules: new Set(), scope: new Set() };
    known.count = Math.max(known.count, rule?.count ?? 1);
    if (rule !== undefined) known.rules.add(rule.id);
    known.scope.add(fingerprint);
    requirements.set(team, known);
  }
  return [...requirements].map(([id, { count, rules, scope }]) => ({
    team: teamOf(policy, id),
    count,
    rules: [...rules],
    scope: [...scope],
  }));
}

/** Why a team is asked: one rule, or that there is none, and the changes that it applies to. */
export interface Reason {
  readonly team: ApprovalTeam;
  /** Absent where both teams must agree to the changes: no rule applies to them, or the plan as a whole comes or goes. */
  readonly rule?: ApprovalRule;
  /** Fingerprints, in the order of the changes. */
  readonly changes: readonly string[];
}

/** Why each team is asked, in the order of {@link requirementsOf}: together the reasons of a team name every change of its scope. */
export function reasonsOf(
  policy: ApprovalPolicy,
  changes: readonly JudgedChange[],
): readonly Reason[] {
  const asked = changes.flatMap((each) => askedBy(policy, each));
  return requirementsOf(policy, changes).flatMap(({ team }): readonly Reason[] => {
    const own = asked.filter((each) => each.team === team.id);
    return [...new Set(own.map(({ rule }) => rule))].map((rule) => ({
      team,
      ...(rule === undefined ? {} : { rule }),
      changes: own.filter((each) => each.rule === rule).map(({ fingerprint }) => fingerprint),
    }));
  });
}
