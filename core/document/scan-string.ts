import type { SyntaxFlaw } from "./syntax-finding.ts";
import { visible } from "./syntax-finding-excerpt.ts";

/** A string as it stands in the text, quotes included. */
export interface StringToken {
  readonly start: number;
  /** After the closing quote, or where the line ends when there is none. */
  readonly end: number;
  readonly closed: boolean;
  /** What stands between the quotes. */
  readonly source: string;
  /** True when `source` has escapes and all can be resolved; else it is taken as it stands. */
  readonly escaped: boolean;
  /** At most one flaw of each rule. */
  readonly flaws: readonly SyntaxFlaw[];
}

/** What a closed string says, escapes resolved. */
export function stringValue(token: StringToken): string {
  return token.escaped ? String(JSON.parse(`"${token.source}"`)) : token.source;
}

const isHigh = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;
/** Line feed and tab have a place in a note; the other controls have none in a plan. */
const isRefused = (code: number): boolean => code < 0x20 && code !== 0x0a && code !== 0x09;

const shortEscapes: ReadonlyMap<string, number> = new Map([
  ['"', 0x22],
  ["\\", 0x5c],
  ["/", 0x2f],
  ["b", 0x08],
  ["f", 0x0c],
  ["n", 0x0a],
  ["r", 0x0d],
  ["t", 0x09],
]);

/** One character of a string: its code unit, its length in the text; `code` is `undefined` for an escape that JSON does not know. */
interface Unit {
  readonly code: number | undefined;
  readonly length: number;
}

function unitAt(text: string, offset: number): Unit {
  const code = text.charCodeAt(offset);
  if (code !== 0x5c) return { code, length: 1 };
  const letter = String.fromCodePoint(text.codePointAt(offset + 1) ?? 0x0a);
  if (letter === "\n" || letter === "\r") return { code: undefined, length: 1 };
  if (letter !== "u") return { code: shortEscapes.get(letter), length: 1 + letter.length };
  const digits = text.slice(offset + 2, offset + 6);
  if (!/^[0-9A-Fa-f]{4}$/.test(digits)) return { code: undefined, length: 2 };
  return { code: Number.parseInt(digits, 16), length: 6 };
}

const sayings = {
  "document/control-character": {
    message: (source: string) => `The string holds the control character ${source}.`,
    help: "Remove it; a line break is written \\n, a tab \\t.",
  },
  "document/lone-surrogate": {
    message: (source: string) => `The string holds ${source}, half of a character.`,
    help: "Write the character itself, or both halves of it.",
  },
  "document/escape-unknown": {
    message: (source: string) => `JSON knows no escape ${source}.`,
    help: 'Write \\\\ for a backslash; the escapes are \\" \\\\ \\/ \\n \\t and \\u with four hex digits.',
  },
} as const;

type FlawKind = keyof typeof sayings;

function flawAt(rule: FlawKind, text: string, start: number, end: number): SyntaxFlaw {
  const { message, help } = sayings[rule];
  return { rule, start, end, message: message(visible(text.slice(start, end))), help };
}

/**
 * The string whose opening quote stands at `start`.
 *
 * It ends at its quote, at the end of its line or at the end of the text. Linear; a string without
 * escapes and flaws, the usual case, is read code unit by code unit and cut out once.
 */
export function readString(text: string, start: number): StringToken {
  const flaws: SyntaxFlaw[] = [];
  const add = (kind: FlawKind, end: number): void => {
    const known = flaws.some((each) => each.rule === kind);
    if (!known) flaws.push(flawAt(kind, text, offset, end));
  };
  let escapes = false;
  let readable = true;
  let offset = start + 1;
  const token = (end: number, closed: boolean): StringToken => {
    const source = text.slice(start + 1, closed ? end - 1 : end);
    return { start, end, closed, source, escaped: escapes && readable && closed, flaws };
  };
  while (offset < text.length) {
    const raw = text.charCodeAt(offset);
    if (raw === 0x22) return token(offset + 1, true);
    if (raw === 0x0a || raw === 0x0d) break;
    if (raw >= 0x20 && raw !== 0x5c && (raw < 0xd800 || raw > 0xdfff)) {
      offset += 1;
      continue;
    }
    const { code, length } = unitAt(text, offset);
    const end = offset + length;
    if (raw === 0x5c) escapes = true;
    if (raw < 0x20 || code === undefined) readable = false;
    if (code === undefined) add("document/escape-unknown", end);
    else if (isRefused(code) || raw === 0x09) add("document/control-character", end);
    else if (isHigh(code)) {
      const next = unitAt(text, end);
      if (next.length === length && isLow(next.code ?? 0)) {
        offset = end + next.length;
        continue;
      }
      add("document/lone-surrogate", end);
    } else if (isLow(code)) add("document/lone-surrogate", end);
    offset = end;
  }
  return token(offset, false);
}
