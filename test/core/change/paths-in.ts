import {
  isList,
  isObject,
  itemsById,
  type OverlayPath,
  writePath,
} from "../../../core/change/path.ts";

/**
 * The path of every value in a document that has one, the whole document first, each before what is inside it.
 *
 * A key "" of the document itself has none, because the empty path is the document; no document has such a key.
 */
export function pathsIn(value: unknown, steps: readonly string[] = []): readonly OverlayPath[] {
  const inside: readonly (readonly [step: string, value: unknown])[] = isList(value)
    ? [...(itemsById(value) ?? [])].map(([id, { item }]) => [id, item])
    : isObject(value)
      ? Object.entries(value)
      : [];
  const own = steps.length === 1 && steps[0] === "" ? [] : [writePath(steps)];
  return [...own, ...inside.flatMap(([step, each]) => pathsIn(each, [...steps, step]))];
}
