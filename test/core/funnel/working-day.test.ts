import { expect, test } from "vitest";
import { firstWorkingDay } from "../../../core/funnel/working-day.ts";

const week = { monday: ["09:00-17:00"], friday: ["09:00-12:00"] };

test.each([
  ["2027-01", "2027-01-01", "a Friday"],
  ["2027-05", "2027-05-03", "after a Saturday and a Sunday"],
  ["2027-03", "2027-03-01", "a Monday"],
])("without a calendar %s begins on %s, %s", (month, day) => {
  expect(firstWorkingDay(month, undefined)).toBe(day);
});

test("holidays and days that the calendar leaves out are free", () => {
  const calendar = {
    id: "office",
    timeZone: "Europe/Berlin",
    week,
    holidays: [{ id: "new-year", date: "2027-01-01" }],
  };
  expect(firstWorkingDay("2027-01", calendar)).toBe("2027-01-04");
  expect(firstWorkingDay("2027-06", calendar)).toBe("2027-06-04");
});

test("a month without a working day begins on its first day", () => {
  const holidays = Array.from({ length: 28 }, (_, day) => ({
    id: `closed-${day}`,
    date: `2027-02-${String(day + 1).padStart(2, "0")}`,
  }));
  const closed = { id: "office", timeZone: "Europe/Berlin", week, holidays };
  expect(firstWorkingDay("2027-02", closed)).toBe("2027-02-01");
});
