import type { PlanFile } from "../core/document/index.ts";
import { changeDays } from "../core/effective/index.ts";
import { studyPlan } from "./plan-study.ts";
import type { Boundaries, EffectiveDependencies } from "./publish/effective.ts";
import type { PlanVersion } from "./store/plan-record.ts";
import type { PlanStore } from "./store/plan-store.ts";

async function readBoundaries(
  plans: Pick<PlanStore, "readVersion">,
  { plan, version, publishedAt }: PlanVersion,
): Promise<Boundaries | undefined> {
  const read = await plans.readVersion(plan, version);
  if (read?.ok !== true) return undefined;
  const files = [...read.value.documents].map(([name, bytes]): PlanFile => ({ name, bytes }));
  const folder = `plans/${plan}`;
  // No rule is asked, so the day does not matter.
  const sound = studyPlan({ folder, files }, publishedAt.slice(0, 10)).sound();
  if (!sound.ok) return undefined;
  return { timeZone: sound.value.timeZone, days: changeDays(sound.value) };
}

/**
 * The boundaries of stored versions. Those of each plan's last version are kept, so asking every hour costs one read of the head.
 * Content that is damaged, or that this version of the tool cannot read as a plan, has none; it is read again the next time.
 */
export function storedBoundaries(
  plans: Pick<PlanStore, "readVersion">,
): EffectiveDependencies["boundariesOf"] {
  const kept = new Map<string, { readonly digest: string; readonly boundaries: Boundaries }>();
  return async (version) => {
    const known = kept.get(version.plan);
    if (known?.digest === version.digest) return known.boundaries;
    const boundaries = await readBoundaries(plans, version);
    if (boundaries !== undefined) kept.set(version.plan, { digest: version.digest, boundaries });
    return boundaries;
  };
}
