import { readHead, replaceHead } from "../store/plan-head.ts";
import { untilWon } from "./race.ts";
import { type Refused, refusedAsUnknown } from "./refused.ts";
import type { HoldDependencies } from "./rollback.ts";

/** A wish to stop every publish of a plan until it is released. */
export interface Freeze {
  readonly plan: string;
  readonly reason: string;
  readonly actor: string;
}

/** `unchanged`: it was so already. The version is the live one, which neither holding nor releasing changes. */
export type Held =
  | { readonly outcome: "held" | "released" | "unchanged"; readonly version: number }
  | Refused;

/**
 * Freezes a plan: every publish and rollback is refused until {@link release}. A freeze in place keeps its first reason.
 * Over a rollback's hold it keeps what was rejected; releasing ends both.
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
      event: { type: "plan.held", version, at: since },
    });
    return replaced ? { outcome: "held", version } : undefined;
  });
}

/** Ends a freeze or a rollback's hold: the next commit may publish, whatever its content. */
export async function release({ table, now }: HoldDependencies, plan: string): Promise<Held> {
  return untilWon(`Releasing plan "${plan}"`, async () => {
    const head = await readHead(table, plan);
    if (head === undefined) return refusedAsUnknown(plan, 1);
    const { hold, ...free } = head;
    const { version } = head.live;
    if (hold === undefined) return { outcome: "unchanged", version };
    const replaced = await replaceHead(table, plan, head, {
      head: free,
      event: { type: "plan.released", version, at: now() },
    });
    return replaced ? { outcome: "released", version } : undefined;
  });
}
