import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lengthOf, monthsFrom } from "../../../core/calendar-date.ts";
import { monthsOf, quarterOf, spreadOverMonths } from "../../../core/plan/period.ts";
import { planOf } from "./edited.ts";

/** Targets are agreed for months and quarters, and computed month by month, to the last cent. */

describe("a period", () => {
  test.each([
    ["2027-03", ["2027-03"]],
    ["2027-Q1", ["2027-01", "2027-02", "2027-03"]],
    ["2027-Q4", ["2027-10", "2027-11", "2027-12"]],
  ])("%s has the months %j", (period, months) => {
    expect(monthsOf(period)).toEqual(months);
  });

  test("and its quarter belong together", () => {
    for (const month of monthsFrom("2026-01", 48))
      expect(monthsOf(quarterOf(month))).toContain(month);
  });
});

describe("a quarter's target", () => {
  const q1 = monthsFrom("2027-01", 3);

  test("is spread by days: 31, 28 and 31 of 90", () => {
    expect(spreadOverMonths(new Map([["2027-Q1", 90_000n]]), q1)).toEqual([
      31_000n,
      28_000n,
      31_000n,
    ]);
  });

  test("knows leap years: 31, 29 and 31 of 91", () => {
    expect(spreadOverMonths(new Map([["2028-Q1", 91_000n]]), monthsFrom("2028-01", 3))).toEqual([
      31_000n,
      29_000n,
      31_000n,
    ]);
  });

  test("loses no cent: 100.00 is 34.45, 31.11 and 34.44", () => {
    expect(spreadOverMonths(new Map([["2027-Q1", 10_000n]]), q1)).toEqual([3445n, 3111n, 3444n]);
  });

  test("gives way to a month's own, and the months that nothing covers get nothing", () => {
    const amounts = new Map([
      ["2027-02", 5n],
      ["2027-Q1", 90_000n],
    ]);
    expect(spreadOverMonths(amounts, monthsFrom("2027-01", 5))).toEqual([
      31_000n,
      5n,
      31_000n,
      0n,
      0n,
    ]);
  });

  test("adds up over its months exactly, each within a cent of its days' share", () => {
    const quarter = fc
      .tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 4 }))
      .map(([year, number]) => `${year}-Q${number}`);
    fc.assert(
      fc.property(quarter, fc.bigInt({ min: 0n, max: 10n ** 17n }), (period, amount) => {
        const months = monthsOf(period);
        const parts = spreadOverMonths(new Map([[period, amount]]), months);
        expect(parts.reduce((sum, each) => sum + each, 0n)).toBe(amount);
        const days = BigInt(months.reduce((sum, each) => sum + lengthOf(each), 0));
        for (const [index, part] of parts.entries()) {
          const share = amount * BigInt(lengthOf(months[index] ?? ""));
          expect(part * days > share - days && part * days < share + days).toBe(true);
        }
      }),
    );
  });
});

describe("a sound plan", () => {
  test("has its targets in minor units per month, and the deals that they make", () => {
    const [segment] = planOf(["targets", '"2027-Q2": 180000', '"2027-Q2": 180000.01']).segments;
    expect(segment?.revenue.new).toEqual([0n, 0n, 0n, 5_934_066n, 6_131_869n, 5_934_066n]);
    expect(segment?.revenue.new.reduce((sum, each) => sum + each, 0n)).toBe(18_000_001n);
    expect(segment?.wins.winsPerMonth.reduce((sum, each) => sum + each, 0)).toBeCloseTo(
      18.000001,
      9,
    );
  });

  test("counts in the smallest unit of its currency", () => {
    const yen = planOf(["plan", '"EUR"', '"JPY"']);
    expect(yen.segments[0]?.revenue.new.slice(3)).toEqual([59_341n, 61_319n, 59_340n]);
    expect(yen.segments[0]?.dealValue).toEqual({
      new: 10_000n,
      expansion: undefined,
      renewal: 9000n,
    });
    const dinar = planOf(["plan", '"EUR"', '"KWD"']);
    expect(dinar.segments[0]?.dealValue.new).toBe(10_000_000n);
  });

  test("takes a total for new business until somebody splits it", () => {
    const [segment] = planOf([
      "targets",
      '"new": { "2027-Q1": 0, "2027-Q2": 180000 }, "expansion": 0, "renewal": 0',
      '"total": { "2027-01": 30000 }',
    ]).segments;
    expect(segment?.revenue.new).toEqual([3_000_000n, 0n, 0n, 0n, 0n, 0n]);
  });

  test("knows its stages before the sale, and the function of each", () => {
    expect(
      planOf().stages.map(({ id, beforeSale, team, business }) => [id, beforeSale, team, business]),
    ).toEqual([
      ["noticing", true, "marketing", undefined],
      ["comparing", true, "sales", undefined],
      ["running", false, "success", "new"],
      ["staying", false, "success", "renewal"],
    ]);
  });

  test("has one way to the sale and one to each last stage after it", () => {
    const upsell =
      '{"id":"running-growing","from":"running","to":"growing","conversion":{"value":0.3,"assumed":"two of six"},"duration":{"fixed":200}},';
    const [segment] = planOf(
      [
        "journey",
        '{\n      "id": "staying"',
        '{ "id": "growing", "title": "We add a line", "exit": "A second order", "business": "expansion" },\n    {\n      "id": "staying"',
      ],
      ["journey", '"transitions": [', `"transitions": [${upsell}`],
    ).segments;
    const ids = (chain: { readonly stages: readonly { readonly id: string }[] }): string =>
      chain.stages.map((stage) => stage.id).join(" > ");
    expect(segment && ids(segment.toSale)).toBe("noticing > comparing > running");
    expect(segment?.beyondSale.map(ids)).toEqual(["running > growing", "running > staying"]);
  });

  test("has the agreed choices, and the defaults where it makes none", () => {
    expect(
      planOf(["targets", '{ "beyondHorizon": "none" }', '{ "recovery": 2, "note": "brave" }'])
        .planning,
    ).toEqual({
      basis: "cumulative",
      catchUp: "soonest",
      recovery: 2,
      steadiness: 0.1,
      beyondHorizon: "growth",
      confidence: 0.8,
    });
  });

  test("ends a dated change on its day, and follows it by the next", () => {
    const [segment] = planOf([
      "journey",
      '"duration": { "median": 20, "p90": 45 }',
      '"duration": { "median": 20, "p90": 45 }, "changes": [{"id":"b","from":"2027-05-01","conversion":{"value":0.5,"assumed":"x"}},{"id":"a","from":"2027-02-01","until":"2027-03-01","duration":{"fixed":3}}]',
    ]).segments;
    const usual = { family: "gamma", median: 20, p90: 45 };
    expect(segment?.toSale.model.steps[1]?.changes).toEqual([
      { from: "2027-02-01", conversion: 0.25, lag: { family: "fixed", days: 3 } },
      { from: "2027-03-01", conversion: 0.25, lag: usual },
      { from: "2027-05-01", conversion: 0.5, lag: usual },
    ]);
  });
});
