import type { Pointer } from "../finding.ts";

/**
 * The RFC 6901 pointer that goes through `segments`; none is the whole document (`""`).
 *
 * `~` becomes `~0` and `/` becomes `~1`; an index is written in decimals.
 */
export function pointer(...segments: readonly (string | number)[]): Pointer {
  return segments
    .map((segment) => `/${String(segment).replaceAll("~", "~0").replaceAll("/", "~1")}`)
    .join("");
}

/**
 * The segments of a pointer, unescaped; `[]` for the whole document.
 *
 * @returns `undefined` for text that is no pointer: no leading `/`, or a `~` that is followed by neither 0 nor 1.
 */
export function parsePointer(text: Pointer): readonly string[] | undefined {
  if (text === "") return [];
  if (!text.startsWith("/") || /~(?![01])/.test(text)) return undefined;
  return text
    .slice(1)
    .split("/")
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
}
