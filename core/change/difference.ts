import { type DocumentKind, documentKinds, type LoadedDocuments } from "../document/index.ts";
import { isList, isObject, itemsById, type OverlayPath, writePath } from "./path.ts";

/** One difference between two plans, at a place that an overlay can name. */
export interface Change {
  readonly document: DocumentKind;
  readonly path: OverlayPath;
  /** `reordered`: the items that a list keeps stand in another order; `before` and `after` are then their ids. */
  readonly kind: "added" | "removed" | "changed" | "reordered";
  /** The value in the base; absent when it was added. */
  readonly before?: unknown;
  /** The value in the head; absent when it was removed. */
  readonly after?: unknown;
  /** Of an item that was added to a list: its index in the head's list, from 0. */
  readonly index?: number;
}

/** A plan's documents, or some of them. */
export interface SomeDocuments {
  readonly documents: Partial<LoadedDocuments>;
}

type Place = Pick<Change, "document"> & { readonly steps: readonly string[] };

const change = ({ document, steps }: Place, rest: Omit<Change, "document" | "path">): Change => ({
  document,
  path: writePath(steps),
  ...rest,
});

/**
 * Everything that is different, place by place: items by their ids, lists without ids as one value, objects key by key.
 *
 * Complete and without an opinion; formatting and the order of keys are no difference. In the order of the documents, then of the
 * base's text, then what the head adds.
 */
export function changesBetween(base: SomeDocuments, head: SomeDocuments): readonly Change[] {
  return documentKinds.flatMap(({ kind: document }) =>
    compare(base.documents[document]?.value, head.documents[document]?.value, {
      document,
      steps: [],
    }),
  );
}

/** The differences between two values that stand at one place of a document; paths lead on from there. */
export function changesBetweenValues(
  document: DocumentKind,
  before: unknown,
  after: unknown,
): readonly Change[] {
  return compare(before, after, { document, steps: [] });
}

function compare(before: unknown, after: unknown, at: Place): readonly Change[] {
  if (before === undefined && after === undefined) return [];
  if (before === undefined) return [change(at, { kind: "added", after })];
  if (after === undefined) return [change(at, { kind: "removed", before })];
  if (isObject(before) && isObject(after)) return compareMembers(before, after, at);
  if (isList(before) && isList(after)) return compareLists(before, after, at);
  return before === after ? [] : [change(at, { kind: "changed", before, after })];
}

function compareMembers(
  before: object,
  after: object,
  { document, steps }: Place,
): readonly Change[] {
  const [base, head] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...base.keys(), ...head.keys()])].flatMap((key) =>
    compare(base.get(key), head.get(key), { document, steps: [...steps, key] }),
  );
}

function compareLists(
  before: readonly unknown[],
  after: readonly unknown[],
  at: Place,
): readonly Change[] {
  const [base, head] = [itemsById(before), itemsById(after)];
  if (base === undefined || head === undefined) {
    const same =
      before.length === after.length &&
      before.every((item, index) => compare(item, after[index], at).length === 0);
    return same ? [] : [change(at, { kind: "changed", before, after })];
  }
  const kept = [...base.keys()].filter((id) => head.has(id));
  const keptAfter = [...head.keys()].filter((id) => base.has(id));
  const moved = kept.some((id, index) => keptAfter[index] !== id);
  const parts = [...new Set([...base.keys(), ...head.keys()])].flatMap((id) => {
    const [was, is] = [base.get(id), head.get(id)];
    const changes = compare(was?.item, is?.item, { ...at, steps: [...at.steps, id] });
    // Without its index nobody could say where in the list a new item stands.
    return was === undefined && is !== undefined
      ? changes.map((each) => ({ ...each, index: is.index }))
      : changes;
  });
  return [
    ...(moved ? [change(at, { kind: "reordered", before: kept, after: keptAfter })] : []),
    ...parts,
  ];
}
