import type { Findings, Pointer, Range } from "../finding.ts";
import { err, ok, type Result } from "../result.ts";
import { defaultLimits, type Limits, readText } from "./bytes.ts";
import { type Found, placeIndex, type Stretch } from "./place-index.ts";
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

function documentOf(file: string, text: string): ParsedDocument {
  const positions = positionsOf(text);
  let index: ReturnType<typeof placeIndex> | undefined;
  // Made at the first question: most documents are never asked for a place.
  const find = (segments: readonly string[]): readonly Found[] =>
    (index ??= placeIndex(text))(segments);
  const range = ({ start, end }: Stretch): Range => positions.between(start, end);
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
      return found && text.slice(found.start, found.end);
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
