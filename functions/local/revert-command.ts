import { type PlanSource, SourceRefusal } from "../source/source.ts";
import type { PlanVersion } from "../store/plan-record.ts";
import type { PlanStore } from "../store/plan-store.ts";
import { planIdOf } from "./working-copy.ts";

/** What is asked about history to find the command. */
export interface RevertQuestion {
  readonly source: Pick<PlanSource, "firstParents" | "planFolders" | "bundleAt">;
  /** True for a commit with several parents. */
  readonly isMerge: (commit: string) => Promise<boolean>;
  readonly plans: Pick<PlanStore, "commit">;
  /** The version whose content is live again. */
  readonly kept: PlanVersion;
  /** The version that was rejected. */
  readonly rejected: PlanVersion;
}

/** Longer stretches are taken back as a whole; looking at each commit would tell nothing more. */
const mostCommits = 100;

/** The only one of these commits that changed the plan; undefined when there are several, or nobody can tell. */
async function onlyChange(
  { plans, kept, rejected }: RevertQuestion,
  between: readonly string[],
): Promise<string | undefined> {
  if (between.length > mostCommits) return undefined;
  const known = await Promise.all(between.map((commit) => plans.commit(kept.plan, commit)));
  // A commit that was published and changed nothing has nothing to revert; one that nobody published may have changed anything.
  const changing = between.filter((_commit, index) => known[index]?.outcome !== "unchanged");
  return changing.length === 1 && changing[0] === rejected.commit ? rejected.commit : undefined;
}

/** A word as a shell takes it. */
const quoted = (word: string): string =>
  /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

/** The command that takes the folder back as a whole; undefined when the kept commit does not hold the plan. */
async function restoreCommand({ source, kept }: RevertQuestion): Promise<string | undefined> {
  for (const folder of await source.planFolders(kept.commit)) {
    // oxlint-disable-next-line no-await-in-loop -- a handful of folders, and the first is most often the one
    const bundle = await source.bundleAt(kept.commit, folder);
    if (bundle !== undefined && planIdOf(bundle) === kept.plan) {
      const restore = `git restore --source=${kept.commit} --staged --worktree -- ${quoted(folder)}`;
      return `${restore} && git commit -m "${kept.plan}: back to version ${kept.version}"`;
    }
  }
  return undefined;
}

/**
 * The command that makes a plan's files in git what is live after a rollback; its commit is then merged and published as any change.
 *
 * One commit is reverted. Several are taken back as a whole, because reverting the last one would keep the others.
 *
 * @returns Undefined when the history here does not hold both commits on one line.
 */
export async function revertCommand(question: RevertQuestion): Promise<string | undefined> {
  const { kept, rejected, source, isMerge } = question;
  try {
    const between = await source.firstParents(kept.commit, rejected.commit);
    if (between === undefined || between.length === 0) return undefined;
    const commit = await onlyChange(question, between);
    if (commit === undefined) return await restoreCommand(question);
    return (await isMerge(commit)) ? `git revert -m 1 ${commit}` : `git revert ${commit}`;
  } catch (error) {
    // History that is cut off tells nothing; the rollback stands all the same.
    if (error instanceof SourceRefusal) return undefined;
    throw error;
  }
}
