import type { ServedVersion } from "../plan-reader.ts";
import type { Evidence, PlanVersion, VersionRecord } from "../store/plan-record.ts";

/** Where a published version comes from, as JSON. */
export interface PublishedBody extends Omit<PlanVersion, "plan" | "content"> {
  readonly evidence?: Evidence;
}

/** Where a version comes from, as JSON; of a working copy there is only its digest to tell. */
export type ProvenanceBody =
  | (PublishedBody & { readonly worktree: false })
  | { readonly worktree: true; readonly version: number; readonly digest: string };

/** Tells where a published version comes from. */
export function publishedBody(version: PlanVersion | VersionRecord): PublishedBody {
  return {
    version: version.version,
    digest: `sha256:${version.digest}`,
    commit: version.commit,
    commitTime: version.commitTime,
    publishedAt: version.publishedAt,
    actor: version.actor,
    cause: version.cause,
    ...(version.restores === undefined ? {} : { restores: version.restores }),
    ...(version.reason === undefined ? {} : { reason: version.reason }),
    checkedAs: version.checkedAs,
    ...("evidence" in version ? { evidence: version.evidence } : {}),
  };
}

/** Tells where a version comes from. */
export function provenanceBody({ published, version, digest }: ServedVersion): ProvenanceBody {
  return published === undefined
    ? { worktree: true, version, digest: `sha256:${digest}` }
    : { worktree: false, ...publishedBody(published) };
}
