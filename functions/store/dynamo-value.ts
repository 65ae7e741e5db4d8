import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import type { Item, Value } from "./table.ts";

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

/** A value in DynamoDB's own notation. */
export function toAttribute(value: Value): AttributeValue {
  if (value === null) return { NULL: true };
  if (typeof value === "string") return { S: value };
  if (typeof value === "number") return { N: String(value) };
  if (typeof value === "boolean") return { BOOL: value };
  if (value instanceof Uint8Array) return { B: value };
  if (isList(value)) return { L: value.map(toAttribute) };
  return { M: toAttributes(value) };
}

/** A map of values, or an item, in DynamoDB's own notation. */
export function toAttributes(values: {
  readonly [name: string]: Value;
}): Record<string, AttributeValue> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, toAttribute(value)]),
  );
}

function fromAttribute(attribute: AttributeValue): Value {
  if (attribute.S !== undefined) return attribute.S;
  if (attribute.N !== undefined) return Number(attribute.N);
  if (attribute.BOOL !== undefined) return attribute.BOOL;
  if (attribute.NULL !== undefined) return null;
  // A plain Uint8Array, whatever the client hands out.
  if (attribute.B !== undefined) return new Uint8Array(attribute.B);
  if (attribute.L !== undefined) return attribute.L.map(fromAttribute);
  if (attribute.M !== undefined) return fromAttributes(attribute.M);
  throw new Error("unreachable: no Table writes sets");
}

function fromAttributes(attributes: Readonly<Record<string, AttributeValue>>): {
  readonly [name: string]: Value;
} {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, attribute]) => [name, fromAttribute(attribute)]),
  );
}

/** The item that DynamoDB returned. The inverse of {@link toAttributes}. */
export function fromStored(attributes: Readonly<Record<string, AttributeValue>>): Item {
  const partition = attributes["partition"]?.S;
  const sort = attributes["sort"]?.S;
  if (partition === undefined || sort === undefined)
    throw new Error("unreachable: an item without its key");
  return { ...fromAttributes(attributes), partition, sort };
}
