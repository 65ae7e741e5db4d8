import {
  type DocumentKind,
  type LoadedDocument,
  type LoadedDocuments,
  pointer as pointerOf,
} from "../document/index.ts";
import type { Pointer } from "../finding.ts";
import { type Place, type Problems, relatedTo } from "./problem.ts";

/** Characters that show nothing or turn the direction of writing; soft hyphens, zero widths, bidi controls. */
const hidden =
  // oxlint-disable-next-line no-misleading-character-class -- the class lists the characters one by one.
  /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u007F-\u009F\u2028\u2029\u{1D173}-\u{1D17A}\u{E0000}-\u{E007F}]|(?<=[\x20-\x7E])[\u200C\u200D]|[\u200C\u200D](?=[\x20-\x7E])/u;

/** Letters of other scripts that look like Latin ones. A short list of the everyday look-alikes of UTS #39. */
const lookAlikes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    а: "a",
    в: "b",
    с: "c",
    ԁ: "d",
    е: "e",
    һ: "h",
    і: "i",
    ј: "j",
    к: "k",
    ӏ: "l",
    м: "m",
    н: "h",
    о: "o",
    р: "p",
    ԛ: "q",
    ѕ: "s",
    т: "t",
    у: "y",
    ԝ: "w",
    х: "x",
    α: "a",
    ε: "e",
    η: "n",
    ι: "i",
    κ: "k",
    ν: "v",
    ο: "o",
    ρ: "p",
    τ: "t",
    υ: "u",
    χ: "x",
    "0": "o",
    "1": "l",
  }),
);

/** What a name looks like: compatibility forms, case, spaces and look-alike letters folded together. */
export function skeleton(name: string): string {
  const folded = name.normalize("NFKC").toLowerCase().replaceAll(/\s+/gu, " ").trim();
  return [...folded].map((character) => lookAlikes.get(character) ?? character).join("");
}

/** Refuses text that hides characters or is not in its normal form, and two names in one list that look the same. */
export function checkNames(documents: LoadedDocuments, problems: Problems): void {
  const present: readonly (LoadedDocument<DocumentKind> | undefined)[] = Object.values(documents);
  for (const document of present) {
    if (document !== undefined) walk(document.kind, document.value, "", problems, documents);
  }
}

function walk(
  document: DocumentKind,
  value: unknown,
  at: Pointer,
  problems: Problems,
  documents: LoadedDocuments,
): void {
  if (typeof value === "string") return checkText({ document, pointer: at }, value, problems);
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) checkTwins(document, value, at, problems, documents);
  for (const [key, child] of Object.entries(value)) {
    walk(document, child, `${at}${pointerOf(key)}`, problems, documents);
  }
}

function checkText(place: Place, text: string, problems: Problems): void {
  if (text.trim() === "" && text !== "") {
    problems.add(
      "document/blank",
      place,
      "This text holds nothing but spaces.",
      "Write it, or take it out.",
    );
    return;
  }
  const found = hidden.exec(text)?.[0];
  if (found !== undefined) {
    const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    problems.add(
      "document/hidden-character",
      place,
      `This text holds a character that cannot be seen (U+${code}).`,
      "Type the text again by hand instead of pasting it.",
    );
  } else if (text.normalize("NFC") !== text) {
    problems.add(
      "document/not-normalised",
      place,
      "This text writes an accented letter as two characters, so it looks equal to others but is not.",
      "Type the text again by hand, or save it as Unicode NFC.",
    );
  }
}

function checkTwins(
  document: DocumentKind,
  list: readonly unknown[],
  at: Pointer,
  problems: Problems,
  documents: LoadedDocuments,
): void {
  const seen = new Map<string, number>();
  for (const [index, item] of list.entries()) {
    const title =
      typeof item === "object" && item !== null && "title" in item ? item.title : undefined;
    if (typeof title !== "string") continue;
    const earlier = seen.get(skeleton(title));
    if (earlier === undefined) seen.set(skeleton(title), index);
    else {
      problems.add(
        "document/look-alike",
        { document, pointer: `${at}/${index}/title` },
        `Two titles in this list look the same: ${JSON.stringify(title)}.`,
        "Name them so that people can tell them apart.",
        [relatedTo(documents, { document, pointer: `${at}/${earlier}/title` }, "the other one")],
      );
    }
  }
}
