import { lstat, open, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { PlanBundle, PlanFile } from "../../core/document/index.ts";

/** A document may have at most so many bytes; a larger file is not read at all. */
export const largestDocument = 8 * 1024 * 1024;

/** A folder may hold at most so many entries before it is refused as no plan. */
const mostEntries = 2000;

/** Why a path is no plan folder. */
export interface NotAFolder {
  readonly reason: "missing" | "not-a-folder" | "too-many-entries" | "unreadable";
  readonly path: string;
}

/**
 * The files of a plan folder as they stand on disk. Links are never followed and over-size files never read.
 *
 * @param path The folder; findings name files by this path.
 * @returns The bundle, or why there is none. Files that are no `.json` are left out.
 */
export async function readPlanFolder(path: string): Promise<PlanBundle | NotAFolder> {
  const folder = path.replace(/\/+$/, "") || "/";
  try {
    const found = await lstat(folder);
    if (found.isSymbolicLink() || !found.isDirectory())
      return { reason: "not-a-folder", path: folder };
    const entries = (await readdir(folder)).toSorted();
    if (entries.length > mostEntries) return { reason: "too-many-entries", path: folder };
    const names = entries.filter((name) => name.endsWith(".json"));
    const files = await Promise.all(names.map((name) => readPlanFile(folder, name)));
    return { folder, files };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR") return { reason: "missing", path: folder };
    if (code === "EACCES" || code === "EPERM") return { reason: "unreadable", path: folder };
    throw error;
  }
}

async function readPlanFile(folder: string, name: string): Promise<PlanFile> {
  const path = join(folder, name);
  const found = await lstat(path);
  if (found.isSymbolicLink()) return { name, refused: { reason: "symlink" } };
  if (!found.isFile()) return { name, refused: { reason: "not-a-file" } };
  if (found.size > largestDocument) {
    return { name, refused: { reason: "too-big", size: found.size, limit: largestDocument } };
  }
  const file = await open(path, "r");
  try {
    return { name, bytes: new Uint8Array(await file.readFile()) };
  } finally {
    await file.close();
  }
}

/**
 * The plan folders of a working copy, by name: every folder in `plans/` under `root` that holds a `.json` file, and every
 * link there, which is refused when it is read. Hidden folders, as editors make them, are none.
 */
export async function findPlanFolders(root: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(join(root, "plans"), { withFileTypes: true });
    const folders: string[] = [];
    for (const entry of entries) {
      if (entry.name.startsWith(".")) continue;
      const holds = async (): Promise<boolean> =>
        (await readdir(join(root, "plans", entry.name))).some((name) => name.endsWith(".json"));
      // oxlint-disable-next-line no-await-in-loop -- a handful of folders
      if (entry.isSymbolicLink() || (entry.isDirectory() && (await holds()))) {
        folders.push(`plans/${entry.name}`);
      }
    }
    return folders.toSorted();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR") return [];
    throw error;
  }
}
