import type { CalendarDate } from "../../core/calendar-date.ts";
import type { ContentAddress } from "./content.ts";
import type { Value } from "./table.ts";

/** Why a version exists. */
export type Cause = "publish" | "rollback" | "resume";

/** What was agreed and how that is known: approvals, or `{ kind: "none" }`. Kept with the version as it is given. */
export interface Evidence {
  readonly kind: string;
  readonly [name: string]: Value;
}

/** One version of a plan without its documents. Instants are UTC as `Date.toISOString` writes them. */
export interface PlanVersion {
  readonly plan: string;
  /** Counts from 1 without gaps. */
  readonly version: number;
  /** SHA-256 of the packed bundle, 64 hex digits. */
  readonly digest: string;
  /** What the documents say and what they ask, whatever their layout, 128 hex digits; absent in versions made before it was kept. */
  readonly meaning?: string;
  readonly content: ContentAddress;
  /** The commit that made this version. */
  readonly commit: string;
  readonly commitTime: string;
  /** Never before that of the version before, whatever the clocks say. */
  readonly publishedAt: string;
  readonly actor: string;
  readonly cause: Cause;
  /** The older version whose content this one brings back. */
  readonly restores?: number;
  /** Why, in the words of whoever rolled back or resumed. */
  readonly reason?: string;
  /** The date that the rules were checked for. */
  readonly checkedAs: string;
}

/** A version as it is kept for good. */
export interface VersionRecord extends PlanVersion {
  readonly evidence: Evidence;
}

/** Why nothing, or not this content, may be published. */
export interface Hold {
  /** `freeze` stops every publish; `rollback` stops the content that was rolled back, and ends when other content follows. */
  readonly kind: "freeze" | "rollback";
  readonly reason: string;
  readonly actor: string;
  readonly since: string;
  /** The digest of the version that was rolled back; with `freeze`, where one was when the plan was frozen. */
  readonly rejectedDigest?: string;
  /** The version that was live before, to which `resume` goes back. */
  readonly rejectedVersion?: number;
}

/** Content that was rolled back. It stays rejected after the hold ended, until somebody makes it live by `resume` or `rollback`. */
export interface Rejection {
  /** The version that was rolled back. */
  readonly version: number;
  readonly digest: string;
  /** What it says and asks, 128 hex digits; 64 where it asks what is live in other words; absent where its meaning is not known or is live in another layout: then only these bytes are meant. */
  readonly meaning?: string;
  readonly reason: string;
  readonly actor: string;
  /** UTC as `Date.toISOString` writes it. */
  readonly since: string;
}

/** What is live, the newest commit that was looked at, and whether publishing is held. */
export interface Head {
  readonly live: PlanVersion;
  /** The newest commit processed; at or after `live.commit`, because a commit may change nothing. */
  readonly observedCommit: string;
  readonly hold?: Hold;
  /** What must not come back by itself, oldest first; at most 20. What is live is never among it. */
  readonly rejected: readonly Rejection[];
  /**
   * The last day of which `plan.effective` was told, `YYYY-MM-DD`; it never goes back. Absent while none was told: then days count from
   * the one on which the live version was published.
   */
  readonly effectiveDay?: CalendarDate;
  /** Grows with every change of the head; what a writer compares. */
  readonly revision: number;
  /** The number of events so far, and of the newest one. */
  readonly events: number;
}

/** What became of a commit: a version of its own, or the same content as the version then live. */
export interface CommitRecord {
  readonly commit: string;
  readonly outcome: "published" | "unchanged";
  readonly version: number;
  readonly at: string;
}

/** Something that happened to a plan, for those who want to be told. Sequences count from 1 without gaps. */
export interface PlanEvent {
  readonly sequence: number;
  /**
   * With the first three another version is live. `plan.effective`: with the day `on` something else holds, though nothing was published.
   * Stores of older programs tell rollbacks and resumes as `plan.published`.
   */
  readonly type:
    | "plan.published"
    | "plan.rolled-back"
    | "plan.resumed"
    | "plan.held"
    | "plan.released"
    | "plan.effective";
  /** The version that was live. */
  readonly version: number;
  /** When it was told, UTC as `Date.toISOString` writes it. */
  readonly at: string;
  /** Who did it; absent for `plan.effective`, which nobody does, and in events of older programs. */
  readonly actor?: string;
  /** Why, in the words of whoever did it, where words were asked for. */
  readonly reason?: string;
  /** With `plan.effective`: the day in the plan's time zone, `YYYY-MM-DD`. */
  readonly on?: CalendarDate;
}

/** A plan in the list of all plans. */
export interface ListedPlan {
  readonly plan: string;
  readonly version: number;
  readonly publishedAt: string;
}
