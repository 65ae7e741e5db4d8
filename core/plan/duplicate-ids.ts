import {
  type DocumentKind,
  type LoadedDocuments,
  pointer as pointerOf,
} from "../document/index.ts";
import type { Pointer } from "../finding.ts";
import { type Problems, relatedTo } from "./problem.ts";

/** Refuses an id that stands twice in one list, in every list of every document. */
export function checkDuplicateIds(documents: LoadedDocuments, problems: Problems): void {
  for (const document of Object.values(documents)) {
    walk(document.kind, document.value, "", documents, problems);
  }
}

const idOf = (item: unknown): string | undefined =>
  typeof item === "object" && item !== null && "id" in item && typeof item.id === "string"
    ? item.id
    : undefined;

function walk(
  document: DocumentKind,
  value: unknown,
  at: Pointer,
  documents: LoadedDocuments,
  problems: Problems,
): void {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) refuseTwins(document, value, at, documents, problems);
  for (const [key, child] of Object.entries(value)) {
    walk(document, child, `${at}${pointerOf(key)}`, documents, problems);
  }
}

function refuseTwins(
  document: DocumentKind,
  list: readonly unknown[],
  at: Pointer,
  documents: LoadedDocuments,
  problems: Problems,
): void {
  const first = new Map<string, number>();
  for (const [index, item] of list.entries()) {
    const id = idOf(item);
    if (id === undefined) continue;
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, index);
      continue;
    }
    problems.add(
      "document/duplicate-id",
      { document, pointer: `${at}/${index}/id` },
      `The id "${id}" stands twice in this list.`,
      "Give one of the two another id.",
      [relatedTo(documents, { document, pointer: `${at}/${earlier}/id` }, "the first one")],
    );
  }
}
