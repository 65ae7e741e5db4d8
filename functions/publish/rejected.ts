import type { Head, PlanVersion, Rejection } from "../store/plan-record.ts";

/** What tells one content from another: its bytes, and what it says whatever its layout. */
export interface ToldContent {
  /** SHA-256 of the packed files, 64 hex digits. */
  readonly digest: string;
  /** `semanticDigest` of the documents; absent for what was published before it was kept, and for files that are no documents. */
  readonly meaning?: string;
}

/** So many contents are remembered as rejected; the oldest are forgotten first. */
export const mostRejected = 20;

/** True when both say the same. Where one of them does not tell its meaning, only equal bytes do. */
const sameContent = (one: ToldContent, other: ToldContent): boolean =>
  one.digest === other.digest || (one.meaning !== undefined && one.meaning === other.meaning);

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
export function rejectionFrom(
  { version, digest, meaning }: PlanVersion,
  { meaning: kept }: ToldContent,
  how: Rejecting,
): Rejection {
  // Where both say the same, only this layout is rejected: what it says is live.
  const told = meaning === undefined || meaning === kept ? {} : { meaning };
  return { version, digest, ...told, ...how };
}

/** Adds a rejection, in the place of an older one of the same content. */
export const withRejection = (
  rejected: readonly Rejection[],
  rejection: Rejection,
): readonly Rejection[] => [...accepted(rejected, rejection), rejection].slice(-mostRejected);
