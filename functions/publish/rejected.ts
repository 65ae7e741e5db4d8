import type { Head, PlanVersion, Rejection } from "../store/plan-record.ts";

/** What tells one content from another: its bytes, and what it asks whatever its layout and its words. */
export interface ToldContent {
  /** SHA-256 of the packed files, 64 hex digits. */
  readonly digest: string;
  /** `meaningOf` the documents; absent for what was published before it was kept, and for files that are no documents. */
  readonly meaning?: string;
}

/** So many contents are remembered as rejected; the oldest are forgotten first. */
export const mostRejected = 200;

/** What a content says: the first digest of its meaning. */
const saidBy = ({ meaning }: ToldContent): string | undefined => meaning?.slice(0, 64);

/** What a content asks, whatever its words: the second digest; absent in a rejection that is about words alone. */
const askedBy = ({ meaning = "" }: ToldContent): string | undefined =>
  meaning.length > 64 ? meaning.slice(64) : undefined;

const alike = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && one === other;

/** True when both say or ask the same. Where one of them does not tell its meaning, only equal bytes do. */
const sameContent = (one: ToldContent, other: ToldContent): boolean =>
  one.digest === other.digest ||
  alike(saidBy(one), saidBy(other)) ||
  alike(askedBy(one), askedBy(other));

/** The rejection that a content falls under, the newest one; undefined when it may be published. */
export const rejectionOf = (
  { rejected }: Pick<Head, "rejected">,
  content: ToldContent,
): Rejection | undefined => rejected.findLast((each) => sameContent(each, content));

/** Takes a content out of what is rejected: somebody said that it shall be live. */
export const accepted = (
  rejected: readonly Rejection[],
  content: ToldContent,
): readonly Rejection[] => rejected.filter((each) => !sameContent(each, content));

/** How a version came to be rejected. */
export type Rejecting = Pick<Rejection, "reason" | "actor" | "since">;

/** The rejection of a version whose place an older content takes. */
export function rejectionFrom(rejected: PlanVersion, kept: ToldContent, how: Rejecting): Rejection {
  const { version, digest, meaning } = rejected;
  // Where both say the same, only this layout is rejected, and where both ask the same, only these words: the rest is live.
  if (meaning === undefined || alike(saidBy(rejected), saidBy(kept)))
    return { version, digest, ...how };
  const wordsAlone = alike(askedBy(rejected), askedBy(kept));
  return { version, digest, meaning: wordsAlone ? meaning.slice(0, 64) : meaning, ...how };
}

/** Adds a rejection, in the place of an older one of the same content. */
export const withRejection = (
  rejected: readonly Rejection[],
  rejection: Rejection,
): readonly Rejection[] => [...accepted(rejected, rejection), rejection].slice(-mostRejected);
