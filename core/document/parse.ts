import { type Node, parseTree } from "jsonc-parser";
import { type Findings, type Pointer, type Range } from "../finding.ts";
import { err, ok, type Result } from "../result.ts";
import { defaultLimits, type Limits, readText } from "./bytes.ts";
import { parsePointer } from "./pointer.ts";
import { positionsOf } from "./position.ts";
import { scan } from "./scan.ts";

/** A JSON document that was read exactly, and where everything in it stands. */
export interface ParsedDocument {
  readonly file: string;
  /** The text as it stands in the file. */
  readonly text: string;
  /** What the text says: plain objects and arrays. No key of it can reach a prototype. */
  readonly value: unknown;
  /** Where a value stands; `undefined` when there is none. */
  readonly rangeOf: (pointer: Pointer) => Range | undefined;
  /** Where the key of a property stands, quotes included; `undefined` for list items, the root and what is not there. */
  readonly keyRangeOf: (pointer: Pointer) => Range | undefined;
  /** Where the value, or the nearest ancestor that exists, stands: the place to speak of a missing property. */
  readonly nearestRange: (pointer: Pointer) => Range;
  /** A value's own text, such as the literal of a number, from which money is read. */
  readonly sourceOf: (pointer: Pointer) => string | undefined;
}

/** A value in the tree, with its key when it is a property. */
interface Found {
  readonly value: Node;
  readonly key?: Node;
}

type Entries = ReadonlyMap<string, Found>;

function entriesOf(node: Node): Entries {
  const entries = new Map<string, Found>();
  for (const [index, child] of (node.children ?? []).entries()) {
    if (node.type === "array") {
      entries.set(String(index), { value: child });
      continue;
    }
    const [key, value] = child.children ?? [];
    if (key !== undefined && value !== undefined) entries.set(String(key.value), { value, key });
  }
  return entries;
}

/** Finds values by pointer. The tree is built at the first question, the entries of a container at the first question that enters it. */
function finder(text: string): (segments: readonly string[]) => readonly Found[] {
  const entered = new Map<Node, Entries>();
  let root: Node | undefined;
  const enter = (node: Node): Entries => {
    const known = entered.get(node) ?? entriesOf(node);
    entered.set(node, known);
    return known;
  };
  return (segments) => {
    root ??= parseTree(text);
    if (root === undefined) throw new Error("unreachable: a scanned text has a tree");
    const path: Found[] = [{ value: root }];
    for (const segment of segments) {
      const next = enter(path.at(-1)?.value ?? root).get(segment);
      if (next === undefined) break;
      path.push(next);
    }
    return path;
  };
}

function documentOf(file: string, text: string): ParsedDocument {
  const positions = positionsOf(text);
  const find = finder(text);
  const range = ({ offset, length }: Node): Range => positions.between(offset, offset + length);
  const lookup = (pointer: Pointer): Found | undefined => {
    const segments = parsePointer(pointer);
    if (segments === undefined) return undefined;
    const path = find(segments);
    return path.length === segments.length + 1 ? path.at(-1) : undefined;
  };
  const whole = (): Range => positions.between(0, text.length);
  return {
    file,
    text,
    value: JSON.parse(text),
    rangeOf: (pointer) => {
      const found = lookup(pointer);
      return found && range(found.value);
    },
    keyRangeOf: (pointer) => {
      const key = lookup(pointer)?.key;
      return key && range(key);
    },
    nearestRange: (pointer) => {
      const nearest = find(parsePointer(pointer) ?? []).at(-1);
      return nearest === undefined ? whole() : range(nearest.value);
    },
    sourceOf: (pointer) => {
      const found = lookup(pointer)?.value;
      return found && text.slice(found.offset, found.offset + found.length);
    },
  };
}

/**
 * The document that `bytes` hold, read exactly, or every reason why they hold none.
 *
 * Bytes, then syntax ({@link scan}), then positions; each step runs only when the one before found nothing.
 * Linear; a question for a place costs its depth. Never throws for any bytes.
 */
export function parse(
  file: string,
  bytes: Uint8Array,
  limits: Limits = defaultLimits,
): Result<ParsedDocument, Findings> {
  const text = readText(file, bytes, limits);
  if (!text.ok) return text;
  const findings = scan(file, text.value, limits);
  return findings.length > 0 ? err(findings) : ok(documentOf(file, text.value));
}
