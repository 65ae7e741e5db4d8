import { type Attributes, mapOf, mapsOf, numberOf, textOf, wordOf } from "./attribute.ts";
import type {
  CommitRecord,
  Head,
  Hold,
  ListedPlan,
  PlanEvent,
  PlanVersion,
  Rejection,
  VersionRecord,
} from "./plan-record.ts";
import type { Item } from "./table.ts";

/** The attributes of a version, without undefined. */
export function fromVersion(version: PlanVersion): Attributes {
  const { plan, digest, content, commit, commitTime, publishedAt, actor, cause, checkedAs } =
    version;
  return {
    plan,
    version: version.version,
    digest,
    ...(version.meaning === undefined ? {} : { meaning: version.meaning }),
    content: { sha256: content.sha256, parts: content.parts },
    commit,
    commitTime,
    publishedAt,
    actor,
    cause,
    ...(version.restores === undefined ? {} : { restores: version.restores }),
    ...(version.reason === undefined ? {} : { reason: version.reason }),
    checkedAs,
  };
}

function toVersion(from: Attributes): PlanVersion {
  const content = mapOf(from, "content");
  return {
    plan: textOf(from, "plan"),
    version: numberOf(from, "version"),
    digest: textOf(from, "digest"),
    ...(from["meaning"] === undefined ? {} : { meaning: textOf(from, "meaning") }),
    content: { sha256: textOf(content, "sha256"), parts: numberOf(content, "parts") },
    commit: textOf(from, "commit"),
    commitTime: textOf(from, "commitTime"),
    publishedAt: textOf(from, "publishedAt"),
    actor: textOf(from, "actor"),
    cause: wordOf(from, "cause", ["publish", "rollback", "resume"]),
    ...(from["restores"] === undefined ? {} : { restores: numberOf(from, "restores") }),
    ...(from["reason"] === undefined ? {} : { reason: textOf(from, "reason") }),
    checkedAs: textOf(from, "checkedAs"),
  };
}

/** The version of a VERSION item. */
export function toVersionRecord(item: Item): VersionRecord {
  const evidence = mapOf(item, "evidence");
  return { ...toVersion(item), evidence: { ...evidence, kind: textOf(evidence, "kind") } };
}

function toHold(from: Attributes): Hold {
  return {
    kind: wordOf(from, "kind", ["freeze", "rollback"]),
    reason: textOf(from, "reason"),
    actor: textOf(from, "actor"),
    since: textOf(from, "since"),
    ...(from["rejectedDigest"] === undefined
      ? {}
      : { rejectedDigest: textOf(from, "rejectedDigest") }),
    ...(from["rejectedVersion"] === undefined
      ? {}
      : { rejectedVersion: numberOf(from, "rejectedVersion") }),
  };
}

const fromRejection = ({
  version,
  digest,
  meaning,
  reason,
  actor,
  since,
}: Rejection): Attributes => ({
  version,
  digest,
  ...(meaning === undefined ? {} : { meaning }),
  reason,
  actor,
  since,
});

const toRejection = (from: Attributes): Rejection => ({
  version: numberOf(from, "version"),
  digest: textOf(from, "digest"),
  ...(from["meaning"] === undefined ? {} : { meaning: textOf(from, "meaning") }),
  reason: textOf(from, "reason"),
  actor: textOf(from, "actor"),
  since: textOf(from, "since"),
});

/** What is rejected; a head of an older program tells it by its hold alone. */
function rejectedOf(item: Item, hold: Hold | undefined): readonly Rejection[] {
  if (item["rejected"] !== undefined) return mapsOf(item, "rejected").map(toRejection);
  const { rejectedVersion: version, rejectedDigest: digest } = hold ?? {};
  if (hold === undefined || version === undefined || digest === undefined) return [];
  const { reason, actor, since } = hold;
  return [{ version, digest, reason, actor, since }];
}

/** The attributes of a HEAD item: `live` is a copy of the version, so one read tells everything. */
export function fromHead(head: Head): Attributes {
  const { live, observedCommit, hold, rejected, effectiveDay, revision, events } = head;
  return {
    live: fromVersion(live),
    observedCommit,
    ...(hold === undefined ? {} : { hold: { ...hold } }),
    rejected: rejected.map(fromRejection),
    ...(effectiveDay === undefined ? {} : { effectiveDay }),
    revision,
    events,
  };
}

/** The head of a HEAD item. */
export function toHead(item: Item): Head {
  const hold = item["hold"] === undefined ? undefined : toHold(mapOf(item, "hold"));
  return {
    live: toVersion(mapOf(item, "live")),
    observedCommit: textOf(item, "observedCommit"),
    ...(hold === undefined ? {} : { hold }),
    rejected: rejectedOf(item, hold),
    ...(item["effectiveDay"] === undefined ? {} : { effectiveDay: textOf(item, "effectiveDay") }),
    revision: numberOf(item, "revision"),
    events: numberOf(item, "events"),
  };
}

/** The record of a COMMIT item. */
export function toCommitRecord(item: Item): CommitRecord {
  return {
    commit: textOf(item, "commit"),
    outcome: wordOf(item, "outcome", ["published", "unchanged"]),
    version: numberOf(item, "version"),
    at: textOf(item, "at"),
  };
}

/** The event of an EVENT item. */
export function toPlanEvent(item: Item): PlanEvent {
  return {
    sequence: numberOf(item, "sequence"),
    type: wordOf(item, "type", [
      "plan.published",
      "plan.rolled-back",
      "plan.resumed",
      "plan.held",
      "plan.released",
      "plan.effective",
    ]),
    version: numberOf(item, "version"),
    at: textOf(item, "at"),
    ...(item["actor"] === undefined ? {} : { actor: textOf(item, "actor") }),
    ...(item["reason"] === undefined ? {} : { reason: textOf(item, "reason") }),
    ...(item["on"] === undefined ? {} : { on: textOf(item, "on") }),
  };
}

/** The plan of an item in the list of all plans. */
export function toListedPlan(item: Item): ListedPlan {
  return {
    plan: item.sort,
    version: numberOf(item, "version"),
    publishedAt: textOf(item, "publishedAt"),
  };
}
