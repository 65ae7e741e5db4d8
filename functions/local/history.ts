import type { Hold, PlanEvent, Rejection, VersionRecord } from "../store/plan-record.ts";
import type { PlanStore } from "../store/plan-store.ts";

/** The most versions that are asked for at once. */
const mostAtOnce = 200;

/** The newest versions of a plan and what holds it. */
export interface History {
  readonly plan: string;
  readonly live: number;
  readonly hold?: Hold;
  /** What must not come back by itself, oldest first. */
  readonly rejected: readonly Rejection[];
  /** Newest first. */
  readonly versions: readonly VersionRecord[];
}

/**
 * The newest versions of a plan, at most `limit`; follows the pages of the list, which may be empty. Versions that come into being
 * meanwhile are left out, so `live` is the first one. Undefined when the plan was never published.
 */
export async function readHistory(
  store: Pick<PlanStore, "head" | "versions">,
  plan: string,
  limit: number,
): Promise<History | undefined> {
  const head = await store.head(plan);
  if (head === undefined) return undefined;
  const { live, hold, rejected } = head;
  const versions: VersionRecord[] = [];
  let after: string | undefined;
  do {
    const page = { limit: Math.min(limit, mostAtOnce), ...(after === undefined ? {} : { after }) };
    // Pages follow one another: each needs the last one's `next`.
    // oxlint-disable-next-line no-await-in-loop
    const { entries, next } = await store.versions(plan, page);
    versions.push(...entries.filter(({ version }) => version <= live.version));
    after = next;
  } while (after !== undefined && versions.length < limit);
  return {
    plan,
    live: live.version,
    ...(hold === undefined ? {} : { hold }),
    rejected,
    versions: versions.slice(0, limit),
  };
}

/** The newest events of a plan, newest first, at most `limit`; undefined when the plan was never published. */
export async function readEvents(
  store: Pick<PlanStore, "head" | "events">,
  plan: string,
  limit: number,
): Promise<
  | { readonly plan: string; readonly count: number; readonly events: readonly PlanEvent[] }
  | undefined
> {
  const head = await store.head(plan);
  if (head === undefined) return undefined;
  const count = head.events;
  const events: PlanEvent[] = [];
  let after = Math.max(0, count - limit);
  while (after < count) {
    // Pages follow one another and may be empty: sequences have no gap, so the last one tells where to go on.
    // oxlint-disable-next-line no-await-in-loop
    const { entries, next } = await store.events(plan, after, mostAtOnce);
    events.push(...entries.filter(({ sequence }) => sequence <= count));
    after = entries.at(-1)?.sequence ?? after;
    if (next === undefined) break;
  }
  return { plan, count, events: events.toReversed() };
}
