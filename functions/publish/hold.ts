import { readHead, replaceHead } from "../store/plan-head.ts";
import type { Head, Hold } from "../store/plan-record.ts";
import { untilWon } from "./race.ts";
import { type Refused, refusedAsUnknown } from "./refused.ts";
import type { HoldDependencies } from "./rollback.ts";

/** A wish to stop every publish of a plan until it is released. */
export interface Freeze {
  readonly plan: string;
  readonly reason: string;
  readonly actor: string;
}

/** A wish to end a freeze. */
export type Release = Omit<Freeze, "reason">;

/** `unchanged`: it was so already. The version is the live one, which neither holding nor releasing changes. */
export type Held =
  | { readonly outcome: "held" | "released" | "unchanged"; readonly version: number }
  | Refused;

/**
 * Freezes a plan: every publish and rollback is refused until {@link release}. A freeze in place keeps its first reason.
 * Over a rollback's hold it keeps what was rejected.
 */
export async function freeze(
  { table, now }: HoldDependencies,
  { plan, reason, actor }: Freeze,
): Promise<Held> {
  return untilWon(`Freezing plan "${plan}"`, async () => {
    const head = await readHead(table, plan);
    if (head === undefined) return refusedAsUnknown(plan, 1);
    const { version } = head.live;
    if (head.hold?.kind === "freeze") return { outcome: "unchanged", version };
    const since = now();
    const replaced = await replaceHead(table, plan, head, {
      head: { ...head, hold: { ...head.hold, kind: "freeze", reason, actor, since } },
      event: { type: "plan.held", version, at: since, actor, reason },
    });
    return replaced ? { outcome: "held", version } : undefined;
  });
}

/** The rollback's hold over which the plan was frozen; undefined where there was none. */
function holdBefore(
  { rejected }: Head,
  { rejectedVersion, rejectedDigest }: Hold,
): Hold | undefined {
  const rejection = rejected.find(({ version }) => version === rejectedVersion);
  if (rejection === undefined) return undefined;
  const { version, digest, reason, actor, since } = rejection;
  const rejecting = { rejectedVersion: version, rejectedDigest: rejectedDigest ?? digest };
  return { kind: "rollback", reason, actor, since, ...rejecting };
}

/** Ends a freeze: the next commit may publish, but for what was rolled back. A rollback's hold ends by `resume` or by other content. */
export async function release(
  { table, now }: HoldDependencies,
  { plan, actor }: Release,
): Promise<Held> {
  return untilWon(`Releasing plan "${plan}"`, async () => {
    const head = await readHead(table, plan);
    if (head === undefined) return refusedAsUnknown(plan, 1);
    const { hold, ...free } = head;
    const { version } = head.live;
    if (hold?.kind !== "freeze") return { outcome: "unchanged", version };
    const before = holdBefore(head, hold);
    const replaced = await replaceHead(table, plan, head, {
      head: { ...free, ...(before === undefined ? {} : { hold: before }) },
      event: { type: "plan.released", version, at: now(), actor },
    });
    return replaced ? { outcome: "released", version } : undefined;
  });
}
