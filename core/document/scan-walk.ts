import type { Finding, RelatedPlace } from "../finding.ts";
import type { Limits } from "./bytes.ts";
import type { Positions } from "./position.ts";
import type { Expectation, Standing } from "./scan-expect.ts";
import { type Frame, placeOf } from "./scan-place.ts";
import { type SyntaxFlaw, syntaxFinding } from "./syntax-finding.ts";

/** The state of one scan: where it stands, what is open, and what it found. */
export interface Walk {
  readonly file: string;
  readonly text: string;
  readonly limits: Limits;
  readonly positions: Positions;
  readonly frames: Frame[];
  readonly findings: Finding[];
  /** How often each rule was broken at each pointer. */
  readonly occurrences: Map<string, number>;
  expect: Expectation;
  offset: number;
  /** End of the last token. */
  before: number;
  nodes: number;
}

/** Adds the finding of a flaw at the entry that is being read. */
export function report(walk: Walk, flaw: SyntaxFlaw, related: readonly RelatedPlace[] = []): void {
  const place = placeOf(walk.frames);
  const subject = `${flaw.rule}#${place}`;
  const occurrence = (walk.occurrences.get(subject) ?? 0) + 1;
  walk.occurrences.set(subject, occurrence);
  walk.findings.push(syntaxFinding(walk.file, walk.positions, flaw, place, related, occurrence));
}

/** Moves past a token that ends at `end`. */
export function advance(walk: Walk, end: number, expect: Expectation): void {
  walk.offset = end;
  walk.before = end;
  walk.expect = expect;
}

/** What may follow a value where the walk stands. */
export function afterValue(walk: Walk): Expectation {
  return walk.frames.length === 0 ? "end" : "comma";
}

const characterAt = (text: string, offset: number): string => {
  const code = text.codePointAt(offset);
  return code === undefined ? "" : String.fromCodePoint(code);
};

/** What a message about structure needs to know. */
export const standing = (walk: Walk): Standing => ({
  text: walk.text,
  positions: walk.positions,
  expect: walk.expect,
  frame: walk.frames.at(-1),
  offset: walk.offset,
  found: characterAt(walk.text, walk.offset),
  before: walk.before,
});
