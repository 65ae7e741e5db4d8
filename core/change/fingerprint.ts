import { sha256Hex } from "../digest.ts";
import { type Change, changesBetween, type SomeDocuments } from "./difference.ts";
import { readPath } from "./path.ts";
import { isOrderedList } from "./words.ts";

/** Twelve hex digits that stand for a change: its place, what was there, and what is there now. */
export function fingerprintOf(change: Change): string {
  const { document, path, kind, before, after, index } = change;
  const list = (readPath(path) ?? []).slice(0, -1);
  const placed = index !== undefined && isOrderedList(document, list) ? [index] : [];
  return sha256Hex(
    JSON.stringify([document, path, kind, before ?? null, after ?? null, ...placed]),
  ).slice(0, 12);
}

/** The fingerprints of everything that is different between two plans: those that {@link judge} gives, without weighing anything. */
export const fingerprintsBetween = (base: SomeDocuments, head: SomeDocuments): readonly string[] =>
  changesBetween(base, head).map(fingerprintOf);
