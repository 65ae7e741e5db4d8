import { type Hold } from "../store/plan-record.ts";

/** A publish that must not happen. Nothing of it is live; `help` is one way out. */
export interface Refused {
  readonly outcome: "refused";
  readonly reason: "held" | "not-a-descendant" | "too-big";
  readonly message: string;
  readonly help: string;
}

const mebibytes = (bytes: number): string => (bytes / (1024 * 1024)).toFixed(1);

/** Publishing is frozen, or this very content was rolled back. */
export function refusedAsHeld({ kind, actor, since, reason }: Hold): Refused {
  const what = kind === "freeze" ? "Publishing is frozen" : "This content was rolled back";
  return {
    outcome: "refused",
    reason: "held",
    message: `${what} by ${actor} since ${since}: ${reason}`,
    help:
      kind === "freeze"
        ? "Release the hold, then publish again."
        : "Merge a commit that changes the content, or resume this version.",
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
