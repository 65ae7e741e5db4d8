import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { check } from "../../core/check/index.ts";
import { parse, print } from "../../core/document/index.ts";
import { moneyNumber } from "../../core/money.ts";
import { businesses } from "../../core/plan/index.ts";
import { openPlan } from "./open-plan.ts";

/** The days on which the sample plans were agreed. */
const agreed = { "acme-2027": "2026-11-23", "olist-2018": "2018-04-01" } as const;

for (const [plan, asOf] of Object.entries(agreed)) {
  test(`plans/${plan} holds together without an error on the day it was agreed`, () => {
    const answer = check(openPlan(`plans/${plan}`), { asOf });
    expect(answer.findings.filter((each) => each.severity === "error")).toEqual([]);
    expect(answer.checkedPlan?.id).toBe(plan);
  });

  test(`the documents of plans/${plan} are in their canonical form`, () => {
    for (const name of readdirSync(`plans/${plan}`)) {
      const bytes = readFileSync(`plans/${plan}/${name}`);
      const parsed = parse(name, bytes);
      if (!parsed.ok) throw new Error(name);
      expect(print(parsed.value.value), name).toBe(parsed.value.text);
    }
  });
}

test("both are there, whatever other plans are", () => {
  expect(readdirSync("plans")).toEqual(expect.arrayContaining(Object.keys(agreed)));
});

test("the revenue goal of acme-2027 is the sum of all its targets", () => {
  const plan = openPlan("plans/acme-2027");
  const sum = plan.segments
    .flatMap((segment) => businesses.flatMap((kind) => segment.revenue[kind]))
    .reduce((total, amount) => total + amount, 0n);
  expect(moneyNumber(sum, plan.currency)).toBe(plan.documents.plan.value.goal.revenue?.target);
});
