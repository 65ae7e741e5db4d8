import { describe, expect, test } from "vitest";
import { defaultLimits } from "../../../core/document/bytes.ts";
import { scan } from "../../../core/document/scan.ts";
import { file, findingsOf, line } from "./read.ts";

const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);

/** Hostile documents that are small enough to be read, and the one finding each of them gives. */
const hostile: readonly (readonly [name: string, text: string, found: string])[] = [
  [
    "65 levels",
    nested(65),
    "1:65 document/too-deep Here objects and lists are more than 64 deep in each other.",
  ],
  [
    "100,000 levels",
    nested(100_000),
    "1:65 document/too-deep Here objects and lists are more than 64 deep in each other.",
  ],
  [
    "100,000 open objects",
    '{"a":\n'.repeat(100_000),
    "65:1 document/too-deep Here objects and lists are more than 64 deep in each other.",
  ],
  [
    "a list of 1,000,000 numbers",
    `[${"0,".repeat(999_999)}0]`,
    "1:400000 document/too-many-values The document has more than 200,000 values; this is the first one too many.",
  ],
  [
    "a string of 5,000,000 characters",
    `{"note": "${"x".repeat(5_000_000)}"}`,
    `1:10 document/string-too-long The string "${"x".repeat(39)}… has 5,000,000 characters; at most 100,000 are read.`,
  ],
  [
    "a number of 5,000,000 digits",
    `[${"1".repeat(5_000_000)}]`,
    `1:2 document/number-inexact The number ${"1".repeat(40)}… is written with 5,000,000 characters; at most 100 are read.`,
  ],
  [
    "a string of 99,999 control characters",
    `["${"\u0001".repeat(99_999)}"]`,
    "1:3 document/control-character The string holds the control character \\u0001.",
  ],
  [
    "8,000,000 spaces",
    " ".repeat(8_000_000),
    "1:1 document/empty The file is empty; a JSON document was expected.",
  ],
];

const entries = (count: number): string =>
  `{${Array.from({ length: count }, (_, index) => `"key-${index}": "\\u0061"`).join(",\n")}}`;
const time = (text: string): number => {
  const best = Array.from({ length: 3 }, () => {
    const start = performance.now();
    expect(findingsOf(text)).toEqual([]);
    return performance.now() - start;
  });
  return Math.min(...best);
};

describe("parse(file, bytes) stays within its limits", () => {
  test.each(hostile)("%s: one finding, soon", (_, text, found) => {
    expect(findingsOf(text).map(line)).toEqual([found]);
  });

  test("a document at the limits is read", () => {
    expect(findingsOf(nested(64))).toEqual([]);
    expect(findingsOf(`[${"0,".repeat(199_998)}0]`)).toEqual([]);
    expect(findingsOf(`["${"x".repeat(100_000)}"]`)).toEqual([]);
  });

  test("limits are arguments", () => {
    const limits = { ...defaultLimits, maximumDepth: 1, maximumNodes: 3, maximumString: 2 };
    expect(findingsOf("[1, 2]", limits)).toEqual([]);
    expect(findingsOf("[[1]]", limits).map(line)).toHaveLength(1);
    expect(findingsOf("[1, 2, 3]", limits).map(line)).toHaveLength(1);
    expect(findingsOf('["abc"]', limits).map(line)).toHaveLength(1);
    expect(findingsOf('{"abc": 1}', limits).map(line)).toHaveLength(1);
  });

  test("at most 100 findings are given", () => {
    const repeated = Array.from({ length: 50_000 }, (_, index) => `"k": ${index}`);
    expect(findingsOf(`{${repeated.join()}}`)).toHaveLength(100);
    expect(findingsOf(`[${"nul,".repeat(50_000)}0]`)).toHaveLength(100);
  });

  test("a finding stays small whatever the keys are", () => {
    const key = "k".repeat(90_000);
    const [found] = findingsOf(`{"${key}": {"a": 1, "a": 2}}`);
    expect(JSON.stringify(found).length).toBeLessThan(1_000);
    const path = `{"${"p".repeat(100)}":`.repeat(60);
    const [deep] = findingsOf(`${path}{"a": 1, "a": 2}${"}".repeat(60)}`);
    expect(deep?.rule).toBe("document/duplicate-key");
    expect(JSON.stringify(deep).length).toBeLessThan(2_000);
  });

  test("halves of characters in a text that never was bytes are refused too", () => {
    expect(scan(file, '["\ud800"]').map(line)).toEqual([
      "1:3 document/lone-surrogate The string holds \\ud800, half of a character.",
    ]);
    expect(scan(file, '["\udc00\ud800"]')).toHaveLength(1);
    expect(scan(file, '["\ud83d\ude00"]')).toEqual([]);
    expect(scan(file, '["\\ud83d\ude00"]')).toHaveLength(1);
  });

  test("time grows with the text, not with its square", () => {
    time(entries(1_000));
    expect(time(entries(100_000))).toBeLessThan(Math.max(1, time(entries(10_000))) * 40);
  });
});
