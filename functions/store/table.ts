/** What an attribute may hold. Numbers are safe integers only: money, rates and long digits travel as strings. */
export type Value =
  | string
  | number
  | boolean
  | null
  | Uint8Array
  | readonly Value[]
  | { readonly [name: string]: Value };

/** Where one item lives. Items of one partition are ordered by `sort`, compared as UTF-8 bytes. */
export interface Key {
  readonly partition: string;
  readonly sort: string;
}

/** One item: its key and its attributes. At most 400 KB, see `sizeOf`. */
export interface Item extends Key {
  readonly [attribute: string]: Value;
}

/**
 * What must hold of the item that is stored under an action's key before the transaction.
 *
 * `equal` and `less` (stored < value) are false when the item or the attribute is absent or of another type.
 */
export type Condition =
  | { readonly is: "exists" }
  | { readonly is: "notExists" }
  | { readonly is: "equal"; readonly attribute: string; readonly value: string | number | boolean }
  | { readonly is: "less"; readonly attribute: string; readonly value: string | number };

/** One step of a transaction; every condition of `when` must hold. A `put` replaces the whole item. */
export type Action =
  | { readonly put: Item; readonly when?: readonly Condition[] }
  | { readonly delete: Key; readonly when?: readonly Condition[] }
  | { readonly check: Key; readonly when: readonly Condition[] };

/** All actions were written, or none: `conflict` is the index of the first action with a condition that failed. */
export type Written = { readonly ok: true } | { readonly ok: false; readonly conflict: number };

/** Items of one partition whose sort key starts with `prefix`, in order. */
export interface Query {
  readonly partition: string;
  readonly prefix: string;
  /** Start behind this sort key, which need not exist but must start with `prefix`. */
  readonly after?: string;
  /** At most this many items a page, 1 or more; a page also ends near 1 MB. */
  readonly limit?: number;
  /** Last first. */
  readonly descending?: boolean;
}

/** Part of an answer. It may be EMPTY and still carry `next`; only an absent `next` is the end. */
export interface Page {
  readonly items: readonly Item[];
  /** What to give as `after` for the following page. */
  readonly next?: string;
}

/**
 * The one thing that everything durable stands on, with DynamoDB's semantics and limits in every implementation.
 *
 * Reads are strong: they see every transaction that was acknowledged before. A query is not isolated as a whole: its pages may
 * show different moments. Items given and returned are copies.
 *
 * No Table knows the time. DynamoDB may remove what has expired days later or never, so whoever writes an expiry also compares it,
 * with `less` and a clock of their own.
 *
 * @throws TableRefusal when a limit is exceeded or a value cannot be stored: a bug of the caller, nothing is written.
 * @throws TableUnavailable when the environment failed. A write may then have happened: it must be safe to repeat.
 */
export interface Table {
  /** The item under the key, or undefined. */
  get(key: Key): Promise<Item | undefined>;
  /** One page; use {@link queryAll} unless the page itself is handed on. */
  query(query: Query): Promise<Page>;
  /** All or nothing. At most 100 actions and 4 MB, no key twice. No action at all is a success. */
  transact(actions: readonly Action[]): Promise<Written>;
  /**
   * Independent transactions sent together, each with its own outcome, in the order given.
   * They may be applied in any order, so groups should not share keys. If it throws, any of them may have been written.
   */
  transactMany(groups: readonly (readonly Action[])[]): Promise<readonly Written[]>;
}

/** Holds when something is stored under the key. */
export const exists: Condition = { is: "exists" };

/** Holds when nothing is stored under the key. */
export const notExists: Condition = { is: "notExists" };

/** Holds when the stored attribute is this very value. */
export const equal = (attribute: string, value: string | number | boolean): Condition => ({
  is: "equal",
  attribute,
  value,
});

/** Holds when the stored attribute is less than the value; strings compare as UTF-8 bytes. */
export const less = (attribute: string, value: string | number): Condition => ({
  is: "less",
  attribute,
  value,
});

/** The key that an action is about. */
export function keyOf(action: Action): Key {
  if ("put" in action) return action.put;
  return "delete" in action ? action.delete : action.check;
}

/** Every item of a query, page after page, through empty ones, until `next` is absent. `limit` is the size of a page. */
export async function* queryAll(table: Pick<Table, "query">, query: Query): AsyncGenerator<Item> {
  let page = await table.query(query);
  yield* page.items;
  while (page.next !== undefined) {
    // Pages follow one another: each needs the last one's `next`.
    // oxlint-disable-next-line no-await-in-loop
    page = await table.query({ ...query, after: page.next });
    yield* page.items;
  }
}
