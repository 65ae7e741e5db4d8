import { getContent } from "../store/content.ts";
import { readHead, replaceHead } from "../store/plan-head.ts";
import type { Evidence, Head, PlanVersion } from "../store/plan-record.ts";
import { planStore } from "../store/plan-store.ts";
import type { Table } from "../store/table.ts";
import { untilWon } from "./race.ts";
import {
  type Refused,
  refusedAsDamaged,
  refusedAsFrozen,
  refusedAsNotRejected,
  refusedAsStale,
  refusedAsUnheld,
  refusedAsUnknown,
} from "./refused.ts";
import { accepted, rejectionFrom, rejectionOf, withRejection } from "./rejected.ts";

/** What a rollback or a hold stands on. */
export interface HoldDependencies {
  readonly table: Table;
  /** This instant in UTC, as `Date.toISOString` writes it. */
  readonly now: () => string;
}

/** A wish to make an older version live again. The caller has checked that version under today's rules. */
export interface Rollback {
  readonly plan: string;
  /** The version to go back to. */
  readonly to: number;
  /** The version that is live as far as the asker knows; another one is refused as stale. */
  readonly from: number;
  readonly reason: string;
  readonly actor: string;
  readonly evidence: Evidence;
  /** The date that the rules were checked for, `YYYY-MM-DD`. */
  readonly checkedAs: string;
}

/** A wish to make the content live again that a rollback took away. */
export interface Resume extends Omit<Rollback, "to"> {
  /** A version that was rolled back, however long ago; the one that is held by default. */
  readonly to?: number;
}

/** `restored`: a new version with the old content is live. `unchanged`: that content is live already, nothing was done. */
export type Restored =
  | { readonly outcome: "restored" | "unchanged"; readonly version: number }
  | Refused;

interface Restoring extends Rollback {
  readonly cause: "rollback" | "resume";
}

/** What is held and rejected after the live version gave way to an older content. */
function heldAfter(
  head: Head,
  restored: PlanVersion,
  { cause, reason, actor }: Restoring,
  since: string,
): Pick<Head, "hold" | "rejected"> {
  const left = accepted(head.rejected, restored);
  if (cause === "resume") {
    const { hold } = head;
    const held = left.some(({ version }) => version === hold?.rejectedVersion);
    return { rejected: left, ...(hold === undefined || !held ? {} : { hold }) };
  }
  const { version: rejectedVersion, digest: rejectedDigest } = head.live;
  const rejection = rejectionFrom(head.live, restored, { reason, actor, since });
  return {
    rejected: withRejection(left, rejection),
    hold: { kind: "rollback", reason, actor, since, rejectedDigest, rejectedVersion },
  };
}

const versionOf = ({ table }: Pick<HoldDependencies, "table">, plan: string, version: number) =>
  planStore(table).version(plan, version);

/** One attempt on the head that was read; undefined when the race was lost. */
async function restore(
  { table, now }: HoldDependencies,
  head: Head,
  request: Restoring,
): Promise<Restored | undefined> {
  const { plan, to, from, reason, actor, evidence, checkedAs, cause } = request;
  const old = await versionOf({ table }, plan, to);
  if (old === undefined) return refusedAsUnknown(plan, to);
  if (old.digest === head.live.digest) return { outcome: "unchanged", version: head.live.version };
  if (head.live.version !== from) return refusedAsStale(from, head.live.version);
  const content = await getContent(table, plan, old.digest, old.content);
  if (!content.ok) return refusedAsDamaged(content.error);
  const instant = now();
  const before = head.live.publishedAt;
  const { evidence: _evidence, restores: _restores, reason: _reason, ...known } = old;
  const live: PlanVersion = {
    ...known,
    version: head.live.version + 1,
    publishedAt: instant < before ? before : instant,
    actor,
    cause,
    restores: to,
    reason,
    checkedAs,
  };
  const { version, publishedAt: at } = live;
  const held = heldAfter(head, live, request, at);
  const type = cause === "rollback" ? "plan.rolled-back" : "plan.resumed";
  const replaced = await replaceHead(table, plan, head, {
    head: { live, observedCommit: head.observedCommit, ...held },
    version: { ...live, evidence },
    event: { type, version, at, actor, reason },
  });
  return replaced ? { outcome: "restored", version } : undefined;
}

/**
 * Makes an older version's content live again as a NEW version, and rejects the content that it replaces: only a descendant commit
 * that says something else publishes after this, then and later. The observed commit stays, so no order is lost.
 *
 * Repeating it is `unchanged`. A freeze refuses it. Content that cannot be read whole is refused, live stays.
 */
export async function rollback(
  dependencies: HoldDependencies,
  request: Rollback,
): Promise<Restored> {
  const { plan, to } = request;
  return untilWon(`Rolling back plan "${plan}"`, async () => {
    const head = await readHead(dependencies.table, plan);
    if (head === undefined) return refusedAsUnknown(plan, to);
    if (head.hold?.kind === "freeze") return refusedAsFrozen(head.hold);
    return restore(dependencies, head, { ...request, cause: "rollback" });
  });
}

/** True when the answer to the same wish was lost: what it made is live, and nothing rejected would say so any more. */
const isDone = ({ live }: Head, { to, from }: Resume): boolean =>
  live.cause === "resume" &&
  live.version === from + 1 &&
  (to === undefined || live.restores === to);

/**
 * Takes a rollback back: the content that it rejected is live again as a new version, and the hold ends. With `to`, that of a
 * version that was rolled back before, whatever was published since. Repeating it is `unchanged`.
 */
export async function resume(dependencies: HoldDependencies, request: Resume): Promise<Restored> {
  const { plan } = request;
  return untilWon(`Resuming plan "${plan}"`, async () => {
    const head = await readHead(dependencies.table, plan);
    if (head === undefined) return refusedAsUnheld(plan, []);
    const to = request.to ?? head.hold?.rejectedVersion;
    const content = to === undefined ? undefined : await versionOf(dependencies, plan, to);
    const rejection = content === undefined ? undefined : rejectionOf(head, content);
    if (rejection === undefined && isDone(head, request))
      return { outcome: "unchanged", version: head.live.version };
    if (to === undefined)
      return refusedAsUnheld(
        plan,
        head.rejected.map(({ version }) => version),
      );
    if (content === undefined) return refusedAsUnknown(plan, to);
    if (rejection === undefined) return refusedAsNotRejected(plan, to);
    if (head.hold?.kind === "freeze") return refusedAsFrozen(head.hold);
    return restore(dependencies, head, { ...request, to, cause: "resume" });
  });
}
