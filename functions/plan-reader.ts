import type { PlanFile } from "../core/document/index.ts";
import type { Result } from "../core/result.ts";
import type { ContentDamaged } from "./store/content.ts";
import type { Head, PlanVersion, VersionRecord } from "./store/plan-record.ts";
import type { Listed, ListPage } from "./store/plan-store.ts";

/** One version of a plan as it is served: what is known of it, and its files when they are asked for. */
export interface ServedVersion {
  readonly plan: string;
  /** 0 for a working copy, which nobody has published. */
  readonly version: number;
  /** SHA-256 of the files, 64 hex digits. Equal digests mean equal files. */
  readonly digest: string;
  /** Where findings say that the files stand. */
  readonly folder: string;
  /** How it came to be; undefined for a working copy. */
  readonly published: PlanVersion | VersionRecord | undefined;
  /** The files, whole and verified, or what is wrong with them. */
  readonly files: () => Promise<Result<readonly PlanFile[], ContentDamaged>>;
}

/** The version that is live, and the head that says so; no head for a working copy. */
export interface LiveVersion extends ServedVersion {
  readonly head: Head | undefined;
}

/** What became of commits by that name. */
export type FoundCommit =
  | { readonly found: "one"; readonly commit: string; readonly served: ServedVersion }
  /** The name abbreviates several; some of them. */
  | { readonly found: "several"; readonly commits: readonly string[] }
  | { readonly found: "none" };

/** A plan in the list of all plans. */
export interface ServedEntry {
  readonly plan: string;
  readonly version: number;
  readonly publishedAt: string | undefined;
}

/**
 * Where the plans come from that an app serves: a store, or a working copy. Unknown plans and versions are undefined or empty.
 *
 * @throws TableUnavailable when the store cannot be reached.
 */
export interface PlanReader {
  /** Every plan there is, by id. */
  plans(): Promise<readonly ServedEntry[]>;
  /** What is live at this moment; asks the store every time. */
  live(plan: string): Promise<LiveVersion | undefined>;
  /** Any version. */
  version(plan: string, version: number): Promise<ServedVersion | undefined>;
  /** The version that was live at an instant (UTC, as `Date.toISOString` writes it); undefined before the first one. */
  at(plan: string, instant: string): Promise<ServedVersion | undefined>;
  /** The version that a commit became, or that it left as it was; the name in full, or its beginning. */
  commit(plan: string, name: string): Promise<FoundCommit>;
  /** Versions, newest first. */
  versions(plan: string, page: ListPage): Promise<Listed<VersionRecord>>;
}
