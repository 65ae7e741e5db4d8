import { firstConflict, written } from "./condition.ts";
import { compareUtf8, endOfPrefix } from "./order.ts";
import { refuseActions, refuseKey, refuseQuery } from "./refuse.ts";
import { maxPageBytes, sizeOf } from "./size.ts";
import {
  type Action,
  type Item,
  type Key,
  keyOf,
  type Page,
  type Query,
  type Table,
  type Value,
  type Written,
} from "./table.ts";

/** The items of one partition, and their sort keys in order. */
interface Partition {
  readonly items: Map<string, Item>;
  readonly sorts: string[];
}

function copyValue(value: Value): Value {
  // Not `slice`: that of a Buffer shares its memory.
  if (value instanceof Uint8Array) return new Uint8Array(value);
  if (Array.isArray(value)) return value.map(copyValue);
  // Adding 0 turns −0 into 0, the only one that the other stores know.
  if (typeof value === "number") return value + 0;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, copyValue(each)]));
}

function copyItem(item: Item): Item {
  const attributes = Object.entries(item).map(([name, value]) => [name, copyValue(value)] as const);
  return { ...Object.fromEntries(attributes), partition: item.partition, sort: item.sort };
}

/** The index of the first sort key that is not before the given one. */
function lowerBound(sorts: readonly string[], sort: string): number {
  let low = 0;
  let high = sorts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareUtf8(sorts[middle] ?? "", sort) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function* inOrder({ items, sorts }: Partition, query: Query): Generator<Item> {
  const step = query.descending === true ? -1 : 1;
  const first = lowerBound(sorts, query.prefix);
  let index = first;
  if (query.after !== undefined) {
    const bound = lowerBound(sorts, query.after);
    index = step === 1 && sorts[bound] === query.after ? bound + 1 : bound;
    if (step === -1) index -= 1;
  } else if (step === -1) {
    const end = endOfPrefix(query.prefix);
    index = (end === undefined ? sorts.length : lowerBound(sorts, end)) - 1;
  }
  for (; index >= first; index += step) {
    const item = items.get(sorts[index] ?? "");
    if (item === undefined || !item.sort.startsWith(query.prefix)) return;
    yield item;
  }
}

/** A Table in this process's memory: for tests, for a working tree that is only looked at, for a stateless function. */
export function memoryTable(): Table {
  const partitions = new Map<string, Partition>();

  const stored = ({ partition, sort }: Key): Item | undefined =>
    partitions.get(partition)?.items.get(sort);

  const put = (item: Item): void => {
    const partition = partitions.get(item.partition) ?? { items: new Map(), sorts: [] };
    partitions.set(item.partition, partition);
    if (!partition.items.has(item.sort))
      partition.sorts.splice(lowerBound(partition.sorts, item.sort), 0, item.sort);
    partition.items.set(item.sort, copyItem(item));
  };

  const remove = ({ partition, sort }: Key): void => {
    const found = partitions.get(partition);
    if (found?.items.delete(sort) === true) found.sorts.splice(lowerBound(found.sorts, sort), 1);
  };

  const apply = (actions: readonly Action[]): Written => {
    const conflict = firstConflict(actions, (action) => stored(keyOf(action)));
    if (conflict !== undefined) return { ok: false, conflict };
    for (const action of actions) {
      if ("put" in action) put(action.put);
      else if ("delete" in action) remove(action.delete);
    }
    return written;
  };

  return {
    async get(key) {
      refuseKey(key);
      const item = stored(key);
      return item === undefined ? undefined : copyItem(item);
    },
    async query(query): Promise<Page> {
      refuseQuery(query);
      const items: Item[] = [];
      let bytes = 0;
      for (const item of inOrder(
        partitions.get(query.partition) ?? { items: new Map(), sorts: [] },
        query,
      )) {
        items.push(copyItem(item));
        bytes += sizeOf(item);
        if (items.length === query.limit || bytes >= maxPageBytes)
          return { items, next: item.sort };
      }
      return { items };
    },
    async transact(actions) {
      refuseActions(actions);
      return apply(actions);
    },
    async transactMany(groups) {
      for (const actions of groups) refuseActions(actions);
      return groups.map(apply);
    },
  };
}
