import { describe, expect, test } from "vitest";
import { said, saidOf } from "./example.ts";
import { compensationExamples } from "./examples/compensation.ts";

describe("compensation/no-shared-goal", () => {
  test("names the role and whose it is", () => {
    expect(
      saidOf(compensationExamples["compensation/no-shared-goal"].fails),
    ).toMatchInlineSnapshot(`
      "compensation.json:12:21 error compensation/no-shared-goal Nothing in the pay of the role "Head of marketing" of marketing depends on a goal that marketing and sales share.
        Add a component with "sharedGoal": "together", or name the shared goal in the component that is one. [marketing]"
    `);
  });
  test("names a function without a pay plan", () => {
    expect(said(["compensation", "rolePlans/sales-2027", undefined])).toMatchInlineSnapshot(`
      "compensation.json:7:16 error compensation/no-shared-goal No role of sales has a pay plan, so no goal is shared by the pay of both functions.
        Add a role plan for a role of sales, with a component that has "sharedGoal": "together". [sales]"
    `);
  });
  test("names a shared goal that one side alone is paid for", () => {
    expect(
      said(
        [
          "compensation",
          "sharedGoals/kept",
          { id: "kept", title: "Customers kept", metric: "customers-kept", period: "year" },
        ],
        [
          "compensation",
          "rolePlans/sales-2027/components/margin",
          { id: "kept", metric: "customers-kept", sharedGoal: "kept", weight: 0.8, period: "year" },
        ],
      ),
    ).toMatchInlineSnapshot(`
      "compensation.json:6:5 error compensation/no-shared-goal The shared goal "Customers kept" stands in the pay of sales alone; a goal is shared when both are paid for it.
        Add a component with "sharedGoal": "kept" to a role plan of marketing, or take the goal out. [marketing]"
    `);
  });
});

describe("compensation/shared-weight", () => {
  test("says the weight and the least weight", () => {
    expect(saidOf(compensationExamples["compensation/shared-weight"].fails)).toMatchInlineSnapshot(`
      "compensation.json:12:21 error compensation/shared-weight Shared goals make up 10 % of the variable pay of the role "Head of marketing" of marketing; at least 20 % is agreed for both functions.
        Give the shared goals 20 % or more, and the other components as much less. [marketing]"
    `);
  });
  test("takes a tenth where nothing is agreed", () => {
    const changes = compensationExamples["compensation/shared-weight"].fails.changes;
    expect(said(...changes, ["compensation", "minimumSharedWeight", undefined])).toBe("");
  });
  test("wants it counted alike", () => {
    const component = "rolePlans/sales-2027/components/together";
    expect(
      said(
        ["compensation", `${component}/metric`, "contribution-margin"],
        ["compensation", `${component}/period`, "month"],
      ),
    ).toMatchInlineSnapshot(`
      "compensation.json:30:21 error compensation/shared-weight The role "Account manager" is paid for the shared goal "New revenue" by the metric "contribution-margin"; the goal's metric is "booked-revenue", and a goal is shared only when it is counted alike.
        Write "metric": "booked-revenue", or take "sharedGoal" out of this component. [sales]
        compensation.json:5:59 the shared goal
      compensation.json:33:21 error compensation/shared-weight The role "Account manager" is paid for the shared goal "New revenue" by the period "month"; the goal's period is "quarter", and a goal is shared only when it is counted alike.
        Write "period": "quarter", or take "sharedGoal" out of this component. [sales]
        compensation.json:5:87 the shared goal"
    `);
  });
});

describe("compensation/weights", () => {
  test("says how much is missing", () => {
    expect(saidOf(compensationExamples["compensation/weights"].fails)).toMatchInlineSnapshot(`
      "compensation.json:12:21 error compensation/weights The weights in the pay plan of the role "Head of marketing" add up to 0.9, not to 1: exactly on target it would pay 90 % of the variable pay.
        Raise the weights by 0.1 together, so that they add up to 1. [marketing]"
    `);
  });
  test("says how much is too much, and forgives the last digits", () => {
    const components = "rolePlans/marketing-2027/components";
    expect(said(["compensation", `${components}/new/weight`, 0.8])).toMatchInlineSnapshot(`
      "compensation.json:12:21 error compensation/weights The weights in the pay plan of the role "Head of marketing" add up to 1.1, not to 1: exactly on target it would pay 110 % of the variable pay.
        Lower the weights by 0.1 together, so that they add up to 1. [marketing]"
    `);
    expect(said(["compensation", `${components}/new/weight`, 0.7000000001])).toBe("");
  });
});
