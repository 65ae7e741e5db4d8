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

/**
 * Opens the embedded store; creates the file and its folder.
 *
 * @throws TableUnavailable when it cannot be opened.
 */
export function openStore(path: string = storePath): LocalStore {
  const table = sqliteTable(path);
  return { path, table, plans: planStore(table), close: () => table.close() };
}
