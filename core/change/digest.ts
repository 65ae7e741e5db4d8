import { sha256Hex } from "../digest.ts";
import { type DocumentKind, documentKinds, type LoadedPlan } from "../document/index.ts";
import { isList, isObject, itemsById } from "./path.ts";
import { isOrderedList } from "./words.ts";

/** The same value in one form: keys sorted, items with ids sorted by id where their order means nothing, `$schema` left out. */
function canonical(value: unknown, document: DocumentKind, steps: readonly string[]): unknown {
  const inside = (each: unknown, step: string): unknown =>
    canonical(each, document, [...steps, step]);
  if (isList(value)) {
    const items = itemsById(value);
    if (items === undefined) return value.map((each, index) => inside(each, String(index)));
    const ids = [...items.keys()];
    const sorted = isOrderedList(document, steps) ? ids : ids.toSorted();
    return sorted.map((id) => inside(items.get(id)?.item, id));
  }
  if (!isObject(value)) return value;
  return Object.keys(value)
    .filter((key) => key !== "$schema")
    .toSorted()
    .map((key) => [key, inside(value[key], key)]);
}

/**
 * SHA-256 of what a plan says, 64 hex digits: layout, the order of keys, the order of items where it means nothing, and the
 * version of the schema leave it as it is; every other change of a value changes it.
 */
export function semanticDigest({ documents }: Pick<LoadedPlan, "documents">): string {
  const said = documentKinds.flatMap(({ kind }) => {
    const document = documents[kind];
    return document === undefined ? [] : [[kind, canonical(document.value, kind, [])]];
  });
  return sha256Hex(JSON.stringify(said));
}
