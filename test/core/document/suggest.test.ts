import * as fc from "fast-check";
import { expect, test } from "vitest";
import { distance, suggest } from "../../../core/document/suggest.ts";
import { patience, runs } from "./runs.ts";

const keys = ["conversion", "duration", "leakDuration", "recycle", "season", "value", "cap", "id"];

test.each([
  ["converison", "conversion"],
  ["Conversion", "conversion"],
  ["leak-duration", "leakDuration"],
  ["leak_duraton", "leakDuration"],
  ["vlaue", "value"],
  ["sesaon", "season"],
  ["recycling", "recycle"],
  ["cpa", "cap"],
])("suggest(%j) is %j", (word, candidate) => {
  expect(suggest(word, keys)).toBe(candidate);
});

test.each(["profit", "di", "", "-", "value", "x".repeat(100)])("suggest(%j) is nothing", (word) => {
  expect(suggest(word, keys)).toBeUndefined();
});

test("suggest(word, candidates) does not depend on the order of the candidates", () => {
  expect(suggest("stags", ["stage", "stars", "staqs"])).toBe("stage");
  expect(suggest("stags", ["staqs", "stars", "stage"])).toBe("stage");
});

test("distance(a, b) counts insertions, deletions, replacements and swaps", () => {
  expect(distance("", "abc")).toBe(3);
  expect(distance("abc", "abc")).toBe(0);
  expect(distance("abc", "acb")).toBe(1);
  expect(distance("kitten", "sitting")).toBe(3);
  expect(distance("ca", "abc")).toBe(3);
});

test("distance(a, b) is symmetric, and at most the longer length", patience, () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      const steps = distance(a, b);
      expect(steps).toBe(distance(b, a));
      expect(steps).toBeLessThanOrEqual(Math.max(a.length, b.length));
      expect(steps === 0).toBe(a === b);
    }),
    { numRuns: runs(500) },
  );
});
