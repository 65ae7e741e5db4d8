import { minuteText, sentenceText } from "../../core/wording.ts";
import type { SourceRefusal } from "../source/source.ts";
import type { ContentDamaged } from "../store/content.ts";
import type { Hold, Rejection } from "../store/plan-record.ts";

/** Why a publish, a rollback or a hold must not happen. */
export type RefusedReason =
  | "held"
  | "not-a-descendant"
  | "unknown-history"
  | "too-big"
  | "unknown-version"
  | "stale"
  | "damaged"
  | "not-held";

/** One reason why a step must not happen; `help` is one way out. */
export interface Refusal {
  readonly reason: RefusedReason;
  readonly message: string;
  readonly help: string;
}

/** A step that must not happen. Nothing of it is live. */
export interface Refused extends Refusal {
  readonly outcome: "refused";
}

/** A publish that must not happen, with every reason at once: whoever mends it should not meet the next one only then. */
export interface RefusedPublish {
  readonly outcome: "refused";
  readonly reasons: readonly [Refusal, ...Refusal[]];
}

const mebibytes = (bytes: number): string => (bytes / (1024 * 1024)).toFixed(1);

/** The plan is frozen. */
export function whyFrozen({ actor, since, reason }: Omit<Hold, "kind">): Refusal {
  return {
    reason: "held",
    message: `Publishing is held by ${actor} since ${minuteText(since)}: ${sentenceText(reason)}`,
    help: "Release the hold, then try again.",
  };
}

/** The same for a step that nothing else stands in the way of. */
export const refusedAsFrozen = (hold: Hold): Refused => ({
  outcome: "refused",
  ...whyFrozen(hold),
});

/** What the content says was rolled back, whatever was published since. */
export function whyRejected(plan: string, { version, actor, since, reason }: Rejection): Refusal {
  return {
    reason: "held",
    message: `This content says what version ${version} said, which was rolled back by ${actor} on ${minuteText(since)}: ${sentenceText(reason)}`,
    help: `Merge a commit that changes the content; or, if version ${version} was right after all, make it live again and publish once more. Run: jointplan resume ${plan} --to ${version} --reason "why"`,
  };
}

/**
 * The commit is not on the line that continues what was observed: a force push, another branch, or a merge the wrong way round.
 *
 * Merging what was published into the branch would not help: it would come in from the side, and the line of first parents would
 * still pass it by. Only a merge on top of it continues it, also where git would rather fast-forward.
 */
export function whyNotDescendant(commit: string, observedCommit: string): Refusal {
  return {
    reason: "not-a-descendant",
    message: `Commit ${commit} does not continue ${observedCommit}, the newest commit that was published: the branch was rewritten, is another one, or was merged the wrong way round.`,
    help: `Put it on top of what was published, make that merge the branch, and publish it. Run: git switch --create continued ${observedCommit} && git merge --no-ff --no-edit ${commit}`,
  };
}

/** History here does not tell the order of the commits: it is cut off, or a commit is not in this clone. */
export function whyUnknownHistory({ message, help }: SourceRefusal): Refusal {
  return { reason: "unknown-history", message, help };
}

/** The files together are larger than a plan may be. */
export function whyTooBig(bytes: number, limit: number): Refusal {
  return {
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

/** There is no rollback to take back; `rejected` are the versions that stay rejected all the same. */
export function refusedAsUnheld(plan: string, rejected: readonly number[]): Refused {
  const newest = rejected.at(-1);
  const help =
    newest === undefined
      ? "Publish a commit with the content that you want."
      : `To have a version back that was rolled back before (${rejected.join(", ")}), say which. Run: jointplan resume ${plan} --to ${newest} --reason "why"`;
  return {
    outcome: "refused",
    reason: "not-held",
    message: `Plan "${plan}" has no rollback to take back.`,
    help,
  };
}

/** The version that shall be resumed was not rolled back. */
export function refusedAsNotRejected(plan: string, version: number): Refused {
  return {
    outcome: "refused",
    reason: "not-held",
    message: `Version ${version} of plan "${plan}" is not rejected, so there is nothing to take back.`,
    help: `To make an older version live all the same, run: jointplan rollback ${plan} --to ${version} --reason "why"`,
  };
}
