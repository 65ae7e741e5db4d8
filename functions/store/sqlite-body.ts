import type { Item, Key, Value } from "./table.ts";

/** Maps and bytes are the only objects, each in a wrapper of one letter, so no map can be taken for bytes. */
type Encoded =
  | string
  | number
  | boolean
  | null
  | readonly Encoded[]
  | { readonly b: string }
  | { readonly m: { readonly [name: string]: Encoded } };

const isValueList = (value: Value): value is readonly Value[] => Array.isArray(value);
const isEncodedList = (value: Encoded): value is readonly Encoded[] => Array.isArray(value);

function encode(value: Value): Encoded {
  if (value instanceof Uint8Array) return { b: Buffer.from(value).toString("base64") };
  if (isValueList(value)) return value.map(encode);
  if (typeof value !== "object" || value === null) return value;
  return {
    m: Object.fromEntries(Object.entries(value).map(([name, each]) => [name, encode(each)])),
  };
}

function decode(value: Encoded): Value {
  if (isEncodedList(value)) return value.map(decode);
  if (typeof value !== "object" || value === null) return value;
  if ("b" in value) return new Uint8Array(Buffer.from(value.b, "base64"));
  return Object.fromEntries(Object.entries(value.m).map(([name, each]) => [name, decode(each)]));
}

/** The attributes of an item as the JSON text of its row: bytes are `{"b": base64}`, a map is `{"m": {…}}`; the key is left out. */
export function toBody(item: Item): string {
  const { partition: _partition, sort: _sort, ...attributes } = item;
  const encoded = Object.entries(attributes).map(([name, value]) => [name, encode(value)]);
  return JSON.stringify(Object.fromEntries(encoded));
}

/** The item of a row. The inverse of {@link toBody}. */
export function fromBody({ partition, sort }: Key, body: string): Item {
  const attributes: Readonly<Record<string, Encoded>> = JSON.parse(body);
  const decoded = Object.entries(attributes).map(([name, value]) => [name, decode(value)] as const);
  return { ...Object.fromEntries(decoded), partition, sort };
}
