import { closing, expected, noun, type Say, type Standing } from "./scan-expect.ts";
import { foreign } from "./scan-foreign.ts";
import type { SyntaxFlaw } from "./syntax-finding.ts";
import { excerpt, inWords } from "./syntax-finding-excerpt.ts";

/** The flaw of a text that ends too early. */
export function unexpectedEnd(at: Standing): SyntaxFlaw {
  const { frame, positions, offset } = at;
  const opened =
    frame === undefined
      ? ""
      : ` The ${noun(frame)} that begins at ${inWords(positions.at(frame.open))} is not closed.`;
  return {
    rule: "document/unexpected-end",
    start: offset,
    end: offset,
    message: `The file ends where ${expected(at)} was expected.${opened}`,
    help:
      frame === undefined
        ? "Add the value."
        : `Add what is missing and "${closing(frame)}", or restore the rest of the file.`,
  };
}

/** The flaws of a bracket that closes, and of a comma, where something else was due. */
function punctuation(at: Standing, say: Say): SyntaxFlaw | undefined {
  const { positions, expect, frame, found, before } = at;
  const closes = found === "}" || found === "]";
  if (closes && frame !== undefined && found !== closing(frame)) {
    return say(
      "document/bracket-mismatch",
      `The ${noun(frame)} that begins at ${inWords(positions.at(frame.open))} is closed by "${found}".`,
      `Close it with "${closing(frame)}".`,
    );
  }
  if (closes && (expect === "item" || expect === "key")) {
    return say(
      "document/trailing-comma",
      `A comma stands after the last entry of this ${noun(frame)}.`,
      `Remove the comma before "${found}".`,
      before - 1,
      before,
    );
  }
  if (expect === "colon") {
    return say(
      "document/colon-missing",
      `A key is followed by ":" and its value; here follows "${excerpt(found)}".`,
      'Write "key": value.',
    );
  }
  const needsValue = expect === "value" || expect === "item" || expect === "first-item";
  if (needsValue && frame !== undefined && (closes || found === ",")) {
    return say(
      "document/value-missing",
      `A value is missing before "${found}".`,
      `Write the value, or remove ${expect === "value" ? "the key" : "the comma"}.`,
    );
  }
  return undefined;
}

/** The way out for digits where a key was due: most often the number before them is written with a comma. */
function withoutComma({ text, offset, before }: Standing, digits: string): string {
  const whole = /(\d{1,100}),$/.exec(text.slice(Math.max(0, before - 101), before))?.[1];
  const isKey = /^\s*:/.test(text.slice(offset + digits.length, offset + digits.length + 100));
  if (whole === undefined || isKey) return `Put the key into double quotes: "${excerpt(digits)}".`;
  const [joined, pointed] = [`${whole}${digits}`, `${whole}.${digits}`].map((each) =>
    excerpt(each),
  );
  return digits.length === 3 && !whole.startsWith("0")
    ? `Write ${joined} without a comma; decimals would have a point: ${pointed}.`
    : `Write decimals with a point: ${pointed}.`;
}

/** The one structural flaw of what stands at `at.offset`, where it does not fit. */
export function misfit(at: Standing): SyntaxFlaw {
  const { text, expect, frame, found, offset, before } = at;
  const next = offset + found.length;
  const say: Say = (rule, message, help, start = offset, end = next) => ({
    rule,
    start,
    end,
    message,
    help,
  });
  const known = foreign(at, say) ?? punctuation(at, say);
  if (known !== undefined) return known;
  if (expect === "end") {
    const end = Math.max(next, text.trimEnd().length);
    return say(
      "document/trailing-text",
      `The document is complete, but more text follows: ${excerpt(text, offset, end)}`,
      "Remove what follows; a file holds one document.",
      offset,
      end,
    );
  }
  if (expect === "comma" && /["{[\w.-]/.test(found)) {
    return say(
      "document/comma-missing",
      `A comma is missing between two entries of this ${noun(frame)}.`,
      'Add "," here.',
      before,
      before,
    );
  }
  if ((expect === "key" || expect === "first-key") && /[\p{L}\p{N}_$]/u.test(found)) {
    const digits = /^\d{1,100}/.exec(text.slice(offset, offset + 100))?.[0];
    return say(
      "document/key-not-quoted",
      `A key stands in double quotes; here stands "${excerpt(digits ?? found)}".`,
      digits === undefined ? 'Write "key": value.' : withoutComma(at, digits),
      offset,
      offset + (digits ?? found).length,
    );
  }
  return say(
    "document/unexpected-character",
    `Here stands "${excerpt(found)}" where ${expected(at)} was expected.`,
    "Remove it, or write what was expected.",
  );
}
