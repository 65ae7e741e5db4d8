import * as fc from "fast-check";
import { expect, test } from "vitest";
import { positionsOf } from "../../../core/document/position.ts";
import { patience, runs } from "./runs.ts";

test.each([
  ["the start", "ab", 0, "1:1"],
  ["the end of an empty text", "", 0, "1:1"],
  ["after LF", "a\nb", 2, "2:1"],
  ["at LF", "a\nb", 1, "1:2"],
  ["between CR and LF, which are one line end", "a\r\nb", 2, "1:3"],
  ["after CR LF", "a\r\nb", 3, "2:1"],
  ["after a lone CR", "a\rb", 2, "2:1"],
  ["after two CRs", "a\r\rb", 3, "3:1"],
  ["after a pair of surrogates, which are two columns", "😀b", 2, "1:3"],
  ["beyond the end", "a\n", 99, "2:1"],
  ["before the start", "a", -1, "1:1"],
  ["U+2028 ends no line", "a\u2028b", 2, "1:3"],
])("positionsOf(text).at(offset): %s", (_, text, offset, expected) => {
  const { line, column } = positionsOf(text).at(offset);
  expect(`${line}:${column}`).toBe(expected);
});

test("positionsOf(text).at(offset) counts like splitting at line ends does", patience, () => {
  const text = fc.array(fc.constantFrom("\r", "\n", "a", "bc", "😀"), { maxLength: 30 });
  fc.assert(
    fc.property(text, fc.nat(40), (parts, at) => {
      const whole = parts.join("");
      const offset = Math.min(at, whole.length);
      const splitsPair = whole[offset - 1] === "\r" && whole[offset] === "\n";
      fc.pre(!splitsPair);
      const lines = whole.slice(0, offset).split(/\r\n|\r|\n/);
      expect(positionsOf(whole).at(offset)).toEqual({
        line: lines.length,
        column: (lines.at(-1) ?? "").length + 1,
      });
    }),
    { numRuns: runs(500) },
  );
});
