import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type SimpleGit, simpleGit } from "simple-git";
import { type PlanBundle, type PlanFile } from "../../core/document/index.ts";
import { largestDocument } from "../local/plan-folder.ts";
import { readWorkingCopy, sameFiles } from "../local/working-copy.ts";
import { comesBefore, firstParents, mergeBase } from "./history.ts";
import { isObjectId, requireId, revisionNames } from "./revision.ts";
import { type PlanSource, SourceRefusal } from "./source.ts";
import { oddName, readTree, type TreeEntry } from "./tree.ts";

/** A folder may hold at most so many entries before it is refused as no plan. */
const mostEntries = 2000;

/** A git command may take so long without a word. */
const silentMilliseconds = 30_000;

const plainModes: ReadonlySet<string> = new Set(["100644", "100755"]);

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

function refuseOdd(names: readonly string[], folder: string): void {
  const name = oddName(names);
  if (name === undefined) return;
  throw new SourceRefusal(
    `${folder} holds ${JSON.stringify(name)}, a name that not every system can tell from another.`,
    "Rename it in a new commit: plain letters, digits, hyphens and dots.",
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

/** A file's content as a tree names it. */
type Blob = Pick<TreeEntry, "object" | "size">;

/** Contents by the ids of their blobs. */
type Contents = ReadonlyMap<string, Uint8Array>;

/** True when the bytes are those that a blob's id stands for. */
function isBlob(object: string, bytes: Uint8Array): boolean {
  const hash = createHash(object.length === 40 ? "sha1" : "sha256");
  return hash.update(`blob ${bytes.byteLength}\0`).update(bytes).digest("hex") === object;
}

/** Takes what git printed of several blobs apart; each part is held against its id. */
function takeApart(printed: Uint8Array, blobs: readonly Blob[]): Contents {
  const contents = new Map<string, Uint8Array>();
  let start = 0;
  for (const { object, size } of blobs) {
    const bytes = printed.slice(start, (start += size));
    if (!isBlob(object, bytes)) {
      throw new SourceRefusal(
        `Object ${object} is not what it says.`,
        "Run: git fsck && git replace --list",
      );
    }
    contents.set(object, bytes);
  }
  return contents;
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
  const prefix = (await run(["rev-parse", "--show-prefix"])).replace(/\n$/, "");
  return {
    prefix,
    run,
    async read(blobs) {
      if (blobs.length === 0) return new Map();
      const objects = blobs.map(({ object }) => object);
      const words = ["--no-textconv", "--end-of-options", ...objects];
      return takeApart(new Uint8Array(await git.showBuffer(words)), blobs);
    },
  };
}

const isPlain = (entry: TreeEntry): boolean => plainModes.has(entry.mode);

/** What a tree says of a file before a byte of it is read; the running total counts against the limit too. */
function refusedFile(entry: TreeEntry, total: number): PlanFile | undefined {
  const { name, mode, size } = entry;
  if (mode === "120000") return { name, refused: { reason: "symlink" } };
  if (!isPlain(entry)) return { name, refused: { reason: "not-a-file" } };
  if (size <= largestDocument && total <= largestDocument) return undefined;
  return {
    name,
    refused: { reason: "too-big", size: Math.max(size, total), limit: largestDocument },
  };
}

async function readFiles(
  { read }: Repository,
  entries: readonly TreeEntry[],
): Promise<readonly PlanFile[]> {
  let total = 0;
  const refused = entries.map((entry) => {
    if (isPlain(entry)) total += entry.size;
    return refusedFile(entry, total);
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

/** True when the plans on disk are not those of the commit. */
async function differs(root: string, source: PlanSource, commit: string): Promise<boolean> {
  const onDisk = await readWorkingCopy(root);
  const folders = await source.planFolders(commit);
  const committed = await Promise.all(folders.map((folder) => source.bundleAt(commit, folder)));
  const [here, there] = [kept(onDisk), kept(committed)];
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
    async planFolders(commit) {
      const entries = await listFolder(await required(), commit, "plans");
      const folders = entries.filter((entry) => entry.mode === "040000").map((entry) => entry.name);
      refuseOdd(folders, "plans/");
      return folders.map((name) => `plans/${name}`).toSorted();
    },
    async bundleAt(commit, folder): Promise<PlanBundle | undefined> {
      const found = await required();
      if (!/^plans\/[^/]+$/.test(folder)) return undefined;
      const entries = await listFolder(found, commit, folder);
      if (entries.length === 0) return undefined;
      if (entries.length > mostEntries) {
        throw new SourceRefusal(
          `${folder} holds ${entries.length} entries; a plan folder may hold ${mostEntries}.`,
          "Move what is no plan out of the folder.",
        );
      }
      const documents = entries.filter((entry) => entry.name.endsWith(".json"));
      refuseOdd(
        documents.map((entry) => entry.name),
        folder,
      );
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
