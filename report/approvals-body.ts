import type {
  ApprovalAnswer,
  ApprovalQuestion,
  Override,
  Reason,
  TeamApproval,
  Voice,
} from "../core/approval/index.ts";
import type { Change } from "../core/change/index.ts";
import { approvalSentence, nextSentence } from "./approval-words.ts";

/** What an answer about approvals rests on. */
export interface ApprovalBasis {
  /** `change`: of a plan that there was. Else the plan as a whole: it is new, gone, or what was before makes no plan. */
  readonly kind: "change" | "new" | "gone" | "no-base";
  /**
   * Whose approvals.json counts: the one before the change, where that cannot be read the last one `earlier` that can, or the plan's
   * own where there never was one.
   */
  readonly policyFrom: "base" | "earlier" | "head";
}

/** How far one team is. Changes are named by their fingerprints, as in `changes` of the body. */
interface TeamBody {
  /** The team's id. */
  readonly team: string;
  readonly title: string;
  /** So many of its people must agree. */
  readonly count: number;
  readonly missing: number;
  /** So many of the missing nobody is left to make up for. */
  readonly short: number;
  readonly agreed: TeamApproval["agreed"];
  /** Who could still agree; where nothing is missing, so that somebody who counts here now counts for a team that waits. */
  readonly waitingFor: readonly string[];
  /** The changes that it is asked about. */
  readonly changes: readonly string[];
}

/** A change without its values, which stand in the answer of `impact`; a plan as a whole has a change for each document. */
type ChangeBody = ApprovalQuestion["changes"][number] & Partial<Pick<Change, "path" | "kind">>;

/**
 * One plan in the JSON of `approvals check` and `approvals explain`; both say the same to tools.
 *
 * `state`: `agreed`; `pending`: somebody must still agree, or with a `reason` nobody can yet; `blocked`: somebody asks for changes;
 * `overridden`: decided against the rules, see `override`; `unchanged`: there is nothing to agree to. Everything below `reason` is
 * absent with a `reason` and with `unchanged`.
 */
export interface ApprovalBody {
  readonly plan: string;
  /** Absent with `unchanged`. */
  readonly title?: string;
  readonly state: ApprovalAnswer["state"] | "unchanged";
  readonly reason?: string;
  readonly basis?: ApprovalBasis;
  /** The state, and what must happen next, as the report says them. */
  readonly sentence?: string;
  readonly next?: string;
  readonly teams?: readonly TeamBody[];
  /** Who asks for changes, with the ids of their teams. */
  readonly blockedBy?: ApprovalAnswer["blockedBy"];
  readonly override?: Override;
  readonly changes?: readonly ChangeBody[];
  /** Why each team is asked: the id of a rule, or none where no rule applies and both teams must agree. */
  readonly reasons?: readonly {
    readonly team: string;
    readonly rule?: string;
    readonly changes: readonly string[];
  }[];
  /** Whose word counts, and why or why not. */
  readonly voices?: readonly Voice[];
  /** Commits that reviews name and that are not known here; those reviews count as having seen nothing. */
  readonly unknownCommits?: readonly string[];
  /** With `--with`: what would be if those people approved. It changes neither `state` nor the exit code. */
  readonly with?: {
    readonly people: readonly { readonly team: string; readonly by: string }[];
    readonly state: ApprovalAnswer["state"];
    readonly teams: readonly TeamBody[];
  };
}

/** What {@link approvalBody} is made from. */
export interface ApprovalBodyInput {
  readonly plan: string;
  readonly title: string;
  readonly basis: ApprovalBasis;
  readonly answer: ApprovalAnswer;
  readonly changes: readonly ChangeBody[];
  readonly reasons: readonly Reason[];
  readonly voices: readonly Voice[];
  readonly unknownCommits: readonly string[];
  readonly supposed?: {
    readonly people: readonly { readonly team: string; readonly by: string }[];
    readonly answer: ApprovalAnswer;
  };
}

const teamBody = ({
  team,
  count,
  missing,
  short,
  agreed,
  waitingFor,
  scope,
}: TeamApproval): TeamBody => ({
  team: team.id,
  title: team.title,
  count,
  missing,
  short,
  agreed,
  waitingFor,
  changes: scope,
});

const changeBody = ({ document, path, kind, class: weight, affects, fingerprint }: ChangeBody) => ({
  document,
  ...(path === undefined ? {} : { path }),
  ...(kind === undefined ? {} : { kind }),
  class: weight,
  affects,
  fingerprint,
});

/** One plan for tools. */
export function approvalBody(input: ApprovalBodyInput): ApprovalBody {
  const { plan, title, basis, answer, changes, reasons, voices, unknownCommits, supposed } = input;
  if (answer.state === "agreed" && changes.length === 0) return { plan, state: "unchanged" };
  return {
    plan,
    title,
    state: answer.state,
    basis,
    sentence: approvalSentence(answer),
    next: nextSentence(answer),
    teams: answer.teams.map(teamBody),
    blockedBy: answer.blockedBy,
    ...(answer.override === undefined ? {} : { override: answer.override }),
    changes: changes.map(changeBody),
    reasons: reasons.map(({ team, rule, changes: about }) => ({
      team: team.id,
      ...(rule === undefined ? {} : { rule: rule.id }),
      changes: about,
    })),
    voices,
    unknownCommits,
    ...(supposed === undefined
      ? {}
      : {
          with: {
            people: supposed.people,
            state: supposed.answer.state,
            teams: supposed.answer.teams.map(teamBody),
          },
        }),
  };
}
