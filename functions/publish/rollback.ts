import { getContent } from "../store/content.ts";
import { readHead, replaceHead } from "../store/plan-head.ts";
import type { Evidence, Head, PlanVersion } from "../store/plan-record.ts";
import { planStore } from "../store/plan-store.ts";
import type { Table } from "../store/table.ts";
import { untilWon } from "./race.ts";
import {
  type Refused,
  refusedAsDamaged,
  refusedAsHeld,
  refusedAsStale,
  refusedAsUnheld,
  refusedAsUnknown,
} from "./refused.ts";

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
export type Resume = Omit<Rollback, "to">;

/** `restored`: a new version with the old content is live. `unchanged`: that content is live already, nothing was done. */
export type Restored =
  | { readonly outcome: "restored" | "unchanged"; readonly version: number }
  | Refused;

interface Restoring extends Rollback {
  readonly cause: "rollback" | "resume";
}

/** One attempt on the head that was read; undefined when the race was lost. */
async function restore(
  { table, now }: HoldDependencies,
  head: Head,
  request: Restoring,
): Promise<Restored | undefined> {
  const { plan, to, from, reason, actor, evidence, checkedAs, cause } = request;
  const old = await planStore(table).version(plan, to);
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
  const rejected = { rejectedDigest: head.live.digest, rejectedVersion: head.live.version };
  const hold = { kind: "rollback", reason, actor, since: at, ...rejected } as const;
  const replaced = await replaceHead(table, plan, head, {
    head: {
      live,
      observedCommit: head.observedCommit,
      ...(cause === "rollback" ? { hold } : {}),
    },
    version: { ...live, evidence },
    event: { type: "plan.published", version, at },
  });
  return replaced ? { outcome: "restored", version } : undefined;
}

/**
 * Makes an older version's content live again as a NEW version, and holds the content that it replaces: only a descendant commit
 * with other content publishes after this. The observed commit stays, so no order is lost.
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
    if (head.hold?.kind === "freeze") return refusedAsHeld(head.hold);
    return restore(dependencies, head, { ...request, cause: "rollback" });
  });
}

/**
 * Takes a rollback back: the content that it rejected is live again as a new version, and the hold ends. Repeating it is
 * `unchanged`.
 */
export async function resume(dependencies: HoldDependencies, request: Resume): Promise<Restored> {
  const { plan } = request;
  return untilWon(`Resuming plan "${plan}"`, async () => {
    const head = await readHead(dependencies.table, plan);
    const to = head?.hold?.rejectedVersion;
    // The answer to the same wish was lost: what it made is live, and the hold that would say so is gone.
    if (to === undefined && head?.live.cause === "resume" && head.live.version === request.from + 1)
      return { outcome: "unchanged", version: head.live.version };
    if (head === undefined || to === undefined) return refusedAsUnheld(plan);
    if (head.hold?.kind === "freeze") return refusedAsHeld(head.hold);
    return restore(dependencies, head, { ...request, to, cause: "resume" });
  });
}
