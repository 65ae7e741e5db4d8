import type { Change } from "./difference.ts";
import { readPath } from "./path.ts";

/** Keys whose value is text for people: other words, the same agreement. */
const wordKeys: ReadonlySet<string> = new Set([
  "$schema",
  "note",
  "source",
  "title",
  "message",
  "content",
  "question",
  "reason",
  "why",
  "because",
  "evidence",
  "assumed",
  "skills",
  "technology",
]);

/** Lists whose order means something; elsewhere another order is only another layout. */
const orderedLists: ReadonlySet<string> = new Set(["journey/stages"]);

/** True for a list in which the order of the items is part of what is agreed. */
export const isOrderedList = (document: Change["document"], steps: readonly string[]): boolean =>
  orderedLists.has([document, ...steps].join("/"));

/** What a measure is lies in its words alone: its name, how it is counted, where from. Goals and pay are measured by it. */
const isOfMeasure = (document: Change["document"], [list]: readonly string[]): boolean =>
  document === "plan" && list === "metrics";

const isWords = (value: unknown): boolean => value === undefined || typeof value === "string";

/** True where words for people stand: there other words ask the same. */
const bearsWords = (document: Change["document"], steps: readonly string[]): boolean =>
  wordKeys.has(steps.at(-1) ?? "") && !isOfMeasure(document, steps);

/** True for a text for people, which may be written otherwise and asks the same; `steps` lead to it. */
export const isWordsAt = (
  document: Change["document"],
  steps: readonly string[],
  value: unknown,
): boolean => typeof value === "string" && bearsWords(document, steps);

/** True when a change only says the same in other words, or in another order that means nothing. */
export function isEditorial({ document, path, kind, before, after }: Change): boolean {
  const steps = readPath(path) ?? [];
  if (kind === "reordered") return !isOrderedList(document, steps);
  // An item may bear such a word as its id, and a number under such a key is a number.
  if (!isWords(before) || !isWords(after)) return false;
  const isPart = steps.at(-2) === "parts" && kind === "changed" && !isOfMeasure(document, steps);
  return bearsWords(document, steps) || isPart;
}
