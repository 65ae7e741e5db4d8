import { type PlanFile } from "../core/document/index.ts";
import { type Result } from "../core/result.ts";
import { type ContentDamaged } from "./store/content.ts";
import { type Head, type PlanVersion, type VersionRecord } from "./store/plan-record.ts";
import { type Listed, type ListPage } from "./store/plan-store.ts";

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
  /** Versions, newest first. */
  versions(plan: string, page: ListPage): Promise<Listed<VersionRecord>>;
}
