import { expect, test } from "vitest";
import { dayIn } from "../../functions/zoned-day.ts";

test.each([
  ["Europe/Berlin", "2026-12-31T22:59:59.999Z", "2026-12-31"],
  ["Europe/Berlin", "2026-12-31T23:00:00.000Z", "2027-01-01"],
  // Summer time is an hour more.
  ["Europe/Berlin", "2027-06-30T22:00:00.000Z", "2027-07-01"],
  ["America/Los_Angeles", "2027-01-01T07:59:00.000Z", "2026-12-31"],
  ["Pacific/Kiritimati", "2026-12-31T10:00:00.000Z", "2027-01-01"],
  ["UTC", "2027-02-28T23:59:59.000Z", "2027-02-28"],
])("in %s %s lies on %s", (timeZone, instant, day) => {
  expect(dayIn(timeZone, instant)).toBe(day);
});

test("a time zone that nobody knows is taken for UTC", () => {
  expect(dayIn("Nowhere/At_All", "2026-12-31T23:30:00.000Z")).toBe("2026-12-31");
});
