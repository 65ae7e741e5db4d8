import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type SimpleGit, simpleGit } from "simple-git";
import type { PlanBundle, PlanFile } from "../../core/document/index.ts";
import { largestDocument } from "../local/plan-folder.ts";
import { readWorkingCopy, sameFiles } from "../local/working-copy.ts";
import { type Blob, type Contents, takeApart } from "./blob.ts";
import { changesOf, comesBefore, commitsAmong, firstParents, mergeBase } from "./history.ts";
import {
  isPlain,
  looksLikeFolder,
  refusedFile,
  refuseNoFolder,
  refuseOdd,
} from "./refuse-entry.ts";
import { isObjectId, requireId, revisionNames } from "./revision.ts";
import { type PlanSource, SourceRefusal } from "./source.ts";
import { readTree, type TreeEntry } from "./tree.ts";

/** A folder may hold at most so many entries before it is refused as no plan. */
const mostEntries = 2000;

/** A git command may take so long without a word. */
const silentMilliseconds = 30_000;

/** A repository without a working copy, as a server keeps it. */
const isBare = (folder: string): boolean =>
  ["HEAD", "objects", "refs"].every((name) => existsSync(join(folder, name)));

/** True when the folder or one above it is a repository; no program is started to find out. */
function inRepository(folder: string): boolean {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, ".git")) || isBare(at)) return true;
    if (dirname(at) === at) return false;
  }
}

/** False when there is no git on this machine, which is then as good as no repository. */
const gitIsInstalled = (): boolean =>
  spawnSync("git", ["--version"], { stdio: "ignore" }).error === undefined;

function refuseTooMany(entries: readonly TreeEntry[], folder: string): void {
  if (entries.length <= mostEntries) return;
  throw new SourceRefusal(
    `${folder} holds ${entries.length} entries; it may hold ${mostEntries}.`,
    "Move what is no plan out of the folder.",
  );
}

/** What a git repository knows of its plans. Options are constants; only object ids and full references go with them. */
interface Repository {
  /** Where the root lies in the repository: empty, or with a slash at its end. */
  readonly prefix: string;
  readonly run: (words: readonly string[]) => Promise<string>;
  /** The content of blobs by their own ids: no path, no filter, no text conversion. */
  readonly read: (blobs: readonly Blob[]) => Promise<Contents>;
}

/** What git says of a repository of another person on the same machine; the name of the setting is the same in every language. */
function foreignOwner(error: unknown): SourceRefusal | undefined {
  const said = error instanceof Error ? error.message : "";
  const [, path] = /safe\.directory (.+)$/m.exec(said) ?? [];
  if (path === undefined) return undefined;
  return new SourceRefusal(
    `${path} belongs to another person on this machine, whose settings git would follow.`,
    `Go on as its owner, or, where you trust it, run: git config --global --add safe.directory ${path}`,
  );
}

async function openRepository(root: string): Promise<Repository | undefined> {
  if (!existsSync(root) || !inRepository(root) || !gitIsInstalled()) return undefined;
  const git: SimpleGit = simpleGit({
    baseDir: root,
    timeout: { block: silentMilliseconds },
    maxConcurrentProcesses: 2,
    // Only the end of its output ends a call: 50 ms after the process, the default, is too soon on a busy machine.
    completion: { onClose: true, onExit: false },
    // Reading content takes no global option.
    config: ["core.useReplaceRefs=false"],
  });
  const run = (words: readonly string[]): Promise<string> =>
    git.raw(["--no-replace-objects", "--literal-pathspecs", ...words]);
  const prefix = await run(["rev-parse", "--show-prefix"]).catch((error: unknown) => {
    throw foreignOwner(error) ?? error;
  });
  return {
    prefix: prefix.replace(/\n$/, ""),
    run,
    async read(blobs) {
      if (blobs.length === 0) return new Map();
      const objects = blobs.map(({ object }) => object);
      const words = ["--no-textconv", "--end-of-options", ...objects];
      return takeApart(new Uint8Array(await git.showBuffer(words)), blobs);
    },
  };
}

async function readFiles(
  { read }: Repository,
  entries: readonly TreeEntry[],
): Promise<readonly PlanFile[]> {
  let total = 0;
  const refused = entries.map((entry) => {
    // A file that is too big by itself is not read; the others are judged without it.
    if (isPlain(entry) && entry.size <= largestDocument) total += entry.size;
    return refusedFile(entry, total, largestDocument);
  });
  // One call of git for all of them: starting it costs more than reading.
  const readable = entries.filter((_entry, index) => refused[index] === undefined);
  const contents = await read([
    ...new Map(readable.map((entry) => [entry.object, entry])).values(),
  ]);
  return entries.map(({ name, object }, index): PlanFile => {
    const why = refused[index];
    if (why !== undefined) return why;
    const bytes = contents.get(object);
    if (bytes === undefined) throw new Error("unreachable: every blob not refused was read");
    return { name, bytes };
  });
}

async function listFolder(
  { run, prefix }: Repository,
  commit: string,
  folder: string,
): Promise<readonly TreeEntry[]> {
  requireId(commit);
  const path = `${prefix}${folder}/`;
  const output = await run([
    "ls-tree",
    "-z",
    "-l",
    "--full-tree",
    "--end-of-options",
    commit,
    "--",
    path,
  ]);
  return readTree(output, path);
}

/** Git knows no empty folders. */
const kept = (bundles: readonly (PlanBundle | undefined)[]): readonly PlanBundle[] =>
  bundles.filter((bundle) => bundle !== undefined).filter((bundle) => bundle.files.length > 0);

/** A folder of a commit, and whether it is one that is refused: it is published by nobody, so nothing on disk can differ from it. */
async function committedFolder(
  source: PlanSource,
  commit: string,
  folder: string,
): Promise<{ readonly folder: string; readonly bundle?: PlanBundle | undefined }> {
  try {
    return { folder, bundle: await source.bundleAt(commit, folder) };
  } catch (error) {
    if (error instanceof SourceRefusal) return { folder };
    throw error;
  }
}

/** True when the plans on disk are not those of the commit. */
async function differs(root: string, source: PlanSource, commit: string): Promise<boolean> {
  const onDisk = readWorkingCopy(root);
  const folders = await source.planFolders(commit);
  const committed = await Promise.all(
    folders.map((folder) => committedFolder(source, commit, folder)),
  );
  const refused = committed.filter(({ bundle }) => bundle === undefined).map((each) => each.folder);
  const here = kept(onDisk).filter(({ folder }) => !refused.includes(folder));
  const there = kept(committed.map(({ bundle }) => bundle));
  return (
    here.length !== there.length ||
    here.some((bundle) => {
      const twin = there.find((each) => each.folder === bundle.folder);
      return twin === undefined || !sameFiles(bundle.files, twin.files);
    })
  );
}

/**
 * The commits of the git repository that a folder lies in. Only objects are read: nothing is checked out, no hook, filter or
 * configured command runs, links are never followed, sizes are looked at before content.
 *
 * @param root The folder that holds `plans/`; it need not be the root of the repository.
 */
export function gitSource(root: string): PlanSource {
  let opened: Promise<Repository | undefined> | undefined;
  const repository = (): Promise<Repository | undefined> => (opened ??= openRepository(root));
  const required = async (): Promise<Repository> => {
    const found = await repository();
    if (found !== undefined) return found;
    throw new SourceRefusal("This folder lies in no git repository.", "Run: git init");
  };

  const listed = new Map<string, Promise<readonly TreeEntry[]>>();
  // A commit never changes, and every folder of it asks for the same.
  const plansIn = (commit: string): Promise<readonly TreeEntry[]> => {
    const known = listed.get(commit);
    if (known !== undefined) return known;
    const asked = required().then(async (found) => {
      const entries = await listFolder(found, commit, "plans");
      refuseTooMany(entries, "plans/");
      return entries;
    });
    listed.clear();
    listed.set(commit, asked);
    return asked;
  };

  const source: PlanSource = {
    head: () => source.commitOf("HEAD"),
    async commitOf(revision) {
      const names = revisionNames(revision);
      const found = names.length === 0 ? undefined : await repository();
      if (found === undefined) return undefined;
      for (const name of names) {
        const asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`];
        // The first name that there is decides.
        // oxlint-disable-next-line no-await-in-loop
        const commit = (await found.run(asked)).trim();
        if (isObjectId(commit)) return commit;
      }
      return undefined;
    },
    commitsAmong: async (objects) => {
      const found = objects.length === 0 ? undefined : await repository();
      return found === undefined ? new Set() : await commitsAmong(found, objects);
    },
    async *changesOf(until, path) {
      yield* changesOf(await required(), until, path);
    },
    async planFolders(commit) {
      const folders = (await plansIn(commit)).filter(looksLikeFolder);
      return folders.map(({ name }) => `plans/${name}`).toSorted();
    },
    async bundleAt(commit, folder): Promise<PlanBundle | undefined> {
      const plans = await plansIn(commit);
      const entry = plans.find(({ name }) => `plans/${name}` === folder);
      if (entry === undefined) return undefined;
      refuseOdd([entry], plans, "plans/");
      refuseNoFolder(entry, folder);
      const found = await required();
      const entries = await listFolder(found, commit, folder);
      if (entries.length === 0) return undefined;
      refuseTooMany(entries, folder);
      const documents = entries.filter(({ name }) => name.endsWith(".json"));
      refuseOdd(documents, entries, folder);
      return { folder, files: await readFiles(found, documents) };
    },
    isAncestor: async (older, newer) => comesBefore(await required(), older, newer),
    firstParents: async (from, until) => firstParents(await required(), from, until),
    mergeBase: async (one, other) => mergeBase(await required(), one, other),
    async commitTime(commit) {
      requireId(commit);
      const text = await (await required()).run(["cat-file", "commit", commit]);
      const [, seconds] = /^committer .* (\d+) [+-]\d{4}$/m.exec(text) ?? [];
      return new Date(Number(seconds) * 1000).toISOString();
    },
    async isDirty() {
      const head = await source.head();
      if (head !== undefined && isBare(root)) return false;
      return head === undefined || differs(root, source, head);
    },
  };
  return source;
}

/** True when a commit of the repository that a folder lies in has several parents; false for one that is not there. */
export async function isMerge(root: string, commit: string): Promise<boolean> {
  requireId(commit);
  const found = await openRepository(root);
  if (found === undefined) return false;
  const asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${commit}^2^{commit}`];
  return isObjectId((await found.run(asked)).trim());
}
