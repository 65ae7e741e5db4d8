import type { Position } from "../finding.ts";

/** How much of the file's own text a message shows, in UTF-16 code units. */
const shown = 40;

/** Characters that a reader cannot see or that a terminal would obey: controls, format characters, odd spaces, halves of pairs. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu;

const escaped = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, "0")}`;
};

/** The text with every character that cannot be seen written as `\u` and four hex digits (`\u{…}` above FFFF). */
export function visible(text: string): string {
  return text.replaceAll(invisible, escaped);
}

/** At most 40 code units of `text` from `start` to `end`, made visible; `…` stands for what was left out. */
export function excerpt(text: string, start = 0, end: number = text.length): string {
  if (end - start <= shown) return visible(text.slice(start, end));
  const last = text.charCodeAt(start + shown - 1);
  const cutsPair = last >= 0xd800 && last <= 0xdbff;
  return `${visible(text.slice(start, start + shown - (cutsPair ? 1 : 0)))}…`;
}

/** A place in words: `line 3, column 5`. */
export function inWords(position: Position): string {
  return `line ${position.line}, column ${position.column}`;
}

/** A count with commas at the thousands, the same everywhere: `1,048,576`. */
export function grouped(count: number): string {
  return String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ",");
}
