import { accountName } from "../account-name.ts";

/** What somebody said of a change, once. Reviews come in the order in which they were given. */
export interface Review {
  readonly id: string;
  /** Account name. */
  readonly by: string;
  /** `dismissed`: what this person said before was taken back, by whomever. `comment` says neither yes nor no. */
  readonly says: "approve" | "request-changes" | "dismissed" | "comment";
  /** ISO instant, for the record; the order of the list counts. */
  readonly at: string;
  /** Fingerprints of the changes that were there to be seen. */
  readonly saw: readonly string[];
  /** True for the account of a program. */
  readonly bot?: boolean;
}

/** Each person's last word that says yes or no; a dismissal leaves none. */
export function lastWords(reviews: readonly Review[]): readonly Review[] {
  const last = new Map<string, Review>();
  for (const review of reviews) {
    if (review.says === "comment") continue;
    const by = accountName(review.by);
    last.delete(by);
    if (review.says !== "dismissed") last.set(by, review);
  }
  return [...last.values()];
}
