import { minuteText, sentenceText } from "../../core/wording.ts";
import { type ContentDamaged } from "../store/content.ts";
import { type Hold } from "../store/plan-record.ts";

/** Why a publish, a rollback or a hold must not happen. */
export type RefusedReason =
  | "held"
  | "not-a-descendant"
  | "too-big"
  | "unknown-version"
  | "stale"
  | "damaged"
  | "not-held";

/** A step that must not happen. Nothing of it is live; `help` is one way out. */
export interface Refused {
  readonly outcome: "refused";
  readonly reason: RefusedReason;
  readonly message: string;
  readonly help: string;
}

const mebibytes = (bytes: number): string => (bytes / (1024 * 1024)).toFixed(1);

/** The plan is frozen, or this very content was rolled back. */
export function refusedAsHeld({ kind, actor, since, reason }: Hold): Refused {
  const what = kind === "freeze" ? "Publishing is held" : "This content was rolled back";
  return {
    outcome: "refused",
    reason: "held",
    message: `${what} by ${actor} since ${minuteText(since)}: ${sentenceText(reason)}`,
    help:
      kind === "freeze"
        ? "Release the hold, then try again."
        : "Merge a commit that changes the content, or resume the version that was rolled back.",
  };
}

/** The commit is not on the line that continues what was observed: a force push, or another branch. */
export function refusedAsNotDescendant(commit: string, observedCommit: string): Refused {
  return {
    outcome: "refused",
    reason: "not-a-descendant",
    message: `Commit ${commit} does not continue ${observedCommit}, the newest commit that was published.`,
    help: `Merge ${observedCommit} into the branch, then publish the merge.`,
  };
}

/** The files together are larger than a plan may be. */
export function refusedAsTooBig(bytes: number, limit: number): Refused {
  return {
    outcome: "refused",
    reason: "too-big",
    message: `The files have ${mebibytes(bytes)} MiB (${bytes} bytes) together; the limit is ${mebibytes(limit)} MiB.`,
    help: "Split the plan, or keep what is not agreed by both teams elsewhere.",
  };
}

/** There is no such plan, or it has no such version. */
export function refusedAsUnknown(plan: string, version: number): Refused {
  return {
    outcome: "refused",
    reason: "unknown-version",
    message: `Plan "${plan}" has no version ${version}.`,
    help: "List the versions and choose one of them.",
  };
}

/** Another version is live than the one that the asker saw. */
export function refusedAsStale(seen: number, live: number): Refused {
  return {
    outcome: "refused",
    reason: "stale",
    message: `Version ${live} is live, not version ${seen} that this was decided on.`,
    help: `Look at version ${live}, then decide again.`,
  };
}

/** The content to go back to cannot be read whole. */
export function refusedAsDamaged({ message }: ContentDamaged): Refused {
  return {
    outcome: "refused",
    reason: "damaged",
    message,
    help: "Choose another version, or publish a commit with that content.",
  };
}

/** There is no rollback to take back. */
export function refusedAsUnheld(plan: string): Refused {
  return {
    outcome: "refused",
    reason: "not-held",
    message: `Plan "${plan}" has no rollback to take back.`,
    help: "Publish a commit with the content that you want.",
  };
}
