import type { CalendarDate } from "../../core/calendar-date.ts";
import type { PlanFile } from "../../core/document/index.ts";
import type { Findings } from "../../core/finding.ts";
import { studyPlan } from "../plan-study.ts";
import {
  type Refused,
  refusedAsDamaged,
  refusedAsUnheld,
  refusedAsUnknown,
} from "../publish/refused.ts";
import { type Restored, resume, rollback } from "../publish/rollback.ts";
import type { Head, PlanVersion } from "../store/plan-record.ts";
import type { PublishedPlan } from "../store/plan-store.ts";
import type { LocalStore } from "./store.ts";

/** A wish to make an older version's content live. */
export interface LiveChange {
  readonly store: Pick<LocalStore, "table" | "plans">;
  readonly plan: string;
  readonly reason: string;
  readonly actor: string;
  /** The day that the rules are asked for, `YYYY-MM-DD`. */
  readonly asOf: CalendarDate;
  /** This instant in UTC, as `Date.toISOString` writes it. */
  readonly now: () => string;
}

/**
 * What became of it.
 *
 * `restored`: version `live` was made; it has the content of version `restores`, and `replaced` is no longer live. `unchanged`: that
 * content was live already, as version `live`. `findings`: version `restores` has errors under the rules of the day, so nothing was
 * done. `nothing-before`: there is no older version to take without being told which one.
 */
export type LiveChanged =
  | {
      readonly outcome: "restored" | "unchanged";
      readonly live: number;
      readonly restores: PlanVersion;
      readonly replaced: PlanVersion;
    }
  | {
      readonly outcome: "findings";
      readonly restores: PlanVersion;
      readonly folder: string;
      readonly findings: Findings;
    }
  | { readonly outcome: "nothing-before"; readonly message: string; readonly help: string }
  | Refused;

/** Reads a version whole, asks today's rules, and only then makes it live. Warnings do not stop it: it was agreed before. */
async function restoreChecked(
  { store, plan, asOf }: LiveChange,
  head: Head,
  to: number,
  restore: () => Promise<Restored>,
): Promise<LiveChanged> {
  const read = await store.plans.readVersion(plan, to);
  if (read === undefined) return refusedAsUnknown(plan, to);
  if (!read.ok) return refusedAsDamaged(read.error);
  const { documents, ...restores } = read.value;
  const folder = `${plan}@${to}`;
  const errors = errorsIn(documents, folder, asOf);
  if (errors.length > 0) return { outcome: "findings", restores, folder, findings: errors };
  const restored = await restore();
  if (restored.outcome === "refused") return restored;
  return { outcome: restored.outcome, live: restored.version, restores, replaced: head.live };
}

function errorsIn(documents: PublishedPlan["documents"], folder: string, asOf: CalendarDate) {
  const files = [...documents].map(([name, bytes]): PlanFile => ({ name, bytes }));
  const { findings } = studyPlan({ folder, files }, asOf).check();
  return findings.filter((each) => each.severity === "error");
}

/** The version to go back to when nobody says which: the one before the live one. */
function versionBefore({
  live,
}: Head): number | Extract<LiveChanged, { outcome: "nothing-before" }> {
  if (live.cause === "rollback") {
    return {
      outcome: "nothing-before",
      message: `Version ${live.version} of plan "${live.plan}" is a rollback itself, and the version before it is the one that was rejected.`,
      help: `Say which version shall be live with --to, or take the rollback back: jointplan resume ${live.plan} --reason "why"`,
    };
  }
  if (live.version === 1) {
    return {
      outcome: "nothing-before",
      message: `Version 1 of plan "${live.plan}" is live; there is none before it.`,
      help: `Mend the plan in git and publish it, or stop publishing: jointplan hold ${live.plan} --reason "why"`,
    };
  }
  return live.version - 1;
}

/**
 * Makes an older version live again, after asking today's rules whether it still holds together. What it replaces is held.
 *
 * @param versions.to The version to go back to; the one before the live one by default.
 * @param versions.from The version that the asker believes to be live; the live one by default.
 * @throws TableUnavailable when the store failed; repeating tells what happened.
 */
export async function rollbackLive(
  change: LiveChange,
  versions: { readonly to?: number; readonly from?: number },
): Promise<LiveChanged> {
  const { store, plan, reason, actor, asOf, now } = change;
  const head = await store.plans.head(plan);
  if (head === undefined) return refusedAsUnknown(plan, versions.to ?? 1);
  const to = versions.to ?? versionBefore(head);
  if (typeof to === "object") return to;
  const from = versions.from ?? head.live.version;
  const wish = { plan, to, from, reason, actor, evidence: { kind: "none" }, checkedAs: asOf };
  return restoreChecked(change, head, to, () => rollback({ table: store.table, now }, wish));
}

/**
 * Takes a rollback back: what it rejected is live again, after asking today's rules, and the hold ends.
 *
 * @param versions.to A version that was rolled back, however long ago; the one that is held by default.
 * @throws TableUnavailable when the store failed; repeating tells what happened.
 */
export async function resumeLive(
  change: LiveChange,
  versions: { readonly to?: number } = {},
): Promise<LiveChanged> {
  const { store, plan, reason, actor, asOf, now } = change;
  const head = await store.plans.head(plan);
  if (head === undefined) return refusedAsUnknown(plan, 1);
  const to = versions.to ?? head.hold?.rejectedVersion;
  if (to === undefined) {
    return refusedAsUnheld(
      plan,
      head.rejected.map(({ version }) => version),
    );
  }
  const from = head.live.version;
  const wish = { plan, to, from, reason, actor, evidence: { kind: "none" }, checkedAs: asOf };
  return restoreChecked(change, head, to, () => resume({ table: store.table, now }, wish));
}
