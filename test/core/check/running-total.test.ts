import * as fc from "fast-check";
import { expect, test } from "vitest";
import { covers } from "../../../core/calendar-date.ts";
import { perMonth, shortageOf } from "../../../core/check/running-total.ts";

test("bringing more earlier counts for later months", () => {
  expect(shortageOf([10, 0, 0], [2, 3, 5], "owed")).toBeUndefined();
  expect(shortageOf([0, 10, 0], [2, 3, 5], "owed")).toEqual({
    first: 0,
    worst: 0,
    needed: 2,
    promised: 0,
    short: 2,
    perMonth: 4,
    steepest: { month: 2, needed: 10 },
  });
});

test("half a prospect owes a whole one, and the last digits of a sum owe nobody", () => {
  expect(shortageOf([5], [5.5], "owed")?.short).toBe(1);
  expect(shortageOf([1, 1, 1], [0.9, 1.1, 1 + 1e-12], "owed")).toBeUndefined();
});

test("what is expected may miss the need by half a prospect", () => {
  expect(shortageOf([5], [5.5], "expected")).toBeUndefined();
  expect(shortageOf([5], [5.6], "expected")?.short).toBeCloseTo(0.6, 12);
});

const flat = (needed: readonly number[], each: number): readonly number[] => needed.map(() => each);

test("the number a month that it names is enough, and one less is not", () => {
  const needs = fc.array(fc.double({ min: 0, max: 1e4, noNaN: true }), {
    minLength: 1,
    maxLength: 36,
  });
  fc.assert(
    fc.property(needs, (needed) => {
      const shortage = shortageOf(flat(needed, 0), needed, "owed");
      if (shortage === undefined) return needed.every((each) => each <= 1e-9 * needed.length);
      const enough = shortageOf(flat(needed, shortage.perMonth), needed, "owed");
      const less = shortageOf(flat(needed, shortage.perMonth - 1), needed, "owed");
      return enough === undefined && less !== undefined;
    }),
  );
});

test("a span begins with its first month and ends before its last", () => {
  const span = { from: "2027-02", until: "2027-04" };
  const months = ["2027-01", "2027-02", "2027-03", "2027-04"];
  expect(months.map((month) => covers(span, month))).toEqual([false, true, true, false]);
  expect(
    perMonth(months, [{ ...span, prospectsPerMonth: 3 }, { prospectsPerMonth: 1 }, {}]),
  ).toEqual([1, 4, 4, 1]);
});
