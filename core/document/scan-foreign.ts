import type { Say, Standing } from "./scan-expect.ts";
import type { SyntaxFlaw } from "./syntax-finding.ts";
import { excerpt } from "./syntax-finding-excerpt.ts";

/** The flaws that look the same wherever they stand: conflicts, comments, quotes of other kinds. */
export function foreign(
  { text, offset, expect, found }: Standing,
  say: Say,
): SyntaxFlaw | undefined {
  if (/^(?:<{7}|={7}|>{7})/.test(text.slice(offset, offset + 7))) {
    return say(
      "document/merge-conflict",
      `A conflict of git stands here unsolved: ${excerpt(text, offset, offset + 7)}.`,
      "Keep one of the two sides and remove the three marker lines.",
      offset,
      offset + 7,
    );
  }
  if (found === "#" || text.startsWith("//", offset) || text.startsWith("/*", offset)) {
    const length = found === "#" ? 1 : 2;
    return say(
      "document/comment",
      `JSON has no comments; one begins here with ${text.slice(offset, offset + length)}.`,
      'Remove it, or make it the "note" of the object.',
      offset,
      offset + length,
    );
  }
  if (/['`´‘’‚“”„«»]/.test(found) && expect !== "end") {
    return say(
      "document/wrong-quote",
      `Strings stand in straight double quotes; here stands ${found}.`,
      'Write " on both sides.',
    );
  }
  return undefined;
}
