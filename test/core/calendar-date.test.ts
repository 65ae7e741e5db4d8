import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addMonths,
  civilDate,
  dateOf,
  dayNumber,
  dayNumberOf,
  daysInMonth,
  lengthOf,
  monthIndex,
  monthsFrom,
  parseDate,
} from "../../core/calendar-date.ts";

const two = (number: number): string => String(number).padStart(2, "0");

describe("days", () => {
  test("are counted from 1970-01-01", () => {
    expect(
      ["1970-01-01", "1970-01-02", "1969-12-31", "2000-03-01", "2027-01-01"].map(dayNumberOf),
    ).toEqual([0, 1, -1, 11_017, 20_819]);
  });

  test("follow each other through four hundred years, counted one by one", () => {
    // The oracle knows only that every fourth year is a leap year, but not every hundredth, yet every fourth of those.
    let expected = dayNumberOf("1800-01-01");
    const wrong: string[] = [];
    for (let year = 1800; year < 2200; year += 1) {
      const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
      const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
      for (const [index, length] of lengths.entries()) {
        expect(daysInMonth(year, index + 1)).toBe(length);
        expect(lengthOf(`${year}-${two(index + 1)}`)).toBe(length);
        for (let day = 1; day <= length; day += 1) {
          if (dayNumberOf(`${year}-${two(index + 1)}-${two(day)}`) !== expected)
            wrong.push(`${year}-${two(index + 1)}-${two(day)} is not day ${expected}`);
          if (dateOf(expected) !== `${year}-${two(index + 1)}-${two(day)}`)
            wrong.push(`day ${expected} is not ${year}-${two(index + 1)}-${two(day)}`);
          expected += 1;
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(expected - dayNumberOf("1800-01-01")).toBe(146_097);
  });

  test("are those of the machine's calendar in UTC, from year 1 to 9999", () => {
    fc.assert(
      fc.property(
        fc.date({
          min: new Date("0001-01-01T00:00:00Z"),
          max: new Date("9999-12-31T00:00:00Z"),
          noInvalidDate: true,
        }),
        (date) => {
          const day = Math.floor(date.getTime() / 86_400_000);
          expect(dayNumberOf(date.toISOString().slice(0, 10))).toBe(day);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("and back are those of the clock's calendar, over four centuries", () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (day) => {
        const date = new Date(day * 86_400_000);
        const civil = {
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        };
        expect(civilDate(day)).toEqual(civil);
        expect(dayNumber(civil)).toBe(day);
      }),
    );
  });

  test("a text that names no day is no date", () => {
    expect(parseDate("2026-02-29")).toBeUndefined();
    expect(parseDate("2026-2-01")).toBeUndefined();
    for (const month of ["00", "13"]) expect(parseDate(`2026-${month}-01`)).toBeUndefined();
    expect(parseDate("2026-04-00")).toBeUndefined();
    expect(dayNumberOf("2026-04-31")).toBeNaN();
    expect(parseDate("2028-02-29")).toEqual({ year: 2028, month: 2, day: 29 });
  });
});

describe("months", () => {
  const month = fc
    .tuple(fc.integer({ min: 100, max: 9000 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, number]) => `${String(year).padStart(4, "0")}-${two(number)}`);

  test.each([
    ["2027-01", 1, "2027-02"],
    ["2027-12", 1, "2028-01"],
    ["2027-01", -1, "2026-12"],
    ["2027-06", 0, "2027-06"],
    ["2027-06", 36, "2030-06"],
    ["2027-06", -18, "2025-12"],
    ["0999-12", 1, "1000-01"],
  ])("%s and %i more is %s", (from, count, to) => {
    expect(addMonths(from, count)).toBe(to);
  });

  test("added and taken away again are where they were", () => {
    fc.assert(
      fc.property(month, fc.integer({ min: -1000, max: 1000 }), (from, count) => {
        expect(addMonths(addMonths(from, count), -count)).toBe(from);
        expect(monthIndex(addMonths(from, count)) - monthIndex(from)).toBe(count);
      }),
    );
  });

  test("in a row touch each other: each begins where the one before ends", () => {
    fc.assert(
      fc.property(month, (start) => {
        const months = monthsFrom(start, 24);
        expect(months).toHaveLength(24);
        expect(months[0]).toBe(start);
        const ends = months.map((each) => dayNumberOf(`${each}-01`) + lengthOf(each));
        const begins = months.map((each) => dayNumberOf(`${each}-01`));
        expect(begins.slice(1)).toEqual(ends.slice(0, -1));
      }),
    );
  });
});
