import { describe, expect, test } from "vitest";
import { monthsFrom } from "../../../core/calendar-date.ts";
import { headcountOver, rampMonths } from "../../../core/funnel/capacity.ts";

/** Who is there, and how productive they are. */

const months = monthsFrom("2027-01", 6);
const ramp = [0.25, 0.5];

describe("a headcount", () => {
  test("of those who were there at the start is fully productive", () => {
    expect(headcountOver(months, { "2026-09": 3 }, ramp).productive).toEqual([3, 3, 3, 3, 3, 3]);
  });
  test("grows by people who follow the ramp", () => {
    expect(headcountOver(months, { "2027-01": 2, "2027-03": 4 }, ramp)).toEqual({
      people: [2, 2, 4, 4, 4, 4],
      productive: [2, 2, 2.5, 3, 4, 4],
    });
  });
  test("knows whoever was added shortly before the start as new", () => {
    expect(headcountOver(months, { "2026-06": 1, "2026-12": 2 }, ramp).productive).toEqual([
      1.5, 2, 2, 2, 2, 2,
    ]);
  });
  test("begins with nobody where its first month lies within the plan", () => {
    expect(headcountOver(months, { "2027-04": 2 }, ramp)).toEqual({
      people: [0, 0, 0, 2, 2, 2],
      productive: [0, 0, 0, 0.5, 1, 2],
    });
  });
  test("loses those who have been there longest, so that nobody is overrated", () => {
    const { people, productive } = headcountOver(
      months,
      { "2027-01": 1, "2027-02": 2, "2027-03": 1.5 },
      ramp,
    );
    expect(people).toEqual([1, 2, 1.5, 1.5, 1.5, 1.5]);
    // In March half of the first one is left, and the second one is in the second month.
    expect(productive).toEqual([1, 1.25, 0.5 + 0.5, 1.5, 1.5, 1.5]);
  });
  test("is read by its months, in whatever order they are written", () => {
    const one = { "2027-03": 4, "2026-12": 2 };
    expect(headcountOver(months, one, ramp)).toEqual(
      headcountOver(months, { "2026-12": 2, "2027-03": 4 }, ramp),
    );
  });
});

test.each([
  [[], 0],
  [[0.5, 0.75], 2],
  [[0.5, 1, 1], 1],
  [[1, 0.5, 1], 2],
])("the ramp %j takes %d months", (steps, takes) => {
  expect(rampMonths(steps)).toBe(takes);
});
