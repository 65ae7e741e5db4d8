import { describe, expect, test } from "vitest";
import { judge } from "../../core/change/index.ts";
import { compare, requireFunnel } from "../../core/funnel/index.ts";
import { asksOf } from "../../report/impact/asks.ts";
import { tellChanges } from "../../report/impact/change-words.ts";
import { isAgreement } from "../../report/impact/movements.ts";
import { type Change, planWith } from "../core/check/example.ts";

const funnelOf = (changes: readonly Change[]) => {
  const plan = planWith(changes);
  return { plan, funnel: requireFunnel(plan, "2026-12-01") };
};

const base = funnelOf([]);

/** What moves for functions, a line each: `marketing to sales: Handed over at Comparing 95 → 0`. */
function moved(...changes: readonly Change[]): readonly string[] {
  const head = funnelOf(changes);
  return asksOf(compare(base.funnel, head.funnel), base.plan, head.plan)
    .filter((ask) => ask.moved)
    .map(
      ({ team, to, what, before, after, show }) =>
        `${team}${to === undefined ? "" : ` to ${to}`}: ${what} ${show(before)} → ${show(after)}`,
    );
}

/** The changes in words: `Plan, goal, growth, target: 18 → 20 (+11.1 %)`. */
function told(...changes: readonly Change[]) {
  const head = funnelOf(changes);
  return tellChanges(judge(base, head).changes, base.plan, head.plan, { showPay: false });
}

const words = (...changes: readonly Change[]): readonly string[] =>
  told(...changes).map(
    ({ where, before, after, by = "no number" }) => `${where}: ${before} → ${after} (${by})`,
  );

describe("a role that moves to another function", () => {
  test("takes what it must do along, and nothing is told twice", () => {
    expect(moved(["plan", "roles/account-manager/function", "marketing"])).toMatchInlineSnapshot(`
      [
        "marketing to sales: Handed over at Comparing 95 → 0",
      ]
    `);
    expect(moved(["plan", "roles/account-manager/function", "success"])).toMatchInlineSnapshot(
      `
      [
        "marketing to sales: Handed over at Comparing 95 → 0",
        "marketing to success: Handed over at Comparing 0 → 95",
      ]
    `,
    );
  });
});

describe("a change in words", () => {
  test("tells a part of the goal in its own unit", () => {
    expect(
      words(
        ["plan", "goal/revenue/target", 200000],
        ["plan", "goal/profitability/target", 0.35],
        ["plan", "goal/growth/target", 20],
      ),
    ).toEqual([
      "Plan, goal, revenue, target: EUR 180,000 → EUR 200,000 (+11.1 %)",
      "Plan, goal, profitability, target: 32 % → 35 % (+3 points)",
      "Plan, goal, growth, target: 18 → 20 (+11.1 %)",
    ]);
  });

  test("tells another name of a measure as an agreement", () => {
    const ids = ["booked-revenue", "contribution-margin", "customers-kept", "new-customers"];
    const metrics: Change = [
      "plan",
      "metrics",
      ids.map((id) => ({ id, title: id === "booked-revenue" ? "Booked" : id, use: "goal" })),
    ];
    const before = funnelOf([metrics]);
    const after = funnelOf([metrics, ["plan", "metrics/booked-revenue/title", "Invoiced"]]);
    const changes = tellChanges(judge(before, after).changes, before.plan, after.plan, {
      showPay: false,
    });
    expect(changes.map((each) => [each.where, each.before, each.after, isAgreement(each)])).toEqual(
      [['"Invoiced", title', "Booked", "Invoiced", true]],
    );
  });
});
