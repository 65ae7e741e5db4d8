import { type ApprovalRule, type ApprovalsDocument } from "../../schemas/documents.generated.ts";
import { accountName } from "../account-name.ts";
import { type JudgedChange } from "../change/judged.ts";

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
}

/** One team that must agree: how many of its people, because of which rules, and to which changes. */
export interface Requirement {
  readonly team: ApprovalTeam;
  readonly count: number;
  /** Ids of rules; empty where none applies and both teams agree to everything. */
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

/**
 * Who must agree to a change of the plan. All rules that apply to some part of it hold at once; a team that several of
 * them name gives as many as the strictest asks. Where no rule applies to a part, both teams must agree to that part.
 */
export function requirementsOf(
  policy: ApprovalPolicy,
  changes: readonly JudgedChange[],
): readonly Requirement[] {
  const asked = new Map<string, { count: number; rules: Set<string>; scope: Set<string> }>();
  const ask = (team: string, count: number, rule: string | undefined, scope: string): void => {
    const known = asked.get(team) ?? { count: 0, rules: new Set(), scope: new Set() };
    known.count = Math.max(known.count, count);
    if (rule !== undefined) known.rules.add(rule);
    known.scope.add(scope);
    asked.set(team, known);
  };
  for (const change of changes) {
    const applying = policy.rules.filter((rule) => matches(rule, change));
    for (const { id, team, count = 1 } of applying) ask(team, count, id, change.fingerprint);
    if (applying.length > 0) continue;
    for (const team of bothTeams) ask(team, 1, undefined, change.fingerprint);
  }
  return [...asked].map(([id, { count, rules, scope }]) => ({
    // A team that the policy does not have can never agree; it is asked for, so that nothing passes unseen.
    team: policy.teams.find((team) => team.id === id) ?? { id, title: id, members: [] },
    count,
    rules: [...rules],
    scope: [...scope],
  }));
}
