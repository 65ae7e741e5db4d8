import {
  type DocumentKind,
  documentKinds,
  type LoadedPlan,
  type PlanBundle,
  print,
  suggest,
} from "../document/index.ts";
import { compareFindings, type Finding, type Findings, finding } from "../finding.ts";
import { err, ok, type Result } from "../result.ts";
import { type OverlayPath, readPath } from "./path.ts";
import { put, type Refusal } from "./put.ts";

/**
 * One value that is to be different.
 *
 * `null` takes the value at the path out, a property or an item of a list; no document holds a null, so it can mean nothing else. A
 * property or an item that is not there yet is added; an item goes to the end of its list. An object replaces an object whole.
 */
export interface OverlayEntry {
  /** The kind of document, for example `journey`. */
  readonly document: string;
  readonly path: OverlayPath;
  /** Any JSON. */
  readonly value: unknown;
}

/** Values laid over a plan: a what-if, a scenario, an edit or a proposal. The order of the entries means nothing. */
export type Overlay = readonly OverlayEntry[];

/** A plan whose documents satisfy their schemas; a sound one is one too. */
export type LaidOver = Pick<LoadedPlan, "folder" | "documents">;

/** An entry that can be read: its place as keys and ids. */
interface Read {
  readonly entry: OverlayEntry;
  readonly kind: DocumentKind;
  readonly steps: readonly string[];
}

const fileOf = (loaded: LaidOver, kind: string): string =>
  loaded.folder === "" ? `${kind}.json` : `${loaded.folder}/${kind}.json`;

/** How messages name an entry. */
const nameOf = ({ document, path }: OverlayEntry): string =>
  JSON.stringify(path === "" ? document : `${document}/${path}`);

const refused = (
  loaded: LaidOver,
  entry: OverlayEntry,
  { rule, message, help, pointer = "" }: Refusal,
): Finding => {
  const document = Object.values(loaded.documents).find((each) => each.kind === entry.document);
  return finding({
    rule,
    severity: "error",
    file: fileOf(loaded, entry.document),
    pointer,
    range: document?.parsed.nearestRange(pointer),
    message: `The change of ${nameOf(entry)} cannot be made: ${message}`,
    help,
    subject: `${entry.document}/${entry.path}`,
  });
};

function readEntry(entry: OverlayEntry): Result<Read, Refusal> {
  const kind = documentKinds.find((each) => each.kind === entry.document)?.kind;
  const steps = readPath(entry.path);
  if (kind === undefined) {
    const kinds = documentKinds.map((each) => each.kind);
    const meant = suggest(entry.document, kinds);
    return err({
      rule: "overlay/unknown-document",
      message: `no plan has a document ${JSON.stringify(entry.document)}.${meant === undefined ? "" : ` Did you mean "${meant}"?`}`,
      help: `Name one of: ${kinds.join(", ")}.`,
    });
  }
  if (steps === undefined) {
    return err({
      rule: "overlay/unknown-place",
      message: 'a "~" in its path stands neither before 0 nor before 1.',
      help: 'Within a key write "~0" for "~" and "~1" for "/".',
    });
  }
  return ok({ entry, kind, steps });
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By document, then step by step, so that a place stands right before the places inside it. */
function comparePlaces(a: Read, b: Read): number {
  const [left, right] = [
    [a.kind, ...a.steps],
    [b.kind, ...b.steps],
  ];
  for (const [index, step] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const order = compareText(step, other);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

const isInside = (inner: Read, outer: Read): boolean =>
  inner.kind === outer.kind && outer.steps.every((step, index) => inner.steps[index] === step);

/** Two entries of which one is inside the other would depend on their order. */
function conflicts(loaded: LaidOver, sorted: readonly Read[]): Findings {
  return sorted.flatMap((inner, index) => {
    const outer = sorted[index - 1];
    if (outer === undefined || !isInside(inner, outer)) return [];
    const same = outer.steps.length === inner.steps.length;
    return [
      refused(loaded, inner.entry, {
        rule: "overlay/conflict",
        message: same
          ? "it is given twice."
          : `it lies inside ${nameOf(outer.entry)}, which is changed too.`,
        help: "Keep one of the two.",
      }),
    ];
  });
}

/** What documents say after an overlay, by kind, and which of them it names. */
interface Overlaid {
  readonly documents: ReadonlyMap<DocumentKind, unknown>;
  readonly touched: ReadonlySet<DocumentKind>;
}

/** The values of a plan's documents with an overlay laid over them, or a finding for each entry that cannot be made. */
export function layOver(loaded: LaidOver, overlay: Overlay): Result<Overlaid, Findings> {
  const findings: Finding[] = [];
  const read: Read[] = [];
  for (const entry of overlay) {
    const each = readEntry(entry);
    if (each.ok) read.push(each.value);
    else findings.push(refused(loaded, entry, each.error));
  }
  const sorted = read.toSorted(comparePlaces);
  findings.push(...conflicts(loaded, sorted));
  const documents = new Map<DocumentKind, unknown>(
    Object.values(loaded.documents).map(({ kind, value }) => [kind, value]),
  );
  for (const { entry, kind, steps } of sorted) {
    const made = put(documents.get(kind), steps, entry.value, kind);
    if (!made.ok) findings.push(refused(loaded, entry, made.error));
    else if (made.value === undefined) documents.delete(kind);
    else documents.set(kind, made.value);
  }
  if (findings.length > 0) return err(findings.toSorted(compareFindings));
  return ok({ documents, touched: new Set(sorted.map(({ kind }) => kind)) });
}

/** The files of a plan: what was touched in its canonical form, everything else byte by byte as it was written. */
export function filesOf(loaded: LaidOver, { documents, touched }: Overlaid): PlanBundle {
  const authored = new Map<string, string>(
    Object.values(loaded.documents).map(({ kind, parsed }) => [kind, parsed.text]),
  );
  const encoder = new TextEncoder();
  const files = documentKinds.flatMap(({ kind }) => {
    if (!documents.has(kind)) return [];
    const text = touched.has(kind) ? print(documents.get(kind)) : (authored.get(kind) ?? "");
    return [{ name: `${kind}.json`, bytes: encoder.encode(text) }];
  });
  return { folder: loaded.folder, files };
}

/**
 * The files of a plan with an overlay laid over them.
 *
 * A document that an entry names is printed anew in its canonical form; every other file keeps its bytes, so an empty overlay changes
 * nothing. Whether the values fit their places is judged when the files are loaded, like any other edit.
 *
 * @returns The files, or a finding for each entry that leads nowhere, cannot be made, or contradicts another one.
 */
export function applyOverlay(loaded: LaidOver, overlay: Overlay): Result<PlanBundle, Findings> {
  const overlaid = layOver(loaded, overlay);
  return overlaid.ok ? ok(filesOf(loaded, overlaid.value)) : overlaid;
}
