import { describe, expect, test } from "vitest";
import { parse } from "../../../core/document/parse.ts";
import type { Range } from "../../../core/finding.ts";
import { documentOf, file, utf8 } from "./read.ts";

const targets = `{
  "currency": "EUR",
  "segments": {
    "smb": { "revenue": 24000.00, "note": "agreed\\nin May" },
    "a/b": [1, [2.50]]
  }
}
`;

const shown = (range: Range | undefined): string =>
  range === undefined
    ? "nowhere"
    : `${range.start.line}:${range.start.column}-${range.end.line}:${range.end.column}`;

describe("parse(file, bytes)", () => {
  const document = documentOf(targets);

  test("gives the text, and what it says", () => {
    expect(document.file).toBe(file);
    expect(document.text).toBe(targets);
    expect(document.value).toEqual({
      currency: "EUR",
      segments: { smb: { revenue: 24000, note: "agreed\nin May" }, "a/b": [1, [2.5]] },
    });
  });

  test.each([
    ["", "1:1-7:2"],
    ["/currency", "2:15-2:20"],
    ["/segments/smb/revenue", "4:25-4:33"],
    ["/segments/a~1b/1/0", "5:17-5:21"],
    ["/segments/a~1b/1", "5:16-5:22"],
    ["/segments/smb/value", "nowhere"],
    ["/segments/a~1b/2", "nowhere"],
    ["/segments/a~1b/01", "nowhere"],
    ["/segments/a~1b/-", "nowhere"],
    ["/segments/a~1b/length", "nowhere"],
    ["/currency/0", "nowhere"],
    ["/toString", "nowhere"],
    ["currency", "nowhere"],
  ])("rangeOf(%j) is %s", (pointer, range) => {
    expect(shown(document.rangeOf(pointer))).toBe(range);
  });

  test.each([
    ["/currency", "2:3-2:13"],
    ["/segments/smb/note", "4:35-4:41"],
    ["/segments/a~1b", "5:5-5:10"],
    ["", "nowhere"],
    ["/segments/a~1b/0", "nowhere"],
    ["/missing", "nowhere"],
  ])("keyRangeOf(%j) is %s", (pointer, range) => {
    expect(shown(document.keyRangeOf(pointer))).toBe(range);
  });

  test.each([
    ["/currency", "2:15-2:20"],
    ["/segments/smb/quota/value", "4:12-4:61"],
    ["/segments/a~1b/7", "5:12-5:23"],
    ["/missing", "1:1-7:2"],
    ["no pointer", "1:1-7:2"],
  ])("nearestRange(%j) is %s", (pointer, range) => {
    expect(shown(document.nearestRange(pointer))).toBe(range);
  });

  test("sourceOf(pointer) keeps the digits that a number was written with", () => {
    expect(document.sourceOf("/segments/smb/revenue")).toBe("24000.00");
    expect(document.sourceOf("/segments/a~1b")).toBe("[1, [2.50]]");
    expect(document.sourceOf("/segments/smb/note")).toBe('"agreed\\nin May"');
    expect(document.sourceOf("/missing")).toBeUndefined();
  });

  test("keys are compared by what they say, not by how they are written", () => {
    const escaped = documentOf('{"qu\\u006fta": 1, "": 2, "~": 3}');
    expect(escaped.sourceOf("/quota")).toBe("1");
    expect(escaped.sourceOf("/")).toBe("2");
    expect(escaped.sourceOf("/~0")).toBe("3");
  });

  test("a value at the top may be any value", () => {
    expect(documentOf(" 7 ").value).toBe(7);
    expect(shown(documentOf(" 7 ").rangeOf(""))).toBe("1:2-1:3");
    expect(documentOf("null").value).toBeNull();
  });

  test("ends of lines are LF, CR LF and CR", () => {
    expect(shown(documentOf('{\r\n"a":\r1}').rangeOf("/a"))).toBe("3:1-3:2");
  });

  test("a document of a megabyte, and a place in it, is a matter of a blink", () => {
    const item = { id: "x", conversion: { value: 0.41, note: "ünïcode\n" }, list: [1, 2.5, null] };
    const text = JSON.stringify({ items: Array.from({ length: 10_500 }, () => item) }, null, 1);
    const bytes = utf8(text);
    expect(bytes.length).toBeGreaterThan(1_048_576);
    const times = Array.from({ length: 3 }, () => {
      const start = performance.now();
      const read = parse(file, bytes);
      expect(read.ok && read.value.sourceOf("/items/10499/conversion/value")).toBe("0.41");
      return performance.now() - start;
    });
    // 300 ms is the promise; twice that leaves room for a busy machine.
    expect(Math.min(...times)).toBeLessThan(600);
  });
});
