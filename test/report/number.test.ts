import { describe, expect, test } from "vitest";
import { count, deals, shortMoney, shortMonth, whole } from "../../report/number.ts";

/** Numbers in tables and charts, the same on every machine. */

describe("prospects are whole, and a few are never none", () => {
  test.each([
    [0, "0"],
    [0.4, "< 1"],
    [0.5, "1"],
    [1.49, "1"],
    [1.5, "2"],
    [1234.5, "1,235"],
    [1e-12, "0"],
  ])("%d is %s", (value, text) => {
    expect(whole(value)).toBe(text);
  });

  test.each([
    [1, "1 day"],
    [0, "0 days"],
    [2, "2 days"],
    [1.2, "1 day"],
    [1200, "1,200 days"],
  ])("%d is %s", (value, text) => {
    expect(count(value, "day")).toBe(text);
  });

  test("with another plural", () => {
    expect([count(1, "info", "infos"), count(3, "info", "infos")]).toEqual(["1 info", "3 infos"]);
  });
});

describe("deals and money", () => {
  test.each([
    [0.04, "0"],
    [0.05, "0.1"],
    [12.34, "12.3"],
    [999.4, "999.4"],
    [999.96, "1,000"],
    [1234.5, "1,235"],
  ])("%d deals are %s", (value, text) => {
    expect(deals(value)).toBe(text);
  });

  test.each([
    [0, "0"],
    [999.4, "999"],
    [999.5, "1 k"],
    [1499, "1 k"],
    [340_000, "340 k"],
    [999_499, "999 k"],
    [999_500, "1 M"],
    [1_250_000, "1.25 M"],
    [-340_000, "−340 k"],
  ])("%d in short is %s", (value, text) => {
    expect(shortMoney(value)).toBe(text);
  });
});

describe("months", () => {
  test("a month has its short name", () => {
    expect([shortMonth("2027-03"), shortMonth("2027-03", true)]).toEqual(["Mar", "Mar 2027"]);
    expect([shortMonth("2028-01"), shortMonth("2028-01", false, 2)]).toEqual([
      "Jan 2028",
      "Jan 28",
    ]);
  });
});
