import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultLimits, firstNotUtf8, readText } from "../../../core/document/bytes.ts";
import { file, line, utf8 } from "./read.ts";
import { patience, runs } from "./runs.ts";

const refusal = (bytes: readonly number[]): string => {
  const result = readText(file, Uint8Array.from(bytes));
  return result.ok ? `text ${JSON.stringify(result.value)}` : result.error.map(line).join("\n");
};

const quote = 0x22;

describe("readText(file, bytes)", () => {
  test.each([
    ["ASCII", [quote, 0x61, quote], 'text "\\"a\\""'],
    ["two bytes", [quote, 0xc3, 0xbc, quote], 'text "\\"ü\\""'],
    ["four bytes", [0xf0, 0x9f, 0x98, 0x80], 'text "😀"'],
    ["the last code point", [0xf4, 0x8f, 0xbf, 0xbf], 'text "\u{10ffff}"'],
    ["nothing", [], 'text ""'],
  ])("reads %s", (_, bytes, expected) => {
    expect(refusal(bytes)).toBe(expected);
  });

  test.each([
    ["Windows-1252", [quote, 0xfc, quote], "1:2", "FC", "1"],
    ["after a line feed", [quote, 0x0a, 0xc3, 0xbc, 0x20, 0xff], "2:3", "FF", "5"],
    ["a lone continuation", [0x80], "1:1", "80", "0"],
    ["an overlong form", [0x61, 0xc0, 0xaf], "1:2", "C0", "1"],
    ["an overlong form of three bytes", [0xe0, 0x80, 0xaf], "1:1", "E0", "0"],
    ["an overlong form of four bytes", [0xf0, 0x80, 0x80, 0xaf], "1:1", "F0", "0"],
    ["a surrogate", [0x20, 0xed, 0xa0, 0x80], "1:2", "ED", "1"],
    ["beyond Unicode", [0xf4, 0x90, 0x80, 0x80], "1:1", "F4", "0"],
    ["a cut character", [0x61, 0xe2, 0x82], "1:2", "E2", "1"],
    ["a compressed file", [0x1f, 0x8b, 0x08, 0x00], "1:2", "8B", "1"],
  ])("refuses %s at its place", (_, bytes, place, byte, offset) => {
    expect(refusal(bytes)).toBe(
      `${place} document/not-utf8 The file is not UTF-8 text: the byte ${byte} at offset ${offset} ` +
        `(line ${place.replace(":", ", column ")}) belongs to no character.`,
    );
  });

  test("recognises UTF-16", () => {
    expect(refusal([0xff, 0xfe, 0x7b, 0x00])).toContain("looks like UTF-16");
    expect(refusal([0xfe, 0xff, 0x00, 0x7b])).toContain("looks like UTF-16");
  });

  test("refuses a byte order mark", () => {
    expect(refusal([0xef, 0xbb, 0xbf, 0x7b, 0x7d])).toBe(
      "1:1 document/byte-order-mark The file begins with a byte order mark (EF BB BF), which JSON does not allow.",
    );
  });

  test("judges the size before it looks at a byte", () => {
    const bytes = new Uint8Array(defaultLimits.maximumBytes + 1).fill(0xff);
    const result = readText(file, bytes);
    expect(result.ok ? "" : result.error.map(line)).toEqual([
      "- document/too-big The file has 8,388,609 bytes; at most 8,388,608 are read.",
    ]);
    const limits = { ...defaultLimits, maximumBytes: 4 };
    expect(readText(file, utf8("1234"), limits).ok).toBe(true);
    expect(readText(file, utf8("12345"), limits).ok).toBe(false);
  });

  test("agrees with a strict decoder on all bytes", patience, () => {
    const byte = fc.oneof(
      fc.integer({ min: 0, max: 255 }),
      fc.constantFrom(0xc2, 0xe0, 0xed, 0xf0, 0xf4, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf),
    );
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 12 }), (values) => {
        const bytes = Uint8Array.from(values);
        const strict = (end: number): boolean => {
          try {
            new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, end));
            return true;
          } catch {
            return false;
          }
        };
        const offset = firstNotUtf8(bytes);
        expect(offset === -1).toBe(strict(bytes.length));
        expect(offset === -1 || strict(offset)).toBe(true);
      }),
      { numRuns: runs(1000) },
    );
  });
});
