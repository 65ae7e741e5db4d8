import type { Table } from "../../../functions/store/table.ts";

/** A small seeded generator (mulberry32): the same seed gives the same numbers in [0, 1). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * The same Table as AWS may answer: a page is now and then cut short, or EMPTY with a `next`, and the last page carries one too.
 * Continuing still gives every item once.
 */
export function withEmptyPages(table: Table, seed: number): Table {
  const random = seeded(seed);
  return {
    ...table,
    async query(query) {
      const page = await table.query(query);
      const last = page.items.at(-1);
      const dice = random();
      // Nothing yet, go on from where you were, or from just outside the first item.
      const outside = query.descending === true ? `${query.prefix}\u{10FFFF}!` : query.prefix;
      const next = query.after ?? outside;
      const isItem = page.items[0]?.sort === next;
      if (dice < 0.4 && next !== "" && !isItem) return { items: [], next };
      if (dice < 0.8 && last !== undefined) {
        const kept = page.items.slice(0, Math.floor(random() * page.items.length));
        const some = kept.length === 0 ? page.items : kept;
        return { items: some, next: some.at(-1)?.sort ?? last.sort };
      }
      return page;
    },
  };
}
