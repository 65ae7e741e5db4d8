import type { Position, Range } from "../finding.ts";

/** Places in one text: turns offsets (UTF-16 code units, from 0) into lines and columns (from 1). */
export interface Positions {
  /** The place of an offset; an offset beyond the text is its end, a negative one its start. */
  readonly at: (offset: number) => Position;
  /** The stretch from `start` (inclusive) to `end` (exclusive). */
  readonly between: (start: number, end: number) => Range;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Offsets at which the lines of `text` begin. LF, CR LF and a lone CR each end a line. */
function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let offset = 0; offset < text.length; offset += 1) {
    const code = text.charCodeAt(offset);
    const ends =
      code === lineFeed || (code === carriageReturn && text.charCodeAt(offset + 1) !== lineFeed);
    if (ends) starts.push(offset + 1);
  }
  return starts;
}

/** Index of the last entry of the ascending `starts` that is at most `offset`. */
function lastAtMost(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The places of `text`.
 *
 * The table of lines is built at the first question (linear, once); each further question is a binary search.
 */
export function positionsOf(text: string): Positions {
  let starts: readonly number[] | undefined;
  const at = (offset: number): Position => {
    starts ??= lineStarts(text);
    const inside = Math.max(0, Math.min(offset, text.length));
    const index = lastAtMost(starts, inside);
    return { line: index + 1, column: inside - (starts[index] ?? 0) + 1 };
  };
  return { at, between: (start, end) => ({ start: at(start), end: at(end) }) };
}
