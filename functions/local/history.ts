import type { Hold, VersionRecord } from "../store/plan-record.ts";
import type { PlanStore } from "../store/plan-store.ts";

/** The most versions that are asked for at once. */
const mostAtOnce = 200;

/** The newest versions of a plan and what holds it. */
export interface History {
  readonly plan: string;
  readonly live: number;
  readonly hold?: Hold;
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
  const { live, hold } = head;
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
    versions: versions.slice(0, limit),
  };
}
