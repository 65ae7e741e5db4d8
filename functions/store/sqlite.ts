import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "libsql";
import { firstConflict, written } from "./condition.ts";
import { refuseActions, refuseKey, refuseQuery } from "./refuse.ts";
import { maxPageBytes, sizeOf } from "./size.ts";
import { fromBody, toBody } from "./sqlite-body.ts";
import { filesMark, isSettled } from "./sqlite-changes.ts";
import { toSelect } from "./sqlite-select.ts";
import {
  type Action,
  type Item,
  type Key,
  keyOf,
  type Page,
  type Query,
  type Table,
  type Written,
} from "./table.ts";
import { TableUnavailable } from "./table-error.ts";

/** So many small items are kept between writes. */
const mostKnown = 256;
const smallItem = 4096;

/** A Table in a file. After `close` every call throws {@link TableUnavailable}. */
export interface SqliteTable extends Table {
  close(): void;
}

type BodyRow = readonly [body: string];
type SizeRow = readonly [sort: string, size: number];

const isBodyRow = (row: unknown): row is BodyRow =>
  Array.isArray(row) && typeof row[0] === "string";

const isSizeRow = (row: unknown): row is SizeRow =>
  Array.isArray(row) && typeof row[0] === "string" && typeof row[1] === "number";

const schema = `CREATE TABLE IF NOT EXISTS items (
  partition TEXT NOT NULL, sort TEXT NOT NULL, size INTEGER NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (partition, sort)
) STRICT`;

function open(path: string, busyMilliseconds: number): Database.Database {
  mkdirSync(dirname(path), { recursive: true });
  const database = new Database(path);
  // The waiting time comes first: turning on the write-ahead log needs a lock that another process may hold.
  for (const pragma of [`busy_timeout = ${busyMilliseconds}`, "journal_mode = WAL"])
    database.pragma(pragma);
  database.exec("PRAGMA synchronous = FULL");
  database.exec(schema);
  return database;
}

/**
 * A Table in one SQLite file: the embedded default. Creates the file and its folder.
 *
 * An acknowledged write is on the disk (write-ahead log, synchronous FULL). Several processes may use the file at once: a writer
 * waits up to `busyMilliseconds` (5,000) for the one before it, blocking its process, then throws {@link TableUnavailable}.
 * `transactMany` is one commit to the disk for all groups.
 */
export function sqliteTable(path: string, busyMilliseconds = 5000): SqliteTable {
  const guarded = <T>(doing: string, work: () => T): T => {
    try {
      return work();
    } catch (cause) {
      throw new TableUnavailable(`The store ${path} failed to ${doing}.`, { cause });
    }
  };

  const database = guarded("open", () => open(path, busyMilliseconds));
  const getRow = database.prepare("SELECT body FROM items WHERE partition = ? AND sort = ?").raw();
  const putRow = database.prepare(
    "INSERT INTO items VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET size = excluded.size, body = excluded.body",
  );
  const deleteRow = database.prepare("DELETE FROM items WHERE partition = ? AND sort = ?");

  const stored = (key: Key): Item | undefined => {
    // `all`, because `get` may leave its statement, and so an old snapshot, open.
    const [row] = getRow.all(key.partition, key.sort);
    return isBodyRow(row) ? fromBody(key, row[0]) : undefined;
  };

  const known = new Map<string, { readonly mark: string; readonly item: Item | undefined }>();

  /** An item as it is now. Asked again and again, as a head is, it is read again only after somebody wrote. */
  const current = (key: Key): Item | undefined => {
    const name = JSON.stringify([key.partition, key.sort]);
    const mark = filesMark(path);
    const kept = known.get(name);
    if (kept?.mark === mark.text) return kept.item;
    const item = stored(key);
    known.delete(name);
    // The mark is older than what was read, so a write in between only makes the next call read again.
    if (isSettled(mark, Date.now()) && (item === undefined || sizeOf(item) <= smallItem))
      known.set(name, { mark: mark.text, item });
    const oldest = known.size > mostKnown ? known.keys().next().value : undefined;
    if (oldest !== undefined) known.delete(oldest);
    return item;
  };

  const apply = (actions: readonly Action[]): Written => {
    const conflict = firstConflict(actions, (action) => stored(keyOf(action)));
    if (conflict !== undefined) return { ok: false, conflict };
    for (const action of actions) {
      if ("put" in action) {
        const { partition, sort } = action.put;
        putRow.run(partition, sort, sizeOf(action.put), toBody(action.put));
      } else if ("delete" in action) {
        deleteRow.run(action.delete.partition, action.delete.sort);
      }
    }
    return written;
  };

  /** Everything of `work` is committed, or nothing. Conditions are checked under the write lock, so nobody comes between. */
  const exclusively = <T>(work: () => T): T =>
    guarded("write", () => {
      if (!database.open) throw new Error("closed");
      database.exec("BEGIN IMMEDIATE");
      try {
        const result = work();
        database.exec("COMMIT");
        return result;
      } catch (error) {
        if (database.inTransaction) database.exec("ROLLBACK");
        throw error;
      }
    });

  const reading = <T>(work: () => T): T =>
    guarded("read", () => {
      if (!database.open) throw new Error("closed");
      return work();
    });

  const readPage = (query: Query): Page => {
    const { partition } = query;
    const { sql, values, limit } = toSelect(query);
    const rows = database
      .prepare(sql)
      .raw()
      .all(...values)
      .filter(isSizeRow);
    const items: Item[] = [];
    let bytes = 0;
    for (const [sort, size] of rows) {
      const item = stored({ partition, sort });
      // Deleted by another process between the two reads.
      if (item !== undefined) items.push(item);
      bytes += size;
      if (bytes >= maxPageBytes) return { items, next: sort };
    }
    const last = rows.at(-1);
    return rows.length < limit || last === undefined ? { items } : { items, next: last[0] };
  };

  return {
    async get(key) {
      refuseKey(key);
      return reading(() => current(key));
    },
    async query(query) {
      refuseQuery(query);
      return reading(() => readPage(query));
    },
    async transact(actions) {
      refuseActions(actions);
      return exclusively(() => apply(actions));
    },
    async transactMany(groups) {
      for (const actions of groups) refuseActions(actions);
      // A group writes only after all of its conditions held, so a conflict leaves nothing to take back.
      return exclusively(() => groups.map(apply));
    },
    close() {
      if (database.open) database.close();
    },
  };
}
