import { bytesOf } from "../store/bundle.ts";
import { type PackedContent, packContent, putContent } from "../store/content.ts";
import { readCommit, readHead, replaceHead } from "../store/plan-head.ts";
import type { Evidence, Head, VersionRecord } from "../store/plan-record.ts";
import type { CheckedBundle } from "./checked-bundle.ts";
import { furtherReasons, type GateDependencies, judge } from "./gates.ts";
import { untilWon } from "./race.ts";
import { type RefusedPublish, whyTooBig } from "./refused.ts";

/** Where a publish may stop: after each chunk (`content-1`, …), after the flip, or after recording a commit without change. */
export type StopPoint = `content-${number}` | "flipped" | "observed";

/** What a publish stands on. */
export interface PublishDependencies extends GateDependencies {
  /** This instant in UTC, as `Date.toISOString` writes it. */
  readonly now: () => string;
  /** Awaited after each write; for tests that stop there. */
  readonly reached?: (point: StopPoint) => Promise<void> | void;
}

/** One commit of one plan, on its way to be live. */
export interface Publication {
  readonly bundle: CheckedBundle;
  readonly commit: string;
  /** When the commit was made, UTC as `Date.toISOString` writes it. */
  readonly commitTime: string;
  readonly evidence: Evidence;
  readonly actor: string;
}

/**
 * What became of a publish.
 *
 * `published`: this call made the version. `replayed`: the commit was published before, nothing was done. `unchanged`: the content
 * is what is live already, only the observed commit moved on. `superseded`: a newer commit was processed before. `refused`:
 * nothing was written; it says everything that stands in the way, and what to do.
 */
export type Published =
  | { readonly outcome: "published" | "replayed" | "unchanged"; readonly version: number }
  | { readonly outcome: "superseded" }
  | RefusedPublish;

/** The most bytes of all files of a bundle together: 8 MiB. */
export const maxBundleBytes = 8 * 1024 * 1024;

const versionOf = (
  publication: Publication,
  content: PackedContent,
  head: Head | undefined,
  now: string,
): VersionRecord => {
  const before = head?.live.publishedAt ?? "";
  return {
    plan: publication.bundle.plan,
    version: (head?.live.version ?? 0) + 1,
    digest: content.digest,
    meaning: publication.bundle.meaning,
    content: content.address,
    commit: publication.commit,
    commitTime: publication.commitTime,
    // Another machine's clock may be ahead of this one.
    publishedAt: now < before ? before : now,
    actor: publication.actor,
    cause: "publish",
    checkedAs: publication.bundle.checkedAs,
    evidence: publication.evidence,
  };
};

/** Why this commit has nothing to do, or may not be published on this head; undefined when it may. */
async function decide(
  dependencies: PublishDependencies,
  { commit, bundle: { meaning } }: Publication,
  digest: string,
  head: Head,
): Promise<Published | undefined> {
  const judged = await judge(dependencies, head, { commit, content: { digest, meaning } });
  if (judged === "superseded") return { outcome: "superseded" };
  const [first, ...others] = judged;
  return first === undefined ? undefined : { outcome: "refused", reasons: [first, ...others] };
}

/** One attempt on the head as it is now; undefined when the race was lost. */
async function attempt(
  dependencies: PublishDependencies,
  publication: Publication,
  content: PackedContent,
  storeContent: () => Promise<void>,
): Promise<Published | undefined> {
  const { table } = dependencies;
  const { commit, bundle } = publication;
  const head = await readHead(table, bundle.plan);
  // After the head: a commit that was recorded before the head was read is seen here.
  const record = await readCommit(table, bundle.plan, commit);
  if (record !== undefined) return { outcome: "replayed", version: record.version };
  if (head !== undefined) {
    const decided = await decide(dependencies, publication, content.digest, head);
    if (decided !== undefined) return decided;
  }
  if (head?.live.digest === content.digest) {
    const { version } = head.live;
    const at = dependencies.now();
    const replaced = await replaceHead(table, bundle.plan, head, {
      head: { live: head.live, observedCommit: commit },
      commit: { commit, outcome: "unchanged", version, at },
    });
    if (!replaced) return undefined;
    await dependencies.reached?.("observed");
    return { outcome: "unchanged", version };
  }
  await storeContent();
  const made = versionOf(publication, content, head, dependencies.now());
  const { evidence: _evidence, ...live } = made;
  const { version, publishedAt: at } = made;
  const replaced = await replaceHead(table, bundle.plan, head, {
    head: { live, observedCommit: commit },
    version: made,
    commit: { commit, outcome: "published", version, at },
    event: { type: "plan.published", version, at, actor: made.actor },
  });
  if (!replaced) return undefined;
  await dependencies.reached?.("flipped");
  return { outcome: "published", version };
}

/**
 * Makes a checked bundle the live version of its plan: content first, then one transaction that flips the head.
 *
 * A reader sees the old version whole or the new one whole, wherever this stops. Idempotent by commit, so it may be repeated after
 * any failure; the same commits in any order end with the same live content. Order is ancestry, never the time of arrival. A
 * `rollback` hold ends when other content follows it, but what says what was rolled back stays refused; so is all in a `freeze`.
 *
 * @throws TableUnavailable when the store failed: whether the flip happened is then unknown, and repeating tells.
 */
export async function publish(
  dependencies: PublishDependencies,
  publication: Publication,
): Promise<Published> {
  const { bundle, commit } = publication;
  const bytes = bytesOf(bundle.files);
  if (bytes > maxBundleBytes) {
    const others = await furtherReasons(dependencies, bundle.plan, { commit });
    return { outcome: "refused", reasons: [whyTooBig(bytes, maxBundleBytes), ...others] };
  }
  const content = packContent(bundle.files);
  let stored = false;
  const storeContent = async (): Promise<void> => {
    if (stored) return;
    await putContent(dependencies.table, bundle.plan, content, (part) =>
      dependencies.reached?.(`content-${part}`),
    );
    stored = true;
  };
  return untilWon(`Publishing plan "${bundle.plan}"`, () =>
    attempt(dependencies, publication, content, storeContent),
  );
}
