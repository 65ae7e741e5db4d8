import { describe, expect, test } from "vitest";
import { rules } from "../../../core/check/index.ts";
import { findingsOf } from "./example.ts";
import { examples } from "./examples/index.ts";

const ids = rules.map((rule) => rule.id);

test("the base plan satisfies every rule", () => {
  expect(findingsOf({ changes: [] })).toEqual([]);
});

test("the registry is ordered by id, and every rule has both examples", () => {
  expect(ids).toEqual([...new Set(ids)].toSorted());
  expect(Object.keys(examples).toSorted()).toEqual(ids);
});

test("every rule says what holds, in one sentence", () => {
  for (const rule of rules) expect(rule.summary).toMatch(/^[A-Z].*\.$/);
});

describe.each(Object.entries(examples))("%s", (id, { passes, fails }) => {
  test(`passes: ${passes.why}`, () => {
    expect(findingsOf(passes).map((each) => each.rule)).toEqual([]);
  });

  test(`fails: ${fails.why}`, () => {
    const found = findingsOf(fails);
    expect([...new Set(found.map((each) => each.rule))]).toEqual([id]);
    expect(new Set(found.map((each) => each.severity))).toEqual(
      new Set([rules.find((rule) => rule.id === id)?.severity]),
    );
    expect(found.every((each) => each.range !== undefined)).toBe(true);
  });
});
