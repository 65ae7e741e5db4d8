import { meaningOf } from "../../core/change/index.ts";
import { load, type PlanBundle } from "../../core/document/index.ts";
import type { ToldContent } from "../publish/rejected.ts";
import { type PlanSource, SourceRefusal } from "../source/source.ts";
import { digestOf, planIdOf } from "./working-copy.ts";

/** What tells the files of a plan from others; files that are no documents are told by their bytes alone. */
export function contentOf(bundle: PlanBundle): ToldContent {
  const digest = digestOf(bundle.files);
  const loaded = load(bundle);
  return loaded.ok ? { digest, meaning: meaningOf(loaded.value) } : { digest };
}

/** Where files of commits are read. */
type FolderSource = Pick<PlanSource, "planFolders" | "bundleAt">;

/**
 * The folder of a commit that holds a plan, by the id that the plan states; undefined where none does.
 *
 * @throws SourceRefusal where `plans/` or one of its folders cannot be read.
 */
export async function folderOf(
  source: FolderSource,
  commit: string,
  plan: string,
): Promise<PlanBundle | undefined> {
  for (const folder of await source.planFolders(commit)) {
    // oxlint-disable-next-line no-await-in-loop -- a handful of folders, and the first is most often the one
    const bundle = await source.bundleAt(commit, folder);
    if (bundle !== undefined && bundle.files.length > 0 && planIdOf(bundle) === plan) return bundle;
  }
  return undefined;
}

/** What a commit says of a plan: `absent` where it does not hold the plan, undefined where that cannot be told. */
export async function contentIn(
  source: FolderSource,
  commit: string,
  plan: string,
): Promise<ToldContent | "absent" | undefined> {
  try {
    const bundle = await folderOf(source, commit, plan);
    return bundle === undefined ? "absent" : contentOf(bundle);
  } catch (error) {
    if (error instanceof SourceRefusal) return undefined;
    throw error;
  }
}
