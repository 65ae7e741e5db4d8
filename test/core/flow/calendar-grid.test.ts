import { expect, test } from "vitest";
import { calendarGrid, monthLengths } from "../../../core/flow/calendar-grid.ts";

test("a plan's months have the days of the calendar, leap years too", () => {
  expect(monthLengths(calendarGrid("2027-11-01", 5))).toEqual([30, 31, 31, 29, 31]);
  expect([...calendarGrid("2026-01-01", 3).bounds]).toEqual([0, 31, 59, 90]);
});
