import type { PlanFile } from "../../core/document/index.ts";
import { type DocumentKind, documentKinds } from "../../core/document-kind.ts";

/** A document as it was authored. */
export interface DocumentText {
  readonly kind: DocumentKind;
  readonly bytes: Uint8Array;
  readonly text: string;
}

function readText(kind: DocumentKind, bytes: Uint8Array): DocumentText | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    JSON.parse(text);
    return { kind, bytes, text };
  } catch {
    return undefined;
  }
}

/** The documents among the files, in the order in which a reader should meet them; undefined when one of them is no JSON. */
export function documentTexts(files: readonly PlanFile[]): readonly DocumentText[] | undefined {
  const texts: DocumentText[] = [];
  for (const { kind } of documentKinds) {
    const file = files.find((each) => each.name === `${kind}.json`);
    if (file === undefined) continue;
    const text = "bytes" in file ? readText(kind, file.bytes) : undefined;
    if (text === undefined) return undefined;
    texts.push(text);
  }
  return texts;
}

/** Documents as one JSON object by kind, each exactly as it was authored, so that no number changes. */
export function documentsJson(documents: readonly DocumentText[]): string {
  const entries = documents.map(({ kind, text }) => `${JSON.stringify(kind)}:${text.trim()}`);
  return `{${entries.join(",")}}`;
}
