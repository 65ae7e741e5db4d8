/** A stretch of a text: from `start` until `end` (exclusive), in UTF-16 code units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A value in the text, with its key when it is a property; quotes belong to the key. */
export interface Found {
  readonly value: Stretch;
  readonly key?: Stretch;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_LIST = 0x5b;
const OPEN_OBJECT = 0x7b;

const isSpace = (code: number): boolean =>
  code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
const isOpening = (code: number): boolean => code === OPEN_LIST || code === OPEN_OBJECT;
const isClosing = (code: number): boolean => code === 0x5d || code === 0x7d;

function spaceEnd(text: string, start: number): number {
  let offset = start;
  while (isSpace(text.charCodeAt(offset))) offset += 1;
  return offset;
}

function stringEnd(text: string, start: number): number {
  let offset = start + 1;
  for (let code = text.charCodeAt(offset); code !== QUOTE; code = text.charCodeAt(offset)) {
    offset += code === BACKSLASH ? 2 : 1;
  }
  return offset + 1;
}

/** The end of the value that begins at `start`; containers are passed without looking into them. */
function valueEnd(text: string, start: number): number {
  const first = text.charCodeAt(start);
  if (first === QUOTE) return stringEnd(text, start);
  let offset = start;
  let depth = 0;
  while (offset < text.length) {
    const code = text.charCodeAt(offset);
    if (code === QUOTE) {
      offset = stringEnd(text, offset);
      continue;
    }
    if (isOpening(code)) depth += 1;
    else if (isClosing(code)) {
      if (depth === 0) return offset;
      depth -= 1;
      if (depth === 0) return offset + 1;
    } else if (depth === 0 && (code === COMMA || isSpace(code))) return offset;
    offset += 1;
  }
  return offset;
}

/** The values right inside a container, by key or by index; none for any other value. */
function entriesOf(text: string, { start }: Stretch): ReadonlyMap<string, Found> {
  const entries = new Map<string, Found>();
  const kind = text.charCodeAt(start);
  if (!isOpening(kind)) return entries;
  for (let offset = spaceEnd(text, start + 1); !isClosing(text.charCodeAt(offset)); ) {
    let key: Stretch | undefined;
    if (kind === OPEN_OBJECT) {
      key = { start: offset, end: stringEnd(text, offset) };
      offset = spaceEnd(text, spaceEnd(text, key.end) + 1);
    }
    const value = { start: offset, end: valueEnd(text, offset) };
    const name =
      key === undefined ? String(entries.size) : String(JSON.parse(text.slice(key.start, key.end)));
    entries.set(name, key === undefined ? { value } : { value, key });
    offset = spaceEnd(text, value.end);
    if (text.charCodeAt(offset) === COMMA) offset = spaceEnd(text, offset + 1);
  }
  return entries;
}

/**
 * Finds values by the keys and indexes that lead to them, in a text that {@link scan} found nothing wrong with.
 *
 * @returns The document itself and every value on the way as far as it goes. The values right inside a container are
 *   noted when the first question enters it; a question then costs its depth.
 */
export function placeIndex(text: string): (segments: readonly string[]) => readonly Found[] {
  const entered = new Map<number, ReadonlyMap<string, Found>>();
  const start = spaceEnd(text, 0);
  const root: Found = { value: { start, end: valueEnd(text, start) } };
  const enter = ({ value }: Found): ReadonlyMap<string, Found> => {
    const known = entered.get(value.start) ?? entriesOf(text, value);
    entered.set(value.start, known);
    return known;
  };
  return (segments) => {
    const path = [root];
    let here = root;
    for (const segment of segments) {
      const next = enter(here).get(segment);
      if (next === undefined) break;
      path.push(next);
      here = next;
    }
    return path;
  };
}
