import { numberFlaw } from "./scan-number.ts";
import { readString, type StringToken } from "./scan-string.ts";
import { advance, afterValue, report, type Walk } from "./scan-walk.ts";
import type { SyntaxFlaw } from "./syntax-finding.ts";
import { excerpt, grouped } from "./syntax-finding-excerpt.ts";

const words: ReadonlySet<string> = new Set(["true", "false", "null"]);
const bareCharacters: ReadonlySet<number> = new Set(
  Array.from("+-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz%$", (each) =>
    each.charCodeAt(0),
  ),
);

/** True for the code unit of a character that numbers and bare words are made of. */
export function isBare(code: number): boolean {
  return bareCharacters.has(code);
}

/** The end of the number or word that begins at `start`. */
function bareEnd(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && isBare(text.charCodeAt(end))) end += 1;
  return end;
}

function wordFlaw(word: string, start: number): SyntaxFlaw | undefined {
  const lower = word.toLowerCase();
  const meant = words.has(lower)
    ? lower
    : lower === "none" || lower === "undefined"
      ? "null"
      : undefined;
  return {
    rule: "document/unknown-word",
    start,
    end: start + word.length,
    message: `The word "${excerpt(word)}" stands without quotes; only true, false and null do.`,
    help: meant === undefined ? "Put it into double quotes." : `Write ${meant}.`,
  };
}

/** Reads a number or a word; what is wrong with it is a value's flaw and the scan goes on. */
export function readBare(walk: Walk): void {
  const { text, offset } = walk;
  const end = bareEnd(text, offset);
  const source = text.slice(offset, end);
  if (!words.has(source)) {
    const isWord =
      /^(?:[A-Za-z_]|\$(?!\d))/.test(source) && !/^(?:nan|inf(?:inity)?)$/i.test(source);
    const flaw = isWord ? wordFlaw(source, offset) : numberFlaw(source, offset);
    if (flaw !== undefined) report(walk, flaw);
  }
  advance(walk, end, afterValue(walk));
}

/** Reads a string, reports its flaws, and leaves the walk where it was. */
export function readQuoted(walk: Walk): StringToken {
  const token = readString(walk.text, walk.offset);
  for (const flaw of token.flaws) report(walk, flaw);
  const maximum = walk.limits.maximumString;
  if (token.closed && token.source.length > maximum) {
    report(walk, {
      rule: "document/string-too-long",
      start: token.start,
      end: token.end,
      message: `The string ${excerpt(walk.text, token.start, token.end)} has ${grouped(token.source.length)} characters; at most ${grouped(maximum)} are read.`,
      help: "Keep the long text elsewhere and refer to it.",
    });
  }
  return token;
}

/** The flaw of a string that its line does not close. */
export function notClosed(walk: Walk, token: StringToken): SyntaxFlaw {
  return {
    rule: "document/string-not-closed",
    start: token.start,
    end: token.end,
    message: `The string ${excerpt(walk.text, token.start, token.end)} is not closed on its line.`,
    help: 'Add the closing "; a line break inside a string is written \\n.',
  };
}
