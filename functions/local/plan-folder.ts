import { lstatSync, readdirSync, readFileSync } from "node:fs";
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
export function readPlanFolder(path: string): PlanBundle | NotAFolder {
  const folder = path.replace(/\/+$/, "") || "/";
  try {
    const found = lstatSync(folder);
    if (found.isSymbolicLink() || !found.isDirectory())
      return { reason: "not-a-folder", path: folder };
    const entries = readdirSync(folder).toSorted();
    if (entries.length > mostEntries) return { reason: "too-many-entries", path: folder };
    const names = entries.filter((name) => name.endsWith(".json"));
    return { folder, files: names.map((name) => readPlanFile(folder, name)) };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR") return { reason: "missing", path: folder };
    if (code === "EACCES" || code === "EPERM") return { reason: "unreadable", path: folder };
    throw error;
  }
}

/** Read at once: a dozen short files are there sooner than a pool of threads has been asked for them. */
function readPlanFile(folder: string, name: string): PlanFile {
  const path = join(folder, name);
  const found = lstatSync(path);
  if (found.isSymbolicLink()) return { name, refused: { reason: "symlink" } };
  if (!found.isFile()) return { name, refused: { reason: "not-a-file" } };
  if (found.size > largestDocument) {
    return { name, refused: { reason: "too-big", size: found.size, limit: largestDocument } };
  }
  return { name, bytes: new Uint8Array(readFileSync(path)) };
}

/**
 * The plan folders of a working copy, by name: every folder in `plans/` under `root` that holds a `.json` file, and every
 * link there, which is refused when it is read. Hidden folders, as editors make them, are none.
 */
export function findPlanFolders(root: string): readonly string[] {
  try {
    const entries = readdirSync(join(root, "plans"), { withFileTypes: true });
    const folders: string[] = [];
    for (const entry of entries) {
      if (entry.name.startsWith(".")) continue;
      const holds = (): boolean =>
        readdirSync(join(root, "plans", entry.name)).some((name) => name.endsWith(".json"));
      if (entry.isSymbolicLink() || (entry.isDirectory() && holds())) {
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
