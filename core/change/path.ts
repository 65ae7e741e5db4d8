import { parsePointer, pointer } from "../document/index.ts";

/**
 * A place in a document, written with keys and ids: `segments/smb/transitions/aware-exploring/conversion/value`.
 *
 * Items of a list are named by their id, never by their number, so a path means the same after others come and go. A list whose items
 * have no ids is one value and has no places inside. In a key, `/` is written `~1` and `~` is written `~0`, as in a JSON Pointer. The
 * empty path is the whole document.
 */
export type OverlayPath = string;

/** The keys and ids of a path; undefined when a `~` in it is followed by neither 0 nor 1. */
export const readPath = (path: OverlayPath): readonly string[] | undefined =>
  path === "" ? [] : parsePointer(`/${path}`);

/** The path through keys and ids. */
export const writePath = (steps: readonly string[]): OverlayPath => pointer(...steps).slice(1);

/** A JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** True for a JSON object, and neither a list nor null. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** True for a list of JSON. */
export const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** The id of a list's item; undefined when it has none. */
export const idOf = (item: unknown): string | undefined =>
  isObject(item) && Object.hasOwn(item, "id") && typeof item["id"] === "string"
    ? item["id"]
    : undefined;

/**
 * The items of a list by id, each with its index; undefined for a list that is one value: an item without an id, or two with the same.
 * An empty list has no items and can take some.
 */
export function itemsById(
  list: readonly unknown[],
): ReadonlyMap<string, { readonly index: number; readonly item: unknown }> | undefined {
  const items = new Map<string, { readonly index: number; readonly item: unknown }>();
  for (const [index, item] of list.entries()) {
    const id = idOf(item);
    if (id === undefined || items.has(id)) return undefined;
    items.set(id, { index, item });
  }
  return items;
}
