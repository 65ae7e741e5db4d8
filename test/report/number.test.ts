import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  count,
  deals,
  decimal,
  listed,
  money,
  monthName,
  monthRuns,
  percent,
  shortMoney,
  shortMonth,
  whole,
} from "../../report/number.ts";

/** Numbers as people read them, the same on every machine. */

describe("a number", () => {
  test.each([
    [0, "0"],
    [7, "7"],
    [1234, "1,234"],
    [1234567.891, "1,234,567.89"],
    [0.1 + 0.2, "0.3"],
    [1.005, "1"],
    [2.5, "2.5"],
    [-1234.5, "−1,234.5"],
    [-0.001, "0"],
    [9999999999, "9,999,999,999"],
  ])("%d is %s", (value, text) => {
    expect(decimal(value)).toBe(text);
  });

  test("keeps its value to ten digits, whatever its size", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), (value) => {
        const text = decimal(value, 6);
        expect(text).toMatch(/^(?:−?\d{1,3}(?:,\d{3})*(?:\.\d*[1-9])?)$/);
        const back = Number(text.replace("−", "-").replaceAll(",", ""));
        expect(Math.abs(back - value)).toBeLessThanOrEqual(Math.abs(value) * 1e-9 + 5.1e-7);
      }),
    );
  });
});

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

describe("deals, shares and money", () => {
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
    [0.125, "12.5 %"],
    [1, "100 %"],
    [0, "0 %"],
    [1 / 3, "33.3 %"],
  ])("the share %d is %s", (value, text) => {
    expect(percent(value)).toBe(text);
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

  test("an amount has its currency", () => {
    expect(money(1_250_000.4, "EUR")).toBe("1,250,000 EUR");
  });
});

describe("months and words in a row", () => {
  test("a month has its name", () => {
    expect([monthName("2027-03"), shortMonth("2027-03"), shortMonth("2027-03", true)]).toEqual([
      "March 2027",
      "Mar",
      "Mar 2027",
    ]);
    expect([shortMonth("2028-01"), shortMonth("2028-01", false, 2)]).toEqual([
      "Jan 2028",
      "Jan 28",
    ]);
  });

  test.each([
    [[], ""],
    [["a"], "a"],
    [["a", "b"], "a and b"],
    [["a", "b", "c"], "a, b and c"],
  ])("%j is %j", (words, text) => {
    expect(listed(words)).toBe(text);
  });

  const months = ["2027-10", "2027-11", "2027-12", "2028-01", "2028-02"];
  test.each([
    ["10000", "October 2027"],
    ["11100", "October to December 2027"],
    ["00110", "December 2027 to January 2028"],
    ["10101", "October 2027, December 2027 and February 2028"],
    ["11111", "October 2027 to February 2028"],
    ["00000", ""],
  ])("the months %s are %j", (flags, text) => {
    expect(
      monthRuns(
        months,
        [...flags].map((flag) => flag === "1"),
      ),
    ).toBe(text);
  });
});
