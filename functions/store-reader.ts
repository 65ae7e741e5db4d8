import type { PlanFile } from "../core/document/index.ts";
import { ok } from "../core/result.ts";
import type { PlanReader, ServedVersion } from "./plan-reader.ts";
import type { PlanVersion, VersionRecord } from "./store/plan-record.ts";
import type { PlanStore } from "./store/plan-store.ts";

/** The plans that were published. The head is read from the store at every question, so another process's publish is seen. */
export function storeReader(store: PlanStore): PlanReader {
  const served = (published: PlanVersion | VersionRecord): ServedVersion => ({
    plan: published.plan,
    version: published.version,
    digest: published.digest,
    folder: `plans/${published.plan}`,
    published,
    async files() {
      const read = await store.readVersion(published.plan, published.version);
      if (read === undefined)
        throw new Error("unreachable: a version that was read is never removed");
      if (!read.ok) return read;
      const files = [...read.value.documents].map(([name, bytes]): PlanFile => ({ name, bytes }));
      return ok(files);
    },
  });

  return {
    plans: () => store.plans(),
    async live(plan) {
      const head = await store.head(plan);
      return head === undefined ? undefined : { ...served(head.live), head };
    },
    async version(plan, version) {
      const record = await store.version(plan, version);
      return record === undefined ? undefined : served(record);
    },
    async at(plan, instant) {
      const record = await store.versionAt(plan, instant);
      return record === undefined ? undefined : served(record);
    },
    async commit(plan, name) {
      const exact = await store.commit(plan, name);
      const commits = exact === undefined ? await store.commitsBeginning(plan, name, 2) : [exact];
      const [only] = commits;
      if (only === undefined) return { found: "none" };
      if (commits.length > 1)
        return { found: "several", commits: commits.map((each) => each.commit) };
      const record = await store.version(plan, only.version);
      if (record === undefined)
        throw new Error("unreachable: a commit is recorded together with its version");
      return { found: "one", commit: only.commit, served: served(record) };
    },
    versions: (plan, page) => store.versions(plan, page),
  };
}
