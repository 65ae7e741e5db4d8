import { closing } from "./scan-expect.ts";
import { judgeKey } from "./scan-key.ts";
import { misfit } from "./scan-misfit.ts";
import type { Frame } from "./scan-place.ts";
import { isBare, notClosed, readBare, readQuoted } from "./scan-value.ts";
import { advance, afterValue, standing, type Walk } from "./scan-walk.ts";
import type { SyntaxFlaw } from "./syntax-finding.ts";
import { grouped } from "./syntax-finding-excerpt.ts";

/** A list has no keys; all lists share none. */
const noKeys: Frame["keys"] = new Map();

const overLimit = (
  rule: "document/too-deep" | "document/too-many-values",
  offset: number,
  message: string,
): SyntaxFlaw => ({ rule, start: offset, end: offset + 1, message, help: "Split the document." });

function open(walk: Walk, kind: "object" | "list"): SyntaxFlaw | undefined {
  const maximum = walk.limits.maximumDepth;
  if (walk.frames.length >= maximum) {
    const message = `Here objects and lists are more than ${grouped(maximum)} deep in each other.`;
    return overLimit("document/too-deep", walk.offset, message);
  }
  const segment = kind === "list" ? 0 : undefined;
  walk.frames.push({
    kind,
    open: walk.offset,
    segment,
    keys: kind === "list" ? noKeys : new Map(),
  });
  advance(walk, walk.offset + 1, kind === "list" ? "first-item" : "first-key");
  return undefined;
}

function value(walk: Walk, found: string): SyntaxFlaw | undefined {
  const begins = found === "{" || found === "[" || found === '"' || isBare(found.charCodeAt(0));
  if (!begins) return misfit(standing(walk));
  walk.nodes += 1;
  const maximum = walk.limits.maximumNodes;
  if (walk.nodes > maximum) {
    const message = `The document has more than ${grouped(maximum)} values; this is the first one too many.`;
    return overLimit("document/too-many-values", walk.offset, message);
  }
  if (found === "{") return open(walk, "object");
  if (found === "[") return open(walk, "list");
  if (found !== '"') {
    readBare(walk);
    return undefined;
  }
  const token = readQuoted(walk);
  if (!token.closed) return notClosed(walk, token);
  advance(walk, token.end, afterValue(walk));
  return undefined;
}

function key(walk: Walk, found: string): SyntaxFlaw | undefined {
  if (found !== '"') return misfit(standing(walk));
  const token = readQuoted(walk);
  if (!token.closed) return notClosed(walk, token);
  judgeKey(walk, token);
  advance(walk, token.end, "colon");
  return undefined;
}

function comma(walk: Walk): void {
  const frame = walk.frames.at(-1);
  if (frame === undefined) return;
  frame.segment = typeof frame.segment === "number" ? frame.segment + 1 : undefined;
  advance(walk, walk.offset + 1, frame.kind === "list" ? "item" : "key");
}

/** Reads one token; returns the structural flaw that ends the scan, if there is one. */
export function step(walk: Walk): SyntaxFlaw | undefined {
  const { text, expect, offset } = walk;
  const found = text.charAt(offset);
  const mayClose = expect === "comma" || expect === "first-item" || expect === "first-key";
  if (mayClose && found === closing(walk.frames.at(-1))) {
    walk.frames.pop();
    advance(walk, offset + 1, afterValue(walk));
    return undefined;
  }
  switch (expect) {
    case "value":
    case "item":
    case "first-item":
      return value(walk, found);
    case "key":
    case "first-key":
      return key(walk, found);
    case "colon":
      if (found !== ":") break;
      advance(walk, offset + 1, "value");
      return undefined;
    case "comma":
      if (found !== ",") break;
      comma(walk);
      return undefined;
    case "end":
      break;
  }
  return misfit(standing(walk));
}
