import type { Item, Value } from "../../../functions/store/table.ts";

/** A value as it travels to and from DynamoDB: JSON, bytes as base64. */
export type Wire =
  | { readonly S: string }
  | { readonly N: string }
  | { readonly BOOL: boolean }
  | { readonly NULL: true }
  | { readonly B: string }
  | { readonly L: readonly Wire[] }
  | { readonly M: WireItem };

/** An item as it travels. */
export interface WireItem {
  readonly [name: string]: Wire;
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

function toWire(value: Value): Wire {
  if (value === null) return { NULL: true };
  if (typeof value === "string") return { S: value };
  if (typeof value === "number") return { N: String(value) };
  if (typeof value === "boolean") return { BOOL: value };
  if (value instanceof Uint8Array) return { B: Buffer.from(value).toString("base64") };
  if (isList(value)) return { L: value.map(toWire) };
  return { M: toWireItem(value) };
}

/** Attributes, ready to travel. */
export const toWireItem = (values: { readonly [name: string]: Value }): WireItem =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, toWire(value)]));

/** What travelled, as a value. */
export function fromWire(wire: Wire): Value {
  if ("S" in wire) return wire.S;
  if ("N" in wire) return Number(wire.N);
  if ("BOOL" in wire) return wire.BOOL;
  if ("NULL" in wire) return null;
  if ("B" in wire) return new Uint8Array(Buffer.from(wire.B, "base64"));
  if ("L" in wire) return wire.L.map(fromWire);
  return Object.fromEntries(Object.entries(wire.M).map(([name, each]) => [name, fromWire(each)]));
}

/** What travelled, as an item. */
export function fromWireItem(wire: WireItem): Item {
  const entries = Object.entries(wire).map(([name, each]) => [name, fromWire(each)] as const);
  const { partition, sort, ...attributes } = Object.fromEntries(entries);
  if (typeof partition !== "string" || typeof sort !== "string")
    throw new Error("an item without its key");
  return { ...attributes, partition, sort };
}
