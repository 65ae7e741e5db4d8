import { type ServedVersion } from "../plan-reader.ts";
import { type PlanVersion, type VersionRecord } from "../store/plan-record.ts";

/** Where a published version comes from, as JSON. */
export function publishedBody(version: PlanVersion | VersionRecord): object {
  return {
    version: version.version,
    digest: `sha256:${version.digest}`,
    commit: version.commit,
    commitTime: version.commitTime,
    publishedAt: version.publishedAt,
    actor: version.actor,
    cause: version.cause,
    ...(version.restores === undefined ? {} : { restores: version.restores }),
    checkedAs: version.checkedAs,
    ...("evidence" in version ? { evidence: version.evidence } : {}),
  };
}

/** Where a version comes from, as JSON; of a working copy there is only its digest to tell. */
export function provenanceBody({ published, version, digest }: ServedVersion): object {
  return published === undefined
    ? { worktree: true, version, digest: `sha256:${digest}` }
    : { worktree: false, ...publishedBody(published) };
}
