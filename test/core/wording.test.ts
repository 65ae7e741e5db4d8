import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { currencyOf } from "../../core/money.ts";
import {
  aboutText,
  amountText,
  countText,
  dateText,
  listText,
  monthsText,
  numberText,
  shareNumberText,
  shareText,
  titleText,
  wholeAmountText,
} from "../../core/wording.ts";

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
    expect(numberText(value, 2)).toBe(text);
  });

  test("keeps its value to ten digits, whatever its size", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), (value) => {
        const text = numberText(value, 6);
        expect(text).toMatch(/^(?:−?\d{1,3}(?:,\d{3})*(?:\.\d*[1-9])?)$/);
        const back = Number(text.replace("−", "-").replaceAll(",", ""));
        expect(Math.abs(back - value)).toBeLessThanOrEqual(Math.abs(value) * 1e-9 + 5.1e-7);
      }),
    );
  });

  test("has one decimal unless told otherwise", () => {
    expect([1000.25, 2 / 3, 12345678901.2].map((each) => numberText(each))).toEqual([
      "1,000.3",
      "0.7",
      "12,345,678,900",
    ]);
  });
});

test("shares are percentages, tiny ones with two digits", () => {
  expect([0, 0.25, 1 / 3, 0.07, 1, 0.00041234, 1.2].map(shareText)).toEqual([
    "0 %",
    "25 %",
    "33.3 %",
    "7 %",
    "100 %",
    "0.041 %",
    "120 %",
  ]);
  expect([0, 0.25, 1 / 3, 0.07, 1, 0.00041234, 0.375].map(shareNumberText)).toEqual([
    "0",
    "0.25",
    "0.333",
    "0.07",
    "1",
    "0.00041",
    "0.375",
  ]);
});

test("amounts have their currency, and decimals only where there are some", () => {
  expect(amountText(2400000n, currencyOf("EUR"))).toBe("EUR 24,000");
  expect(amountText(125050n, currencyOf("EUR"))).toBe("EUR 1,250.50");
  expect(amountText(1250n, currencyOf("JPY"))).toBe("JPY 1,250");
  expect(wholeAmountText(1_250_000.5, "EUR")).toBe("EUR 1,250,001");
  expect(aboutText(28586.35, currencyOf("EUR"))).toBe("about EUR 28,600");
});

test("months in a row are drawn together", () => {
  expect(monthsText(["2027-01"])).toBe("January 2027");
  expect(monthsText(["2027-01", "2027-02"])).toBe("January and February 2027");
  expect(monthsText(["2027-01", "2027-02", "2027-03", "2027-06"])).toBe(
    "January to March 2027 and June 2027",
  );
  expect(monthsText(["2026-11", "2026-12", "2027-01"])).toBe("November 2026 to January 2027");
  expect(monthsText([])).toBe("");
});

test("dates, lists, counts and titles read like prose", () => {
  expect(dateText("2027-03-01")).toBe("1 March 2027");
  expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(listText)).toEqual([
    "",
    "a",
    "a and b",
    "a, b and c",
  ]);
  expect([countText(1, "month"), countText(2, "month"), countText(0, "entry", "entries")]).toEqual([
    "1 month",
    "2 months",
    "0 entries",
  ]);
  expect(titleText('We "see" it')).toBe('"We \\"see\\" it"');
  expect(titleText("🚜".repeat(61))).toBe(`"${"🚜".repeat(59)}…"`);
});
