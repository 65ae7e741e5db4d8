import { type Finding, finding, type Pointer, type RelatedPlace } from "../finding.ts";
import type { Positions } from "./position.ts";

/** Every way in which bytes can fail to be a document, by rule id, with what the rule says. All weigh `error`. */
export const syntaxRules = {
  "document/too-big": "a file stays within the agreed size",
  "document/byte-order-mark": "a file begins with its text, not with a byte order mark",
  "document/not-utf8": "a file is UTF-8 text",
  "document/empty": "a file holds a document",
  "document/too-deep": "objects and lists are nested within the agreed depth",
  "document/too-many-values": "a document has at most the agreed number of values",
  "document/string-too-long": "a string stays within the agreed length",
  "document/merge-conflict": "no conflict of git is left in the text",
  "document/comment": "JSON has no comments; a remark goes into a note",
  "document/wrong-quote": "strings stand in straight double quotes",
  "document/trailing-comma": "no comma stands after the last entry",
  "document/comma-missing": "a comma stands between two entries",
  "document/colon-missing": "a colon stands between a key and its value",
  "document/value-missing": "a value stands where one is announced",
  "document/key-not-quoted": "keys stand in double quotes",
  "document/bracket-mismatch": "a bracket is closed by its own kind",
  "document/trailing-text": "nothing follows the document",
  "document/unexpected-end": "a document is complete",
  "document/unexpected-character": "only JSON stands in a document",
  "document/string-not-closed": "a string ends on the line on which it begins",
  "document/unknown-word": "true, false and null are the only bare words",
  "document/not-a-number": "NaN and Infinity are no values",
  "document/number-malformed": "a number is written as JSON writes it",
  "document/leading-zero": "a number has no leading zeros",
  "document/negative-zero": "zero has no sign",
  "document/number-too-large": "a number is finite",
  "document/number-inexact": "a number is kept with all the digits it is written with",
  "document/escape-unknown": "a backslash begins one of JSON's own escapes",
  "document/control-character": "a string holds no control characters but line feed and tab",
  "document/lone-surrogate": "a string holds whole Unicode characters",
  "document/duplicate-key": "a key stands once in an object",
  "document/forbidden-key": "no key names a property of every JavaScript object",
} as const;

/** The id of a rule about bytes and syntax. */
export type SyntaxRule = keyof typeof syntaxRules;

/** What is wrong in a stretch of text, before it has a place: offsets in UTF-16 code units, `end` exclusive. */
export interface SyntaxFlaw {
  readonly rule: SyntaxRule;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly help: string;
}

/** The finding for a flaw. `occurrence` (from 1) keeps the fingerprints of equal flaws at one pointer apart. */
export function syntaxFinding(
  file: string,
  positions: Positions,
  flaw: SyntaxFlaw,
  pointer: Pointer = "",
  related: readonly RelatedPlace[] = [],
  occurrence = 1,
): Finding {
  return finding({
    rule: flaw.rule,
    severity: "error",
    file,
    pointer,
    range: positions.between(flaw.start, flaw.end),
    message: flaw.message,
    help: flaw.help,
    related,
    subject: `${file}#${pointer}${occurrence === 1 ? "" : `#${occurrence}`}`,
  });
}
