import { describe, expect, test } from "vitest";
import { isVanity, isVolume } from "../../../core/check/metric/measures.ts";
import { said, saidOf } from "./example.ts";
import { measureExamples, register } from "./examples/measure.ts";

const titled = (title: string) => ({ id: "measure", title });

test.each([
  "Number of quotes",
  "Trade-show leads",
  "MQL count",
  "Website visits",
  "Visits to our website",
  "Likes",
  "Impressions",
])("%s is vanity", (title) => {
  expect(isVanity(titled(title))).toBe(true);
  expect(isVolume(titled(title))).toBe(true);
});

test.each([
  "Share of quotes won",
  "Revenue from trade-show leads",
  "MQL to customer conversion",
  "Plant visits",
  "Likely to recommend us",
  "New customers",
  "Net promoter score",
])("%s is not", (title) => {
  expect(isVanity(titled(title))).toBe(false);
  expect(isVolume(titled(title))).toBe(false);
});

describe("metric/vanity-goal", () => {
  test("names the measure and what it is used as", () => {
    expect(saidOf(measureExamples["metric/vanity-goal"].fails)).toMatchInlineSnapshot(`
      "plan.json:13:27 error metric/vanity-goal The measure "website-visits" is used as a part of the goal, but it can rise without anything being sold.
        Measure instead what it is meant to bring about, for example the revenue won from it, and keep this number to explain. [marketing, sales]"
    `);
  });
  test("holds the register to its word, in pay too", () => {
    expect(
      said(
        [
          "plan",
          "metrics",
          [...register, { id: "accepted-value", title: "Value accepted", use: "diagnostic" }],
        ],
        ["compensation", "rolePlans/marketing-2027/components/new/metric", "accepted-value"],
      ),
    ).toMatchInlineSnapshot(`
      "compensation.json:20:34 error metric/vanity-goal The measure "Value accepted" is used as something to be paid for, but the plan's list of metrics calls it a diagnostic, which explains and is not to be reached.
        Use a measure that is a goal here, or agree that this one is: "use": "goal" in plan.json. [marketing, sales]"
    `);
  });
});

describe("metric/leads-only", () => {
  test("names the counts", () => {
    expect(saidOf(measureExamples["metric/leads-only"].fails)).toMatchInlineSnapshot(`
      "plan.json:28:14 error metric/leads-only All 3 measures that are goals count who comes in ("Leads of large firms", "Prospects who compare" and "Meetings held"); whether they buy, pay or stay is nobody's goal.
        Add measures of what becomes of them, for example revenue, margin and customers who stay, with "use": "goal", and call the counts "diagnostic". [marketing, sales]"
    `);
  });
});
