import { type DocumentKind, type LoadedDocuments, suggest } from "../document/index.ts";
import {
  type Finding,
  type FindingInput,
  finding,
  type Pointer,
  type RelatedPlace,
} from "../finding.ts";

/** A place in a plan: which document, and where in it. */
export interface Place {
  readonly document: DocumentKind;
  readonly pointer: Pointer;
}

/** The file and range of a place. An absent optional document gives its first line in the plan's folder. */
export function locate(
  documents: LoadedDocuments,
  place: Place,
): Pick<Finding, "file" | "pointer" | "range"> {
  const document = documents[place.document];
  if (document === undefined) {
    const folder = documents.plan.file.replace(/plan\.json$/, "");
    return { file: `${folder}${place.document}.json`, pointer: place.pointer };
  }
  const range =
    document.parsed.rangeOf(place.pointer) ?? document.parsed.nearestRange(place.pointer);
  return { file: document.file, pointer: place.pointer, range };
}

/** A finding about a place of the plan. */
export function findingAt(
  documents: LoadedDocuments,
  place: Place,
  input: Omit<FindingInput, "file" | "pointer" | "range">,
): Finding {
  const { file, pointer, range } = locate(documents, place);
  return finding({ ...input, file, pointer, range });
}

/** A second place that a finding speaks of. */
export function relatedTo(documents: LoadedDocuments, place: Place, message: string): RelatedPlace {
  return { ...locate(documents, place), message };
}

/** Collects the errors that keep documents from being one plan. */
export interface Problems {
  readonly found: Finding[];
  readonly add: (
    rule: string,
    place: Place,
    message: string,
    help: string,
    related?: readonly RelatedPlace[],
  ) => void;
  /** Says that `word` names nothing in `known`, which lie `where`; with "did you mean". */
  readonly unknown: (
    place: Place,
    what: string,
    word: string,
    known: Iterable<string>,
    where?: string,
  ) => void;
}

/** A collector for the problems of one plan. What two ways through a journey both meet is told once. */
export function problemsOf(documents: LoadedDocuments): Problems {
  const found: Finding[] = [];
  const add: Problems["add"] = (rule, place, message, help, related = []) => {
    const next = findingAt(documents, place, { rule, severity: "error", message, help, related });
    const told = found.some(
      (each) => each.fingerprint === next.fingerprint && each.message === message,
    );
    if (!told) found.push(next);
  };
  return {
    found,
    add,
    unknown: (place, what, word, known, where) => {
      const all = [...known];
      const meant = suggest(word, all);
      add(
        "document/unknown-reference",
        place,
        `There is no ${what} "${word}"${where === undefined ? "" : ` ${where}`}.${meant === undefined ? "" : ` Did you mean "${meant}"?`}`,
        all.length === 0
          ? `The plan has no ${what} yet; add it first.`
          : `${where === undefined ? "The plan has" : "There is"}: ${all.slice(0, 12).join(", ")}${all.length > 12 ? ` and ${all.length - 12} more` : ""}.`,
      );
    },
  };
}
