import { type GivenReview, readReviews } from "../core/approval/index.ts";
import { type PlansAt, type PointSource, plansOfCommit } from "../functions/local/plans-at.ts";
import { isObjectId } from "../functions/source/revision.ts";
import type { Call } from "./command.ts";
import { readInput } from "./read-input.ts";

/** A file of reviews may have at most so many bytes. */
const largestReviews = 4 * 1024 * 1024;

/**
 * The reviews that `--reviews` names, in the order of their instants; none without it.
 *
 * @throws UsageError for a file that is missing, too large, or no such list.
 */
export async function reviewsOf({ options, shell }: Call): Promise<readonly GivenReview[]> {
  const path = options["reviews"];
  if (typeof path !== "string") return [];
  return readInput(path, shell.root, {
    thing: "a list of reviews",
    isNone: "is no list of reviews",
    holds: "reviews",
    mostBytes: largestReviews,
    read: readReviews,
    example:
      '[{"id": "1", "by": "mia", "says": "approve", "at": "2027-01-31T09:00:00Z", "commit": "3f786850e387550fdab836ed7e6dc881de23001b"}]',
  });
}

/** The plans that a reviewer had before them: the newest commit at that time, and what it was to be compared with. */
export interface SeenPoint {
  readonly before: PlansAt;
  readonly after: PlansAt;
}

async function seenAt(from: PointSource, base: PlansAt, commit: string): Promise<SeenPoint> {
  const after = await plansOfCommit(from, commit, commit);
  if (base.commit === undefined) return { before: base, after };
  // What the base's line gained after that commit was not there to be seen.
  const parting = await from.source.mergeBase(base.commit, commit);
  if (parting === undefined || parting === base.commit) return { before: base, after };
  return { before: await plansOfCommit(from, parting, parting), after };
}

/** The plans at every commit that a review names, each read once; a commit that is not known here has none. */
export async function pointsSeen(
  from: PointSource,
  base: PlansAt,
  reviews: readonly GivenReview[],
): Promise<ReadonlyMap<string, SeenPoint>> {
  const seen = new Map<string, SeenPoint>();
  // A branch or a tag may be made to bear any name; only a whole object id says what somebody saw.
  const named = [...new Set(reviews.map(({ commit }) => commit))].filter(isObjectId);
  for (const commit of await from.source.commitsAmong(named)) {
    // One after the other: a commit's plans are some files, and a change has few commits.
    // oxlint-disable-next-line no-await-in-loop
    seen.set(commit, await seenAt(from, base, commit));
  }
  return seen;
}
