import type { RelatedPlace } from "../finding.ts";
import { placeOf } from "./scan-place.ts";
import { type StringToken, stringValue } from "./scan-string.ts";
import { report, type Walk } from "./scan-walk.ts";
import { excerpt, inWords } from "./syntax-finding-excerpt.ts";

/** Names that every JavaScript object answers to; as keys they could change what a lookup finds (CWE-1321). */
const forbidden: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** Judges a key of the innermost object and remembers it: twice the same, however it is escaped, or forbidden. */
export function judgeKey(walk: Walk, token: StringToken): void {
  const frame = walk.frames.at(-1);
  if (frame === undefined) return;
  const key = stringValue(token);
  frame.segment = key;
  const { start, end } = token;
  const shown = excerpt(key);
  const written = token.escaped ? ` (written ${excerpt(walk.text, start, end)})` : "";
  if (forbidden.has(key)) {
    report(walk, {
      rule: "document/forbidden-key",
      start,
      end,
      message: `The key "${shown}"${written} names a property that every JavaScript object has.`,
      help: "Choose another key.",
    });
  }
  const first = frame.keys.get(key);
  if (first === undefined) {
    frame.keys.set(key, token);
    return;
  }
  const firstPlace: RelatedPlace = {
    file: walk.file,
    pointer: placeOf(walk.frames),
    range: walk.positions.between(first.start, first.end),
    message: `The first "${shown}".`,
  };
  report(
    walk,
    {
      rule: "document/duplicate-key",
      start,
      end,
      message: `The key "${shown}" stands twice in this object: here${written} and at ${inWords(walk.positions.at(first.start))}.`,
      help: "Keep one of the two; the other would be ignored silently.",
    },
    [firstPlace],
  );
}
