import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  calendarGrid,
  civilDate,
  dayNumber,
  monthLengths,
  parseDate,
} from "../../../core/flow/calendar-grid.ts";

test("day numbers are those of the clock's calendar, over four centuries", () => {
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

test("a plan's months have the days of the calendar, leap years too", () => {
  expect(monthLengths(calendarGrid("2027-11-01", 5))).toEqual([30, 31, 31, 29, 31]);
  expect([...calendarGrid("2026-01-01", 3).bounds]).toEqual([0, 31, 59, 90]);
});

test("a text that names no day is no date", () => {
  expect(parseDate("2026-02-29")).toBeUndefined();
  expect(parseDate("2026-2-01")).toBeUndefined();
  expect(parseDate("2028-02-29")).toEqual({ year: 2028, month: 2, day: 29 });
});
