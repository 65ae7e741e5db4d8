import { maxActions, maxItemBytes, maxTransactionBytes, sizeOf } from "./size.ts";
import { type Action, type Item, type Key, keyOf, type Query, type Value } from "./table.ts";
import { TableRefusal } from "./table-error.ts";

const loneSurrogate = /\p{Surrogate}/u;
const maxDepth = 32;

function refuseKeyPart(name: string, text: string, maxBytes: number): void {
  const bytes = Buffer.byteLength(text, "utf8");
  if (bytes < 1 || bytes > maxBytes)
    throw new TableRefusal("bad-key", `A ${name} key has 1 to ${maxBytes} bytes, not ${bytes}.`);
  if (loneSurrogate.test(text) || text.includes("\0"))
    throw new TableRefusal("bad-key", `A ${name} key is well-formed text without U+0000.`);
}

/** Refuses a key that DynamoDB or SQLite could not keep as it is: empty, too long, half a character, or with a NUL. */
export function refuseKey(key: Key): void {
  refuseKeyPart("partition", key.partition, 2048);
  refuseKeyPart("sort", key.sort, 1024);
}

/** `__proto__` is lost on its way through JavaScript objects, an empty name is refused by DynamoDB. */
function refuseName(name: string): void {
  if (name === "" || name === "__proto__" || loneSurrogate.test(name))
    throw new TableRefusal("bad-value", `"${name}" cannot name an attribute.`);
}

function refuseValue(value: Value | undefined, path: string, depth: number): void {
  if (depth > maxDepth)
    throw new TableRefusal("bad-value", `${path} is nested deeper than ${maxDepth} levels.`);
  if (value === null || typeof value === "boolean" || value instanceof Uint8Array) return;
  if (typeof value === "string") {
    if (loneSurrogate.test(value))
      throw new TableRefusal("bad-value", `${path} holds half a character (a lone surrogate).`);
  } else if (typeof value === "number") {
    if (!Number.isSafeInteger(value))
      throw new TableRefusal(
        "bad-value",
        `${path} is ${value}; a number is a whole number up to 2^53 − 1.`,
      );
  } else if (typeof value === "object") {
    for (const [name, each] of Object.entries(value)) {
      if (!Array.isArray(value)) refuseName(name);
      refuseValue(each, `${path}.${name}`, depth + 1);
    }
  } else {
    throw new TableRefusal("bad-value", `${path} is ${typeof value}, which cannot be stored.`);
  }
}

function refuseItem(item: Item): void {
  refuseKey(item);
  for (const [name, value] of Object.entries(item)) {
    refuseName(name);
    refuseValue(value, name, 0);
  }
  const bytes = sizeOf(item);
  if (bytes > maxItemBytes)
    throw new TableRefusal(
      "item-too-big",
      `Item ${item.partition} ${item.sort} has ${bytes} bytes; the limit is ${maxItemBytes}.`,
    );
}

function refuseConditions(action: Action): void {
  if ("check" in action && action.when.length === 0)
    throw new TableRefusal("bad-condition", "A check without a condition says nothing.");
  for (const condition of action.when ?? []) {
    if (condition.is !== "equal" && condition.is !== "less") continue;
    refuseName(condition.attribute);
    refuseValue(condition.value, `the condition on ${condition.attribute}`, 0);
  }
}

/** Refuses a transaction that some Table could not take, before anything of it is read or written. */
export function refuseActions(actions: readonly Action[]): void {
  if (actions.length > maxActions)
    throw new TableRefusal(
      "too-many-actions",
      `A transaction has at most ${maxActions} actions, not ${actions.length}.`,
    );
  const seen = new Set<string>();
  let bytes = 0;
  for (const action of actions) {
    const key = keyOf(action);
    if ("put" in action) refuseItem(action.put);
    else refuseKey(key);
    refuseConditions(action);
    bytes += sizeOf("put" in action ? action.put : { partition: key.partition, sort: key.sort });
    seen.add(`${key.partition}\0${key.sort}`);
  }
  if (seen.size < actions.length)
    throw new TableRefusal("same-key-twice", "A transaction names every key at most once.");
  if (bytes > maxTransactionBytes)
    throw new TableRefusal(
      "transaction-too-big",
      `A transaction has at most ${maxTransactionBytes} bytes, not ${bytes}.`,
    );
}

/** Refuses a query with a limit below 1 or a start outside its own prefix. */
export function refuseQuery(query: Query): void {
  refuseKeyPart("partition", query.partition, 2048);
  if (query.prefix !== "") refuseKeyPart("sort", query.prefix, 1024);
  if (query.limit !== undefined && !(Number.isSafeInteger(query.limit) && query.limit >= 1))
    throw new TableRefusal("bad-query", `A page has at least 1 item, not ${query.limit}.`);
  if (query.after === undefined) return;
  refuseKeyPart("sort", query.after, 1024);
  if (!query.after.startsWith(query.prefix))
    throw new TableRefusal("bad-query", `"${query.after}" does not start with "${query.prefix}".`);
}
