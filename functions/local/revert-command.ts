import type { PlanInGit } from "../../report/live-change.ts";
import { rejectionOf, type ToldContent } from "../publish/rejected.ts";
import { type PlanSource, SourceRefusal } from "../source/source.ts";
import type { PlanVersion } from "../store/plan-record.ts";
import type { PlanStore } from "../store/plan-store.ts";
import { contentOf, folderOf } from "./told-content.ts";

/** What is asked about history after a rollback. */
export interface RevertQuestion {
  readonly source: Pick<
    PlanSource,
    "head" | "isAncestor" | "firstParents" | "planFolders" | "bundleAt"
  >;
  /** True for a commit with several parents. */
  readonly isMerge: (commit: string) => Promise<boolean>;
  readonly plans: Pick<PlanStore, "commit" | "head">;
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

/** The commands that take the folder back as a whole; undefined when the kept commit does not hold the plan. */
async function restoreCommand(
  { source, kept }: RevertQuestion,
  folderNow: string | undefined,
): Promise<string | undefined> {
  const before = await folderOf(source, kept.commit, kept.plan);
  if (before === undefined) return undefined;
  const { folder } = before;
  // A folder that was renamed since would state the id a second time.
  const renamed = folderNow !== undefined && folderNow !== folder;
  return [
    ...(renamed ? [`git rm -r --quiet -- ${quoted(folderNow)}`] : []),
    `git restore --source=${kept.commit} --staged --worktree -- ${quoted(folder)}`,
    `git commit -m "${kept.plan}: back to version ${kept.version}"`,
  ].join(" && ");
}

/** The command that takes one commit back; undefined where several changed the plan, or history does not hold them on one line. */
async function revertCommand(question: RevertQuestion): Promise<string | undefined> {
  const { kept, rejected, source, isMerge } = question;
  const between = await source.firstParents(kept.commit, rejected.commit);
  if (between === undefined || between.length === 0) return undefined;
  const commit = await onlyChange(question, between);
  if (commit === undefined) return undefined;
  return (await isMerge(commit)) ? `git revert -m 1 ${commit}` : `git revert ${commit}`;
}

/** True when the commit continues what was looked at, so that it may be published. */
async function continues(
  { source, plans, kept }: RevertQuestion,
  commit: string,
): Promise<boolean> {
  const observed = (await plans.head(kept.plan))?.observedCommit;
  if (observed === undefined) return false;
  return observed === commit || (await source.isAncestor(observed, commit));
}

/** What the commit says beside what is live and what was rolled back. */
async function holdsOf(
  { plans, kept }: RevertQuestion,
  content: ToldContent,
): Promise<"live" | "rejected" | "other"> {
  if (content.digest === kept.digest) return "live";
  const head = await plans.head(kept.plan);
  if (head !== undefined && rejectionOf(head, content) !== undefined) return "rejected";
  return content.meaning !== undefined && content.meaning === kept.meaning ? "live" : "other";
}

/**
 * What is checked out after a rollback, and the commands that make its plan what is live; their commit is then merged and published
 * as any change.
 *
 * One commit is reverted where it alone stands between the two. Else the folder is taken back as a whole, because reverting one
 * commit would keep the others.
 *
 * @returns Undefined where there is no commit here that continues what was published, or history does not tell.
 */
export async function planInGit(question: RevertQuestion): Promise<PlanInGit | undefined> {
  const { kept, rejected, source } = question;
  try {
    const commit = await source.head();
    if (commit === undefined || !(await continues(question, commit))) return undefined;
    const bundle = await folderOf(source, commit, kept.plan);
    const content = bundle === undefined ? undefined : contentOf(bundle);
    const holds = content === undefined ? "absent" : await holdsOf(question, content);
    if (holds === "live") return { commit, holds };
    const one = content?.digest === rejected.digest ? await revertCommand(question) : undefined;
    const revert = one ?? (await restoreCommand(question, bundle?.folder));
    return { commit, holds, ...(revert === undefined ? {} : { revert }) };
  } catch (error) {
    // History that is cut off tells nothing; the rollback stands all the same.
    if (error instanceof SourceRefusal) return undefined;
    throw error;
  }
}
