import { err, ok, type Result } from "../../core/result.ts";
import type { Files } from "./bundle.ts";
import { type ContentDamaged, filesOf, getContent } from "./content.ts";
import { contentCache } from "./content-cache.ts";
import { readCommit, readCommits, readHead } from "./plan-head.ts";
import { toListedPlan, toPlanEvent, toVersionRecord } from "./plan-item.ts";
import { eventPrefix, isPlanId, planKey, plansPartition, versionPrefix } from "./plan-key.ts";
import type {
  CommitRecord,
  Head,
  ListedPlan,
  PlanEvent,
  PlanVersion,
  VersionRecord,
} from "./plan-record.ts";
import { type Query, queryAll, type Table } from "./table.ts";

/** A version with its documents: the authored bytes by file name, copies that the caller may keep. */
export interface PublishedPlan extends PlanVersion {
  readonly documents: Files;
}

/** Undefined when there is no such plan or version; damaged content is an error value, never a part of a plan. */
export type ReadPlan = Result<PublishedPlan, ContentDamaged> | undefined;

/** Which part of a list is wanted. */
export interface ListPage {
  /** `next` of the page before. */
  readonly after?: string;
  readonly limit?: number;
}

/** Part of a list. It may be empty and still carry `next`; only an absent `next` is the end. */
export interface Listed<Entry> {
  readonly entries: readonly Entry[];
  readonly next?: string;
}

/**
 * The plans that were published. Unknown plans, versions and commits are undefined or empty, also when the name could be no name.
 *
 * @throws TableUnavailable from every method when the store cannot be reached.
 */
export interface PlanStore {
  /** What is live, by one strong read, without the documents. */
  head(plan: string): Promise<Head | undefined>;
  /** The live version, whole and verified. */
  readLive(plan: string): Promise<ReadPlan>;
  /** Any version, whole and verified. */
  readVersion(plan: string, version: number): Promise<ReadPlan>;
  /** What is known of a version, evidence included, without the documents. */
  version(plan: string, version: number): Promise<VersionRecord | undefined>;
  /** The version that was live at an instant (UTC, as `Date.toISOString` writes it); undefined before the first one. */
  versionAt(plan: string, instant: string): Promise<VersionRecord | undefined>;
  /** Versions, newest first. */
  versions(plan: string, page?: ListPage): Promise<Listed<VersionRecord>>;
  /** What became of a commit. */
  commit(plan: string, commit: string): Promise<CommitRecord | undefined>;
  /** What became of the commits whose names begin with that text, at most `most` of them. */
  commitsBeginning(plan: string, beginning: string, most: number): Promise<readonly CommitRecord[]>;
  /** What happened after the event of that sequence (0 for all), in order. */
  events(plan: string, afterSequence: number, limit?: number): Promise<Listed<PlanEvent>>;
  /** Every plan that was ever published, by id. */
  plans(): Promise<readonly ListedPlan[]>;
}

const cacheBytes = 64 * 1024 * 1024;

const isVersionNumber = (version: number): boolean =>
  Number.isSafeInteger(version) && version >= 1 && version < 1e10;

const pageOf = ({ after, limit }: ListPage): Pick<Query, "after" | "limit"> => ({
  ...(after?.startsWith(versionPrefix) === true ? { after } : {}),
  ...(limit === undefined ? {} : { limit }),
});

/** The plans in a Table. Verified content is kept in memory by digest, up to `maxCacheBytes` (64 MiB). */
export function planStore(table: Table, maxCacheBytes = cacheBytes): PlanStore {
  const cache = contentCache(maxCacheBytes);

  const withDocuments = async (
    version: PlanVersion,
  ): Promise<Result<PublishedPlan, ContentDamaged>> => {
    const cached = cache.get(version.digest);
    if (cached !== undefined) return ok({ ...version, documents: filesOf(cached) });
    const content = await getContent(table, version.plan, version.digest, version.content);
    if (!content.ok) return err(content.error);
    cache.put(version.digest, content.value);
    return ok({ ...version, documents: filesOf(content.value) });
  };

  const readRecord = async (plan: string, number: number): Promise<VersionRecord | undefined> => {
    if (!isPlanId(plan) || !isVersionNumber(number)) return undefined;
    const item = await table.get(planKey.version(plan, number));
    return item === undefined ? undefined : toVersionRecord(item);
  };

  return {
    head: (plan) => readHead(table, plan),
    async readLive(plan) {
      const head = await readHead(table, plan);
      return head === undefined ? undefined : withDocuments(head.live);
    },
    async readVersion(plan, version) {
      const record = await readRecord(plan, version);
      if (record === undefined) return undefined;
      const { evidence: _evidence, ...known } = record;
      return withDocuments(known);
    },
    version: readRecord,
    async versionAt(plan, instant) {
      const head = await readHead(table, plan);
      let low = 0;
      let high = head?.live.version ?? 0;
      let found: VersionRecord | undefined;
      // Numbers have no gap and instants never go back, so halving finds the last version at or before the instant.
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        // oxlint-disable-next-line no-await-in-loop
        const record = await readRecord(plan, middle);
        if (record === undefined || record.publishedAt > instant) {
          high = middle - 1;
        } else {
          low = middle;
          found = record;
        }
      }
      return found;
    },
    async versions(plan, page = {}) {
      if (!isPlanId(plan)) return { entries: [] };
      const { partition } = planKey.head(plan);
      const query = { partition, prefix: versionPrefix, descending: true, ...pageOf(page) };
      const { items, next } = await table.query(query);
      const entries = items.map(toVersionRecord);
      return next === undefined ? { entries } : { entries, next };
    },
    commit: (plan, commit) => readCommit(table, plan, commit),
    commitsBeginning: (plan, beginning, most) => readCommits(table, plan, beginning, most),
    async events(plan, afterSequence, limit) {
      if (!isPlanId(plan)) return { entries: [] };
      const { partition, sort } = planKey.event(plan, afterSequence);
      const page = limit === undefined ? {} : { limit };
      const { items, next } = await table.query({
        partition,
        prefix: eventPrefix,
        after: sort,
        ...page,
      });
      const entries = items.map(toPlanEvent);
      return next === undefined ? { entries } : { entries, next };
    },
    async plans() {
      const plans: ListedPlan[] = [];
      for await (const item of queryAll(table, { partition: plansPartition, prefix: "" }))
        plans.push(toListedPlan(item));
      return plans;
    },
  };
}
