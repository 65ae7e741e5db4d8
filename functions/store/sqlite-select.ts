import { endOfPrefix } from "./order.ts";
import type { Query } from "./table.ts";

/** Rows looked at for one page when the caller gives no limit. */
const maxRows = 1000;

/** A statement that gives `sort` and `size` of the rows of a page, with the values of its marks and its limit. */
export interface Select {
  readonly sql: string;
  readonly values: readonly string[];
  readonly limit: number;
}

/** The query as SQL. SQLite compares text as UTF-8 bytes by itself, so a prefix is a range. */
export function toSelect(query: Query): Select {
  const { partition, prefix, after, descending = false } = query;
  const limit = Math.min(query.limit ?? maxRows, maxRows);
  const end = endOfPrefix(prefix);
  const bounds = [
    "partition = ?",
    "sort >= ?",
    ...(end === undefined ? [] : ["sort < ?"]),
    ...(after === undefined ? [] : [descending ? "sort < ?" : "sort > ?"]),
  ].join(" AND ");
  const order = `ORDER BY sort ${descending ? "DESC" : "ASC"} LIMIT ${limit}`;
  return {
    sql: `SELECT sort, size FROM items WHERE ${bounds} ${order}`,
    values: [partition, prefix, end, after].filter((value) => value !== undefined),
    limit,
  };
}
