import { describe, expect, test } from "vitest";
import { said, saidOf } from "./example.ts";
import { resourceExamples, resources } from "./examples/resource.ts";

const whole = ["resources", "", resources] as const;
const lines = "budget/lines";

describe("budget/does-not-sum", () => {
  test("names the difference to the cent", () => {
    expect(saidOf(resourceExamples["budget/does-not-sum"].fails)).toMatchInlineSnapshot(`
      "resources.json:9:19 error budget/does-not-sum The 2 lines of the line "Finding buyers" add up to EUR 60,000.40; agreed for it is EUR 60,000.50: EUR 0.10 have no line.
        Add a line for the EUR 0.10, for example a reserve, or write EUR 60,000.40 here. [marketing, sales]
        resources.json:13:56 "The guide": EUR 40,000.10
        resources.json:14:54 "Search": EUR 20,000.30"
    `);
  });
  test("says what is too much for the total", () => {
    expect(said(whole, ["resources", "budget/total", 90000])).toMatchInlineSnapshot(`
      "resources.json:4:14 error budget/does-not-sum The 2 lines of the budget add up to EUR 100,000.50; agreed for it is EUR 90,000: EUR 10,000.50 too much.
        Take EUR 10,000.50 out of the lines, or agree on EUR 100,000.50 here. [marketing, sales]
        resources.json:9:19 "Finding buyers": EUR 60,000.50
        resources.json:18:19 "Plant visits": EUR 40,000"
    `);
  });
  test("names a circle once", () => {
    expect(
      said(
        whole,
        ["resources", `${lines}/demand/under`, "guide"],
        ["resources", `${lines}/visits/under`, "visits"],
      ),
    ).toMatchInlineSnapshot(`
      "resources.json:12:18 error budget/does-not-sum The budget lines "Finding buyers" and "The guide" are parts of each other in a circle, so they count nowhere.
        Take "under" out of the line that stands for all of it, or name another line in it. [marketing, sales]
      resources.json:21:18 error budget/does-not-sum The budget line "Plant visits" is a part of itself, so it counts nowhere.
        Take "under" out of the line that stands for all of it, or name another line in it. [marketing, sales]"
    `);
  });
});

describe("budget/one-function", () => {
  test("names who spends it all", () => {
    expect(saidOf(resourceExamples["budget/one-function"].fails)).toMatchInlineSnapshot(`
      "resources.json:5:14 warning budget/one-function All EUR 100,000.50 of the budget are spent by marketing; the plan gives sales nothing to do its part with.
        Add what sales spends on the plan, or name it in "functions" of the lines that both spend. [marketing, sales]"
    `);
  });
  test("says nothing where a line may be anybody's", () => {
    expect(said(whole, ["resources", `${lines}/visits/functions`, undefined])).toBe("");
  });
});
