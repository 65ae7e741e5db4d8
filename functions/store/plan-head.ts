import { fromHead, fromVersion, toCommitRecord, toHead } from "./plan-item.ts";
import { isCommitName, isPlanId, planKey } from "./plan-key.ts";
import type { CommitRecord, Head, PlanEvent, VersionRecord } from "./plan-record.ts";
import { type Action, equal, notExists, queryAll, type Table } from "./table.ts";

/** The head of a plan by one strong read, or undefined when nothing was ever published. */
export async function readHead(table: Table, plan: string): Promise<Head | undefined> {
  if (!isPlanId(plan)) return undefined;
  const item = await table.get(planKey.head(plan));
  return item === undefined ? undefined : toHead(item);
}

/** What became of a commit, or undefined when it was never published (a superseded or refused one leaves no record). */
export async function readCommit(
  table: Table,
  plan: string,
  commit: string,
): Promise<CommitRecord | undefined> {
  if (!isPlanId(plan) || !isCommitName(commit)) return undefined;
  const item = await table.get(planKey.commit(plan, commit));
  return item === undefined ? undefined : toCommitRecord(item);
}

/** What became of commits whose names begin with that text; at most `most` of them. */
export async function readCommits(
  table: Table,
  plan: string,
  beginning: string,
  most: number,
): Promise<readonly CommitRecord[]> {
  if (!isPlanId(plan) || !isCommitName(beginning)) return [];
  const { partition, sort } = planKey.commit(plan, beginning);
  const found: CommitRecord[] = [];
  for await (const item of queryAll(table, { partition, prefix: sort })) {
    found.push(toCommitRecord(item));
    if (found.length === most) break;
  }
  return found;
}

/** A new head and all that comes into being with it. */
export interface HeadChange {
  /** The new head; its revision and its count of events are set here, what was told of a day stays told, and what is rejected stays so where nothing is said of it. */
  readonly head: Omit<Head, "revision" | "events" | "rejected"> & Partial<Pick<Head, "rejected">>;
  /** The new version, when there is one; it must be `head.live`. */
  readonly version?: VersionRecord;
  readonly commit?: CommitRecord;
  readonly event?: Omit<PlanEvent, "sequence">;
}

/**
 * The flip: replaces HEAD and writes what belongs to it in ONE transaction, if HEAD is still the one that was read.
 *
 * @param previous What the caller read and decided on; undefined when there was none.
 * @returns False when somebody else was faster (or the commit is recorded already): nothing was written, read again.
 */
export async function replaceHead(
  table: Table,
  plan: string,
  previous: Head | undefined,
  change: HeadChange,
): Promise<boolean> {
  const { version, commit, event } = change;
  const events = (previous?.events ?? 0) + (event === undefined ? 0 : 1);
  const told = previous?.effectiveDay;
  const kept = {
    rejected: previous?.rejected ?? [],
    ...(told === undefined ? {} : { effectiveDay: told }),
  };
  const head: Head = { ...kept, ...change.head, revision: (previous?.revision ?? 0) + 1, events };
  const actions: Action[] = [
    {
      put: { ...planKey.head(plan), ...fromHead(head) },
      when: previous === undefined ? [notExists] : [equal("revision", previous.revision)],
    },
  ];
  if (version !== undefined) {
    const key = planKey.version(plan, version.version);
    const attributes = { ...fromVersion(version), evidence: version.evidence };
    actions.push({ put: { ...key, ...attributes }, when: [notExists] });
    const listed = { version: version.version, publishedAt: version.publishedAt };
    actions.push({ put: { ...planKey.listed(plan), ...listed } });
  }
  if (commit !== undefined) {
    const key = planKey.commit(plan, commit.commit);
    actions.push({ put: { ...key, ...commit }, when: [notExists] });
  }
  if (event !== undefined) {
    const key = planKey.event(plan, events);
    actions.push({ put: { ...key, ...event, sequence: events }, when: [notExists] });
  }
  const written = await table.transact(actions);
  return written.ok;
}
