import { isList, isObject, itemsById, type JsonObject } from "../../change/index.ts";
import type { Pointer } from "../../finding.ts";
import type { SoundPlan } from "../../plan/index.ts";
import type { ListedKind } from "./identities.ts";

/** One item of a list, where it stands, and the ids that lead to it. */
export interface ListedItem {
  readonly id: string;
  /** Keys and ids from the document on, so that the same item of two versions has the same. */
  readonly path: string;
  readonly pointer: Pointer;
  readonly item: JsonObject;
}

function itemsAt(
  value: unknown,
  [key, ...rest]: readonly string[],
  at: Omit<ListedItem, "id" | "item">,
): readonly ListedItem[] {
  if (isObject(value) && key !== undefined) {
    const inner = { path: `${at.path}/${key}`, pointer: `${at.pointer}/${key}` };
    return itemsAt(value[key], rest, inner);
  }
  if (!isList(value)) return [];
  return [...(itemsById(value) ?? [])].flatMap(([id, { item, index }]): readonly ListedItem[] => {
    if (!isObject(item)) return [];
    const inner = { path: `${at.path}/${id}`, pointer: `${at.pointer}/${index}` };
    return key === undefined ? [{ id, item, ...inner }] : itemsAt(item, rest, inner);
  });
}

/** Every item of a kind in one version, in the order of the text. */
export function itemsOf(
  { documents }: SoundPlan,
  { document, path }: ListedKind,
): readonly ListedItem[] {
  const steps = path.split("/");
  return itemsAt(documents[document]?.value, steps, { path: document, pointer: "" });
}
