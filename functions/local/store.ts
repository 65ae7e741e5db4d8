import { writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type PlanStore, planStore } from "../store/plan-store.ts";
import { sqliteTable } from "../store/sqlite.ts";
import type { Table } from "../store/table.ts";

/** The embedded store: a Table in a file, and the plans in it. */
export interface LocalStore {
  readonly path: string;
  readonly table: Table;
  readonly plans: PlanStore;
  close(): void;
}

/** Where the embedded store lies, from the folder that holds `plans/`. */
export const storePath = ".jointplan/store.db";

/** What was published is no part of a commit: with one, git could take back what was rolled back. */
function keepOutOfGit(folder: string): void {
  if (basename(folder) !== dirname(storePath)) return;
  try {
    writeFileSync(join(folder, ".gitignore"), "*\n", { flag: "wx" });
  } catch {
    // It is there, or the folder can only be read; neither stands in the way.
  }
}

/**
 * Opens the embedded store; creates the file and its folder.
 *
 * @throws TableUnavailable when it cannot be opened.
 */
export function openStore(path: string = storePath): LocalStore {
  const table = sqliteTable(path);
  keepOutOfGit(dirname(path));
  return { path, table, plans: planStore(table), close: () => table.close() };
}
