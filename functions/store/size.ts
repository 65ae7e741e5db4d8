import type { Item, Value } from "./table.ts";

/** The most bytes of one item: 400 KB. */
export const maxItemBytes = 400 * 1024;

/** The most bytes of one transaction: 4 MB over the items put and the keys deleted or checked. */
export const maxTransactionBytes = 4 * 1024 * 1024;

/** The most actions of one transaction. */
export const maxActions = 100;

/** Where a page ends: 1 MB of items. */
export const maxPageBytes = 1024 * 1024;

const utf8Bytes = (text: string): number => Buffer.byteLength(text, "utf8");

/** One byte per two significant digits, one for the exponent, one for a minus sign. */
function numberBytes(value: number): number {
  const digits = String(Math.abs(value)).replace(/0+$/, "");
  return Math.ceil(digits.length / 2) + 1 + (value < 0 ? 1 : 0);
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

function valueBytes(value: Value): number {
  if (value === null || typeof value === "boolean") return 1;
  if (typeof value === "string") return utf8Bytes(value);
  if (typeof value === "number") return numberBytes(value);
  if (value instanceof Uint8Array) return value.byteLength;
  if (isList(value)) return value.reduce<number>((sum, each) => sum + 1 + valueBytes(each), 3);
  return Object.entries(value).reduce(
    (sum, [name, each]) => sum + 1 + utf8Bytes(name) + valueBytes(each),
    3,
  );
}

/**
 * The bytes that DynamoDB counts for an item, names included (`partition` and `sort` too).
 *
 * Text counts its UTF-8 bytes, binary its length, true, false and null 1, a number about half its significant digits plus 1,
 * a list or map 3 plus 1 for every element.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
export function sizeOf(item: Item): number {
  return Object.entries(item).reduce(
    (sum, [name, value]) => sum + utf8Bytes(name) + valueBytes(value),
    0,
  );
}
