import { compareFindings, type Findings } from "../finding.ts";
import { defaultLimits, type Limits } from "./bytes.ts";
import { positionsOf } from "./position.ts";
import { unexpectedEnd } from "./scan-misfit.ts";
import { step } from "./scan-step.ts";
import { report, standing, type Walk } from "./scan-walk.ts";
import type { SyntaxFlaw } from "./syntax-finding.ts";

/** More findings help nobody; the scan stops there. */
const maximumFindings = 100;

function skipSpace(text: string, start: number): number {
  let offset = start;
  for (; offset < text.length; offset += 1) {
    const code = text.charCodeAt(offset);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return offset;
  }
  return offset;
}

const emptyFlaw: SyntaxFlaw = {
  rule: "document/empty",
  start: 0,
  end: 0,
  message: "The file is empty; a JSON document was expected.",
  help: "Write the document, or delete the file if the plan does without it.",
};

/**
 * Everything that keeps `text` from being one exact JSON document, in the order of the text; empty when nothing does.
 *
 * Stricter than RFC 8259: what two readers could read differently is refused too (duplicate keys, numbers that change,
 * control characters, halves of characters). The first flaw of structure ends the scan and is reported with what was found before it;
 * flaws of values and keys are all reported, up to 100. Iterative and linear: depth and width cost no stack.
 */
export function scan(file: string, text: string, limits: Limits = defaultLimits): Findings {
  const walk: Walk = {
    file,
    text,
    limits,
    positions: positionsOf(text),
    frames: [],
    findings: [],
    occurrences: new Map(),
    expect: "value",
    offset: 0,
    before: 0,
    nodes: 0,
  };
  while (walk.findings.length < maximumFindings) {
    walk.offset = skipSpace(text, walk.offset);
    const atEnd = walk.offset >= text.length;
    if (atEnd && walk.expect === "end") break;
    const empty = atEnd && walk.before === 0;
    const flaw = empty ? emptyFlaw : atEnd ? unexpectedEnd(standing(walk)) : step(walk);
    if (flaw === undefined) continue;
    report(walk, flaw);
    break;
  }
  return walk.findings.toSorted(compareFindings).slice(0, maximumFindings);
}
