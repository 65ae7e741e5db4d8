import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parsePointer, pointer } from "../../../core/document/pointer.ts";
import { patience, runs } from "./runs.ts";

test("pointer(...segments) escapes ~ and /, as RFC 6901 does", () => {
  expect(pointer()).toBe("");
  expect(pointer("")).toBe("/");
  expect(pointer("segments", 0, "a/b", "m~n", "~1")).toBe("/segments/0/a~1b/m~0n/~01");
});

test("parsePointer(text) reads the examples of RFC 6901, section 5", () => {
  expect(parsePointer("")).toEqual([]);
  expect(parsePointer("/foo/0")).toEqual(["foo", "0"]);
  expect(parsePointer("/")).toEqual([""]);
  expect(parsePointer("/a~1b")).toEqual(["a/b"]);
  expect(parsePointer("/m~0n")).toEqual(["m~n"]);
  expect(parsePointer("/~01")).toEqual(["~1"]);
});

test.each(["foo", " /foo", "/~2", "/~", "#/foo"])("parsePointer(%j) is undefined", (text) => {
  expect(parsePointer(text)).toBeUndefined();
});

test("parsePointer(pointer(...segments)) = segments", patience, () => {
  const segment = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom("~", "/", "0", "1") }));
  fc.assert(
    fc.property(fc.array(segment), (segments) => {
      expect(parsePointer(pointer(...segments))).toEqual(segments);
    }),
    { numRuns: runs(500) },
  );
});
