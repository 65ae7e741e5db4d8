import type { PlanBundle } from "../../core/document/index.ts";
import { ok } from "../../core/result.ts";
import type { LiveVersion, PlanReader } from "../plan-reader.ts";
import { digestOf, planIdOf, readWorkingCopy } from "./working-copy.ts";

const served = (plan: string, { folder, files }: PlanBundle): LiveVersion => ({
  plan,
  version: 0,
  digest: digestOf(files),
  folder,
  published: undefined,
  files: async () => ok(files),
  head: undefined,
});

/** The plans under `root` as they stand on disk at the moment of each question; nothing is published or kept. */
export function worktreeReader(root: string): PlanReader {
  const read = async (): Promise<ReadonlyMap<string, PlanBundle>> => {
    const plans = new Map<string, PlanBundle>();
    for (const bundle of readWorkingCopy(root)) {
      const id = planIdOf(bundle);
      if (bundle.files.length > 0 && !plans.has(id)) plans.set(id, bundle);
    }
    return plans;
  };

  return {
    async plans() {
      const ids = [...(await read()).keys()].toSorted();
      return ids.map((plan) => ({ plan, version: 0, publishedAt: undefined }));
    },
    async live(plan) {
      const bundle = (await read()).get(plan);
      return bundle === undefined ? undefined : served(plan, bundle);
    },
    version: async () => undefined,
    at: async () => undefined,
    commit: async () => ({ found: "none" }),
    versions: async () => ({ entries: [] }),
  };
}
