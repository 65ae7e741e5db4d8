import type { Positions } from "./position.ts";
import type { Frame } from "./scan-place.ts";
import type { SyntaxFlaw, SyntaxRule } from "./syntax-finding.ts";

/** What may come next: a value, the first entry or another one of a list or object, or what follows a key or value. */
export type Expectation =
  | "value"
  | "first-item"
  | "item"
  | "first-key"
  | "key"
  | "colon"
  | "comma"
  | "end";

/** Where the scan stands when something does not fit. */
export interface Standing {
  readonly text: string;
  readonly positions: Positions;
  readonly expect: Expectation;
  readonly frame: Frame | undefined;
  /** Offset of what does not fit; the length of the text at its end. */
  readonly offset: number;
  /** The character that does not fit; empty at the end of the text. */
  readonly found: string;
  /** End of what came before. */
  readonly before: number;
}

/** The bracket that closes a frame. */
export const closing = (frame: Frame | undefined): string => (frame?.kind === "list" ? "]" : "}");
/** What a frame is called in a message. */
export const noun = (frame: Frame | undefined): string => frame?.kind ?? "document";

const expectations: Readonly<Record<Expectation, (frame: Frame | undefined) => string>> = {
  value: () => "a value",
  item: () => "a value",
  "first-item": () => 'a value or "]"',
  "first-key": () => 'a key in double quotes or "}"',
  key: () => "a key in double quotes",
  colon: () => '":"',
  comma: (frame) => `"," or "${closing(frame)}"`,
  end: () => "the end of the file",
};

/** What was expected, in words: `"," or "}"`. */
export function expected({ expect, frame }: Standing): string {
  return expectations[expect](frame);
}

/** Makes a flaw of what stands at the offset in question, or of another stretch. */
export type Say = (
  rule: SyntaxRule,
  message: string,
  help: string,
  start?: number,
  end?: number,
) => SyntaxFlaw;
