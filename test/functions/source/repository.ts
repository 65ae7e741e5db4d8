import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Files } from "../../../functions/store/bundle.ts";

/** A git repository of a test's own. */
export interface TestRepository {
  readonly root: string;
  /** Runs git and returns what it printed, without the last newline. */
  readonly git: (...words: readonly string[]) => string;
  readonly write: (path: string, content: string | Uint8Array) => void;
  /** Commits everything and returns the commit. */
  readonly commit: (message?: string) => string;
  /** Makes a tree from lines as `git mktree` reads them, then a commit of it that nothing is checked out from. */
  readonly commitTree: (
    entries: readonly (readonly [path: string, mode: string, content: string])[],
  ) => string;
  readonly remove: () => void;
}

const environment = {
  PATH: process.env["PATH"] ?? "",
  HOME: tmpdir(),
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "Dana",
  GIT_AUTHOR_EMAIL: "dana@example.com",
  GIT_COMMITTER_NAME: "Dana",
  GIT_COMMITTER_EMAIL: "dana@example.com",
};

/** A new folder in the system's temporary folder. */
export const newFolder = (): string => mkdtempSync(join(tmpdir(), "jointplan-"));

/** A new, empty repository with the branch main. */
export function newRepository(root = newFolder()): TestRepository {
  const run = (input: string | undefined, words: readonly string[]): string =>
    execFileSync("git", words, {
      cwd: root,
      env: environment,
      encoding: "utf8",
      input,
      stdio: ["pipe", "pipe", "pipe"],
    }).replace(/\n$/, "");
  const git = (...words: readonly string[]): string => run(undefined, words);
  git("init", "--quiet", "--initial-branch=main");

  const blobs = new Map<string, string>();
  const blobOf = (content: string): string => {
    const object = blobs.get(content) ?? run(content, ["hash-object", "-w", "--stdin"]);
    blobs.set(content, object);
    return object;
  };

  const treeOf = (
    entries: readonly (readonly [path: string, mode: string, content: string])[],
  ): string => {
    const lines = new Map<string, string>();
    const folders = new Map<string, (readonly [string, string, string])[]>();
    for (const [path, mode, content] of entries) {
      const [first = "", ...rest] = path.split("/");
      if (rest.length > 0) {
        const inner = folders.get(first) ?? [];
        inner.push([rest.join("/"), mode, content]);
        folders.set(first, inner);
        continue;
      }
      const object = mode === "160000" ? content : blobOf(content);
      lines.set(
        `${mode} ${first}`,
        `${mode} ${mode === "160000" ? "commit" : "blob"} ${object}\t${first}`,
      );
    }
    for (const [name, inner] of folders) lines.set(name, `040000 tree ${treeOf(inner)}\t${name}`);
    return run(`${[...lines.values()].join("\0")}\0`, ["mktree", "-z", "--missing"]);
  };

  return {
    root,
    git,
    write(path, content) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    },
    commit(message = "a commit") {
      git("add", "--all");
      git("commit", "--quiet", "--allow-empty", "--message", message);
      return git("rev-parse", "HEAD");
    },
    commitTree: (entries) => run("a tree", ["commit-tree", treeOf(entries)]),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Writes the files of a plan into its folder. */
export function writePlan({ write }: TestRepository, plan: string, files: Files): void {
  for (const [name, bytes] of files) write(`plans/${plan}/${name}`, bytes);
}
