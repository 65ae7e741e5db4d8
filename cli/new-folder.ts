import { randomBytes } from "node:crypto";
import { access, lstat, mkdir, readdir, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { UsageError } from "./command.ts";
import type { NewFile } from "./lean-plan/index.ts";

/** A folder that shall hold these files. */
export interface NewFolder {
  readonly path: string;
  readonly files: readonly NewFile[];
}

/** What stands at a path: nothing (or an empty folder), names in a folder, or something that is no folder. */
export async function standing(path: string): Promise<"nothing" | "no folder" | readonly string[]> {
  const found = await lstat(path).catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return undefined;
    throw cannot(path, error);
  });
  if (found === undefined) return "nothing";
  if (!found.isDirectory()) return "no folder";
  const names = await readdir(path).catch((error: unknown) => {
    throw cannot(path, error);
  });
  return names.length === 0 ? "nothing" : names.toSorted();
}

/**
 * Writes a new folder whole, and beside it the files that another folder lacks; or nothing at all.
 *
 * What is there already is never written over. The new folder is drafted next to its place and appears by a rename.
 *
 * @param folder Must not be there yet, or be empty.
 * @param beside May be there; only what it lacks is written.
 * @returns The paths of the files written into `beside`.
 * @throws UsageError when something cannot be written; then everything is as before.
 */
export async function writeFolder(
  folder: NewFolder,
  beside: NewFolder,
): Promise<readonly string[]> {
  const undo: (() => Promise<void>)[] = [];
  const written: string[] = [];
  try {
    await makeFolder(dirname(folder.path), undo);
    const draft = `${folder.path}.${randomBytes(6).toString("hex")}.draft`;
    await mkdir(draft);
    undo.push(async () => rm(draft, { recursive: true, force: true }));
    for (const { name, text } of folder.files) {
      await writeFile(join(draft, name), text, { flag: "wx" });
    }
    await makeFolder(beside.path, undo);
    for (const { name, text } of beside.files) {
      const path = join(beside.path, name);
      if (await isThere(path)) continue;
      undo.push(async () => rm(path, { force: true }));
      await writeFile(path, text, { flag: "wx" });
      written.push(path);
    }
    await rename(draft, folder.path);
    return written;
  } catch (error) {
    for (const step of undo.toReversed()) await step().catch(() => undefined);
    throw cannot(folder.path, error);
  }
}

/** Makes a folder and those above it; undoing removes only those that were made, and only when empty. */
async function makeFolder(path: string, undo: (() => Promise<void>)[]): Promise<void> {
  const missing: string[] = [];
  for (let each = path; !(await isThere(each)); each = dirname(each)) missing.unshift(each);
  for (const each of missing) {
    await mkdir(each);
    undo.push(async () => rmdir(each));
  }
}

const isThere = async (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : "";

const reasons: Readonly<Record<string, string>> = {
  EACCES: "this user may not write there",
  EPERM: "this user may not write there",
  EROFS: "the disk can only be read",
  ENOTDIR: "part of the path is a file",
  ENOSPC: "the disk is full",
};

function cannot(path: string, error: unknown): UsageError {
  const why = reasons[codeOf(error)] ?? (error instanceof Error ? error.message : String(error));
  return new UsageError(`Cannot write ${JSON.stringify(path)}: ${why}. Nothing was written.`, {
    cause: error,
  });
}
