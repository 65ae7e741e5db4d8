import { describe, expect, test } from "vitest";
import { monthsFrom } from "../../../core/calendar-date.ts";
import { hiresFor, type RoleStaffing } from "../../../core/funnel/index.ts";

/** Whom to hire, and by when, so that nobody's hours are missing. */

const months = monthsFrom("2027-01", 6);

const advice = (
  missing: readonly number[],
  staffing: Partial<RoleStaffing> = {},
  asOf = "2026-11-20",
) =>
  hiresFor(
    {
      staffing: {
        headcount: [],
        capacity: [],
        available: [],
        missing,
        hoursPerMonth: 100,
        ramp: [],
        monthsToHire: 0,
        calendar: undefined,
        ...staffing,
      },
    },
    months,
    asOf,
  );

describe("hiring", () => {
  test("is not advised where nothing is missing, or nobody says who is there", () => {
    expect(advice([0, 0, 0, 0, 0, 0])).toEqual({ hires: [], tooLate: [] });
    expect(hiresFor({ staffing: undefined }, months, "2026-11-20").hires).toEqual([]);
  });
  test("asks for as many as the missing hours take, on the first working day of the month", () => {
    expect(advice([0, 0, 0, 0, 250, 0])).toEqual({
      hires: [{ count: 3, startBy: "2027-05-03", decideBy: "2027-05-03", month: "2027-05" }],
      tooLate: [],
    });
  });
  test("is so early that the ramp is over, and the search for people before it", () => {
    const { hires } = advice([0, 0, 0, 0, 40, 0], { ramp: [0.25, 0.5, 0.75], monthsToHire: 2 });
    expect(hires).toEqual([
      { count: 1, startBy: "2027-02-01", decideBy: "2026-12-01", month: "2027-05" },
    ]);
  });
  test("counts on those who are advised already, new ones by their ramp", () => {
    // Whoever begins in January for March brings 50 in January, 50 in February, 100 from March on.
    const ramp = [0.5, 0.5];
    expect(advice([0, 0, 90, 100, 0, 0], { ramp }).hires).toHaveLength(1);
    expect(advice([0, 0, 90, 110, 0, 0], { ramp }).hires).toEqual([
      { count: 1, startBy: "2027-01-01", decideBy: "2027-01-01", month: "2027-03" },
      { count: 1, startBy: "2027-02-01", decideBy: "2027-02-01", month: "2027-04" },
    ]);
  });
  test("does not count on the productivity that comes later", () => {
    const { hires } = advice([0, 0, 0, 0, 0, 50], { ramp: [0.5] }, "2027-04-30");
    expect(hires).toMatchObject([{ startBy: "2027-05-03" }]);
  });
});

describe("hiring too late", () => {
  test("says by how many months, and helps the months that can be helped", () => {
    // Decided on 20 November, found by 20 February, at work from March on, fully productive from April on.
    const found = advice([30, 0, 0, 20, 0, 0], { ramp: [0.5], monthsToHire: 3 });
    expect(found.tooLate).toEqual([{ month: "2027-01", hours: 30, months: 3 }]);
    expect(found.hires).toMatchObject([
      { count: 1, startBy: "2027-03-01", decideBy: "2026-12-01" },
    ]);
  });
  test.each([
    ["2026-12-01", []],
    ["2026-12-02", [{ month: "2027-03", hours: 10, months: 1 }]],
    ["2027-02-01", [{ month: "2027-03", hours: 10, months: 2 }]],
  ])("is judged on %s", (asOf, tooLate) => {
    const staffing = { monthsToHire: 3 };
    expect(advice([0, 0, 10, 0, 0, 0], staffing, asOf).tooLate).toEqual(tooLate);
  });
  test("takes the last day of a shorter month", () => {
    const closed = Array.from({ length: 29 }, (_, day) => ({
      id: `closed-${day}`,
      date: `2027-03-${String(day + 1).padStart(2, "0")}`,
    }));
    const week = { tuesday: ["09:00-12:00"], wednesday: ["09:00-12:00"] };
    const calendar = { id: "office", timeZone: "Europe/Berlin", week, holidays: closed };
    expect(advice([0, 0, 10, 0, 0, 0], { calendar, monthsToHire: 1 }).hires).toMatchObject([
      { startBy: "2027-03-30", decideBy: "2027-02-28" },
    ]);
  });
  test("no number of people without hours makes up for what is missing", () => {
    expect(advice([10, 0, 0, 0, 0, 0], { hoursPerMonth: 0 })).toEqual({ hires: [], tooLate: [] });
  });
});
