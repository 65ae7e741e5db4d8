import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluateApprovals, policyOf } from "../../../core/approval/index.ts";
import type { JudgedChange } from "../../../core/change/index.ts";
import { askedLess } from "../../../core/check/approval/asked-less.ts";
import { check } from "../../../core/check/index.ts";
import { documentKinds } from "../../../core/document/index.ts";
import { baseDay } from "./base-plan.ts";
import { type Change, lineOf, planWith } from "./example.ts";
import { agreedRules, approvalExamples, growthLater, withoutGrowth } from "./examples/approval.ts";

function between(comparedWith: readonly Change[], changes: readonly Change[]): string {
  return check(planWith(changes), { asOf: baseDay, base: planWith(comparedWith) })
    .findings.filter(({ rule }) => rule === "approval/weakened")
    .map(lineOf)
    .join("\n");
}

const rules = (...items: readonly object[]): Change => ["approvals", "rules", items];
const payRule = { id: "sales-pay", when: { documents: ["compensation"] }, team: "sales" };
const severity = (rule: string, weight: string): Change => [
  "approvals",
  "severities",
  { [rule]: weight },
];

describe("a version asks for less", () => {
  test("where fewer must agree", () => {
    const { fails } = approvalExamples["approval/weakened"];
    expect(between(fails.comparedWith, fails.changes)).toMatchInlineSnapshot(`
      "approvals.json:14:5 warning approval/weakened The rule "sales-agrees" asked for 2 people of "sales", for example for a major change of approvals.json; this version asks for 1 person of it.
        If that is meant, both teams say so in the pull request, by the rules that hold until now. Otherwise put the rule "sales-agrees" back as it was. [marketing, sales]"
    `);
  });

  test("where a rule is gone, and where it applies to less", () => {
    const both = ["marketing", "sales"].map((team) => ({
      id: `${team}-agrees`,
      when: { affects: [team] },
      team,
    }));
    expect(between([rules(...both)], [rules(both[0] ?? {})])).toMatchInlineSnapshot(`
      "approvals.json:7:12 warning approval/weakened The rule "sales-agrees" asked for 1 person of "sales", for example for a major change of plan.json that moves what marketing and sales owe; this version asks for nobody of it.
        If that is meant, both teams say so in the pull request, by the rules that hold until now. Otherwise put the rule "sales-agrees" back as it was. [marketing, sales]"
    `);
    expect(
      between(
        [rules(...both)],
        [rules(both[0] ?? {}, { ...both[1], when: { affects: ["sales"], class: ["major"] } })],
      ),
    ).toMatchInlineSnapshot(`
      "approvals.json:13:5 warning approval/weakened The rule "sales-agrees" asked for 1 person of "sales", for example for a minor change of plan.json that moves what marketing and sales owe; this version asks for nobody of it.
        If that is meant, both teams say so in the pull request, by the rules that hold until now. Otherwise put the rule "sales-agrees" back as it was. [marketing, sales]"
    `);
  });

  test("where a rule speaks for one team, and both were asked", () => {
    expect(between([], [rules(payRule)])).toMatchInlineSnapshot(`
      "approvals.json:8:5 warning approval/weakened Before the rule "sales-pay" the plan asked for 1 person of "marketing", for example for a major change of compensation.json; this version asks for nobody of it.
        If that is meant, both teams say so in the pull request, by the rules that hold until now. Otherwise let rules ask both teams. [marketing, sales]"
    `);
  });

  test("where one person speaks for two teams", () => {
    expect(
      between([], [["approvals", "teams/sales/members", ["omar", "@Mia"]]]),
    ).toMatchInlineSnapshot(`
      "approvals.json:5:42 warning approval/weakened "mia" speaks for "marketing" and "sales" now, so one of them can be asked and answered without anybody who speaks for it alone.
        If that is meant, both teams say so in the pull request, by the rules that hold until now. Otherwise take "mia" out of all teams but one. [marketing, sales]"
    `);
  });

  test("where a rule of the check weighs less", () => {
    expect(
      between([severity("journey/rate-stale", "error")], [severity("goal/incomplete", "info")]),
    ).toMatchInlineSnapshot(`
      "approvals.json:7:17 warning approval/weakened What journey/rate-stale finds was of the severity "error"; by this version it is "warning".
        If that is meant, both teams say so in the pull request, by the rules that hold until now. Otherwise let it weigh "error" again. [marketing, sales]
      approvals.json:7:38 warning approval/weakened What goal/incomplete finds was of the severity "error"; by this version it is "info".
        If that is meant, both teams say so in the pull request, by the rules that hold until now. Otherwise let it weigh "error" again. [marketing, sales]"
    `);
  });

  test("where an exception holds for longer", () => {
    expect(
      between(withoutGrowth(), withoutGrowth({ expires: "2027-12-01" })),
    ).toMatchInlineSnapshot(`
      "approvals.json:14:18 warning approval/weakened The exception "growth-later" was agreed until 2 December 2026; by this version it holds until 1 December 2027.
        If that is meant, both teams say so in the pull request, by the rules that hold until now. Otherwise write "2026-12-02" again. [marketing, sales]"
    `);
  });
});

describe("a version asks for no less", () => {
  test.each<[why: string, changes: readonly Change[], comparedWith?: readonly Change[]]>([
    ["where it is the same", [agreedRules(2)], [agreedRules(2)]],
    [
      "where a rule says in two what it said in one",
      [
        rules(
          { ...payRule, id: "sales-pay-major", when: { ...payRule.when, class: ["major"] } },
          {
            ...payRule,
            id: "sales-pay-other",
            when: { ...payRule.when, class: ["minor", "editorial"] },
          },
        ),
      ],
      [rules(payRule)],
    ],
    [
      "where a rule has another name and a remark",
      [rules({ ...payRule, id: "pay-of-sales", note: "Both teams wanted it." })],
      [rules(payRule)],
    ],
    ["where more people can agree", [["approvals", "teams/sales/members", ["omar", "lena"]]]],
    [
      "where a third team is asked, too",
      [
        ["approvals", "teams/finance", { id: "finance", members: ["farid"] }],
        rules(payRule, { ...payRule, id: "finance-pay", team: "finance" }),
      ],
      [rules(payRule)],
    ],
    ["where a rule of the check weighs more", [severity("journey/rate-stale", "error")]],
    [
      "where an exception ends sooner",
      withoutGrowth(),
      withoutGrowth({ ...growthLater, expires: "2027-01-01" }),
    ],
  ])("%s", (_why, changes, comparedWith = []) => {
    expect(between(comparedWith, changes)).toBe("");
  });
});

describe("for any two agreements", () => {
  const someOf = <Item>(...items: readonly Item[]) => fc.subarray([...items], { minLength: 1 });
  const rule = fc.record({
    when: fc.record(
      {
        class: someOf("major", "minor", "editorial"),
        affects: someOf("marketing", "sales", "success"),
        documents: someOf("approvals", "compensation", "sla"),
      },
      { requiredKeys: [] },
    ),
    team: fc.constantFrom("marketing", "sales"),
    count: fc.integer({ min: 1, max: 3 }),
  });
  const agreement = fc
    .array(rule, { maxLength: 4 })
    .map((items) => items.map((each, index) => ({ id: `rule-${index}`, ...each })))
    .filter((items) => items.every(({ when }) => Object.keys(when).length > 0));
  const anyChange: fc.Arbitrary<JudgedChange> = fc.record({
    document: fc.constantFrom(...documentKinds.map(({ kind }) => kind)),
    class: fc.constantFrom("major", "minor", "editorial"),
    affects: fc.subarray(["marketing", "sales", "success"]),
    fingerprint: fc.constant("one"),
  });
  const people: readonly Change[] = [
    ["approvals", "teams/marketing/members", ["mia", "max", "mona"]],
    ["approvals", "teams/sales/members", ["omar", "lena", "sven"]],
  ];

  test("nothing that needed more people passes unseen", () => {
    fc.assert(
      fc.property(
        agreement,
        agreement,
        fc.array(anyChange, { minLength: 1, maxLength: 3 }),
        fc.subarray(["mia", "max", "mona", "omar", "lena", "sven"]),
        (before, after, changes, agreeing) => {
          const [base, head] = [before, after].map((each) => planWith([...people, rules(...each)]));
          if (base === undefined || head === undefined) return;
          const passes = (plan: typeof base): boolean =>
            evaluateApprovals({
              policy: policyOf(plan.documents.approvals.value),
              changes,
              reviews: agreeing.map((by) => ({
                id: by,
                by,
                says: "approve",
                at: "2026-12-01T00:00:00Z",
                saw: ["one"],
              })),
            }).state === "agreed";
          const eased = passes(head) && !passes(base);
          expect(eased && askedLess(base, head).length === 0).toBe(false);
        },
      ),
    );
  });

  test("nothing is weaker than itself", () => {
    fc.assert(
      fc.property(agreement, (items) => {
        const plan = planWith([rules(...items)]);
        expect(askedLess(plan, plan)).toEqual([]);
      }),
    );
  });
});
