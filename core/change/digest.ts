import { sha256Hex } from "../digest.ts";
import { type DocumentKind, documentKinds, type LoadedPlan } from "../document/index.ts";
import { isList, isObject, itemsById } from "./path.ts";
import { isOrderedList, isWordsAt } from "./words.ts";

/** How a plan is read: which values do not count, by their document and the steps to them, and whether lists of names are sets. */
interface Reading {
  readonly leftOut: (document: DocumentKind, steps: readonly string[], value: unknown) => boolean;
  readonly namesAreSets: boolean;
}

const isNames = (value: readonly unknown[]): value is readonly string[] =>
  value.every((each) => typeof each === "string");

/** The same value in one form: keys sorted, items with ids sorted by id where their order means nothing, `$schema` left out. */
function canonical(
  value: unknown,
  document: DocumentKind,
  steps: readonly string[],
  reading: Reading,
): unknown {
  const inside = (each: unknown, step: string): unknown =>
    canonical(each, document, [...steps, step], reading);
  if (isList(value)) {
    const items = itemsById(value);
    if (items === undefined && reading.namesAreSets && isNames(value)) return value.toSorted();
    if (items === undefined) return value.map((each, index) => inside(each, String(index)));
    const ids = [...items.keys()];
    const sorted = isOrderedList(document, steps) ? ids : ids.toSorted();
    return sorted.map((id) => inside(items.get(id)?.item, id));
  }
  if (!isObject(value)) return value;
  return Object.keys(value)
    .filter((key) => key !== "$schema" && !reading.leftOut(document, [...steps, key], value[key]))
    .toSorted()
    .map((key) => [key, inside(value[key], key)]);
}

/**
 * SHA-256 of what a plan says, 64 hex digits: layout, the order of keys, the order of items where it means nothing, and the
 * version of the schema leave it as it is; every other change of a value changes it.
 */
export const semanticDigest = (plan: Pick<LoadedPlan, "documents">): string =>
  digestAs(plan, { leftOut: () => false, namesAreSets: false });

/**
 * SHA-256 of what a plan asks, 64 hex digits: as {@link semanticDigest}, and other words for people and another order of names leave it as it is. Two
 * plans with one such digest differ by editorial changes alone.
 */
export const agreementDigest = (plan: Pick<LoadedPlan, "documents">): string =>
  digestAs(plan, { leftOut: isWordsAt, namesAreSets: true });

/**
 * What a plan says and what it asks, 128 hex digits: {@link semanticDigest}, then {@link agreementDigest}.
 */
export const meaningOf = (plan: Pick<LoadedPlan, "documents">): string =>
  semanticDigest(plan) + agreementDigest(plan);

function digestAs({ documents }: Pick<LoadedPlan, "documents">, reading: Reading): string {
  const said = documentKinds.flatMap(({ kind }) => {
    const document = documents[kind];
    return document === undefined ? [] : [[kind, canonical(document.value, kind, [], reading)]];
  });
  return sha256Hex(JSON.stringify(said));
}
