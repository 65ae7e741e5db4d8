/** Surrogates stand for code points above U+FFFF, so they move behind the rest of the 16-bit plane. */
function rank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

/** The order of two texts by their UTF-8 bytes, as DynamoDB and SQLite keep them; `<` on strings compares UTF-16 units. */
export function compareUtf8(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const difference = rank(a.charCodeAt(index)) - rank(b.charCodeAt(index));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/**
 * The least text behind every text that starts with the prefix, in the order of {@link compareUtf8}.
 * Undefined when there is none: the empty prefix, or nothing but U+10FFFF.
 */
export function endOfPrefix(prefix: string): string | undefined {
  const points = Array.from(prefix, (point) => point.codePointAt(0) ?? 0);
  while (points.length > 0) {
    const last = points.pop() ?? 0;
    if (last < 0x10ffff) {
      const following = last === 0xd7ff ? 0xe000 : last + 1;
      return String.fromCodePoint(...points, following);
    }
  }
  return undefined;
}
