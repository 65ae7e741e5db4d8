import { type ApprovalPolicy, policyOf } from "../core/approval/index.ts";
import { loadDocument, type PlanBundle } from "../core/document/index.ts";
import type { PlansAt, PointSource } from "../functions/local/plans-at.ts";
import { statedId } from "../functions/local/working-copy.ts";
import { SourceRefusal } from "../functions/source/source.ts";

/** Who must agree to a change, as it was agreed before it. */
export interface PolicyBefore {
  readonly policy: ApprovalPolicy;
  /** The earlier commit that it is from, where the base's own cannot be read. */
  readonly commit?: string;
}

const name = "approvals.json";

/** The approvals.json of some files, by itself: what is broken beside it hides it not. Undefined where it cannot be read. */
function policyIn({ folder, files }: PlanBundle): ApprovalPolicy | undefined {
  const own = files.find((each) => each.name === name);
  if (own === undefined || !("bytes" in own)) return undefined;
  const loaded = loadDocument("approvals", `${folder}/${name}`, own.bytes);
  return loaded.ok ? policyOf(loaded.value.value) : undefined;
}

/** The plan's files at a commit: those of its folder, or of whichever folder stated its id then. */
async function filesAt(
  { source }: PointSource,
  commit: string,
  { id, folder }: { readonly id: string; readonly folder: string },
): Promise<readonly PlanBundle[]> {
  const found: PlanBundle[] = [];
  for (const each of await source.planFolders(commit)) {
    // A folder that is refused holds nothing that can be read.
    // oxlint-disable-next-line no-await-in-loop -- a handful of folders
    const bundle = await source.bundleAt(commit, each).catch((error: unknown) => {
      if (error instanceof SourceRefusal) return undefined;
      throw error;
    });
    if (bundle !== undefined && (each === folder || statedId(bundle) === id)) found.push(bundle);
  }
  return found;
}

/**
 * The policy of a plan before a change: of the base, or of the last commit before it that has one that can be read, so that no slip
 * and nobody who makes one decides who agrees. Undefined where there never was one.
 *
 * @throws SourceRefusal where history does not reach far enough to tell.
 */
export async function policyBefore(
  from: PointSource,
  base: PlansAt,
  id: string,
  before: PlanBundle,
): Promise<PolicyBefore | undefined> {
  const policy = policyIn(before);
  if (policy !== undefined) return { policy };
  const { source } = from;
  const until = base.commit ?? (await source.head());
  if (until === undefined) return undefined;
  const { folder } = before;
  // First where the file was changed; then, where the folder had another name, wherever a plan was.
  for (const path of [`${folder}/${name}`, "plans"]) {
    for await (const commit of source.changesOf(until, path)) {
      for (const bundle of await filesAt(from, commit, { id, folder })) {
        const earlier = policyIn(bundle);
        if (earlier !== undefined) return { policy: earlier, commit };
      }
    }
  }
  return undefined;
}

/** The plans of two points that are one plan, by its id. */
export interface PlanPair {
  readonly id: string;
  readonly before: PlanBundle | undefined;
  readonly after: PlanBundle | undefined;
}

/** Pairs the plans of two points. Where nobody can read which plan the base's folder holds, it is the one that stands there after. */
export function pairsOf(base: PlansAt, head: PlansAt, ids: readonly string[]): readonly PlanPair[] {
  const nameless = [...base.plans.values()].filter((each) => statedId(each) === undefined);
  const paired = ids.map((id): PlanPair => {
    const after = head.plans.get(id);
    const there = nameless.find(({ folder }) => folder === after?.folder);
    return { id, before: base.plans.get(id) ?? there, after };
  });
  const known = new Set(paired.flatMap(({ before, after }) => (after === undefined ? [] : before)));
  return paired.filter(
    ({ before, after }) => after !== undefined || before === undefined || !known.has(before),
  );
}
