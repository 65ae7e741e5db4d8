import { describe, expect, test } from "vitest";
import { monthsFrom } from "../../../core/calendar-date.ts";
import { lastUsefulEntry, monthsToYearEnd } from "../../../core/funnel/index.ts";

describe("the fiscal year of a day ends", () => {
  test.each([
    [12, "2026-11-30", 12, "before the plan: its first year"],
    [12, "2027-01-01", 12, "on its first day"],
    [12, "2029-01-01", 12, "after it: its last year"],
    [6, "2027-03-01", 6, "a plan shorter than a year, with the plan"],
    [24, "2027-12-31", 12, "on the last day of the first year"],
    [24, "2028-01-01", 24, "on the first day of the second"],
    [30, "2029-05-01", 30, "in a last year that is cut short"],
  ])("in a plan of %i months on %s after %i months: %s", (months, asOf, expected) => {
    expect(monthsToYearEnd(monthsFrom("2027-01", months), asOf)).toBe(expected);
  });
});

describe("the last useful entry", () => {
  const months = monthsFrom("2027-01", 12);

  test("lies so many days before the deadline as the fastest tenth takes", () => {
    expect(lastUsefulEntry(0, months, 12)).toBe("2027-12-31");
    expect(lastUsefulEntry(39, months, 12)).toBe("2027-11-22");
    expect(lastUsefulEntry(31, months, 2)).toBe("2027-01-28");
    expect(lastUsefulEntry(364, months, 12)).toBe("2027-01-01");
  });

  test("is none where even the first day of the plan is too late", () => {
    expect(lastUsefulEntry(365, months, 12)).toBeNull();
    expect(lastUsefulEntry(null, months, 12)).toBeNull();
  });
});
