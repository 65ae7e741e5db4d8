import type { DocumentKind, PlanBundle } from "../document/index.ts";
import type { Findings } from "../finding.ts";
import { ok, type Result } from "../result.ts";
import type { Change } from "./difference.ts";
import { filesOf, type LaidOver, layOver } from "./overlay.ts";
import { idOf, isList, isObject, itemsById, readPath } from "./path.ts";
import { put } from "./put.ts";

/** How the items of one list come to stand. */
interface Order {
  readonly document: DocumentKind;
  readonly steps: readonly string[];
  /** The ids of items that were there before, in their order; undefined where it stays. */
  kept: readonly string[] | undefined;
  /** Items that are new, each with its index in the list. */
  readonly added: { readonly id: string; readonly index: number }[];
}

/** The lists in which items are new or stand in another order. */
function ordersOf(changes: readonly Change[]): readonly Order[] {
  const orders = new Map<string, Order>();
  const orderOf = (document: DocumentKind, steps: readonly string[]): Order => {
    const key = JSON.stringify([document, ...steps]);
    const known = orders.get(key) ?? { document, steps, kept: undefined, added: [] };
    orders.set(key, known);
    return known;
  };
  for (const { document, path, kind, after, index } of changes) {
    const steps = readPath(path) ?? [];
    if (kind === "reordered" && isList(after)) orderOf(document, steps).kept = after.map(String);
    else if (index !== undefined) {
      orderOf(document, steps.slice(0, -1)).added.push({ id: steps.at(-1) ?? "", index });
    }
  }
  return [...orders.values()];
}

function arranged(list: readonly unknown[], { kept, added }: Order): readonly unknown[] {
  const isNew = new Set(added.map(({ id }) => id));
  const items = itemsById(list) ?? new Map();
  const rank = new Map(kept?.map((id, index) => [id, index]));
  const rankOf = (item: unknown): number => rank.get(idOf(item) ?? "") ?? rank.size;
  const result = list
    .filter((item) => !isNew.has(idOf(item) ?? ""))
    .toSorted((a, b) => rankOf(a) - rankOf(b));
  for (const { id, index } of added.toSorted((a, b) => a.index - b.index)) {
    const item: unknown = items.get(id)?.item;
    result.splice(index, 0, item);
  }
  return result;
}

const valueAt = (value: unknown, steps: readonly string[]): unknown =>
  steps.reduce<unknown>((at, step) => {
    if (isList(at)) return itemsById(at)?.get(step)?.item;
    return isObject(at) ? at[step] : undefined;
  }, value);

/**
 * The files of a plan after changes that were found between it and another one: applied to the base of `changesBetween`, they make
 * its head say what it says, in the order in which it says it. Layout and the order of keys are not changes and are not carried over.
 *
 * @returns The files, or, for a plan that the changes were not found in, a finding for each that cannot be made. There the order of
 *   a list that is not there is left out, and items that the order does not know come last.
 */
export function applyChanges(
  loaded: LaidOver,
  changes: readonly Change[],
): Result<PlanBundle, Findings> {
  const overlay = changes
    .filter(({ kind }) => kind !== "reordered")
    .map(({ document, path, after = null }) => ({ document, path, value: after }));
  const overlaid = layOver(loaded, overlay);
  if (!overlaid.ok) return overlaid;
  const documents = new Map(overlaid.value.documents);
  const touched = new Set(overlaid.value.touched);
  for (const order of ordersOf(changes)) {
    const value = documents.get(order.document);
    const list = valueAt(value, order.steps);
    if (!isList(list)) continue;
    const made = put(value, order.steps, arranged(list, order), order.document);
    if (!made.ok) continue;
    documents.set(order.document, made.value);
    touched.add(order.document);
  }
  return ok(filesOf(loaded, { documents, touched }));
}
