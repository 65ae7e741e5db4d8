import { describe, expect, test } from "vitest";
import { check } from "../../core/check/index.ts";
import { type Finding, finding } from "../../core/finding.ts";
import { forecast, requireFunnel } from "../../core/funnel/index.ts";
import { checkBody, forecastBody, requirementsBody } from "../../report/body.ts";
import { durationText, goalLines, showBody, showReport } from "../../report/show.ts";
import { toText } from "../../report/text.ts";
import { baseDay } from "../core/check/base-plan.ts";
import { planWith } from "../core/check/example.ts";
import { withoutGrowth } from "../core/check/examples/approval.ts";
import { type Edit, planOf } from "../core/plan/edited.ts";

/** The plan on a page, and the answers for tools. */

const step = (duration: string): string => {
  const plan = planOf(["journey", '{ "median": 20, "p90": 45 }', duration]);
  const transition = plan.segments[0]?.toSale.transitions[1];
  return transition === undefined ? "" : durationText(transition.document);
};

describe("the plan on a page", () => {
  test("has the goal, the journey, the steps, the duties and the tactics", () => {
    expect(toText(showReport(planOf()))).toMatchInlineSnapshot(`
      "Growth 2027
      ===========

      January 2027 to June 2027, amounts in EUR, dates in Europe/Berlin. Sponsor: Managing director. Kept by: Revenue operations.

      The goal
      --------

      - Revenue: EUR 180,000 (Booked revenue)
      - Profitability: 32 % (Contribution margin)
      - Customer excellence: 90 % (Customers kept)
      - Growth: 18 (New customers)

      The buyer's journey
      -------------------

      What the buyer does, and what each function does for it:

      Stage      The buyer says                    The buyer's next step                                  Owner                     With a person
      Noticing   We notice what stoppages cost us  Someone asks for our guide to stoppages                Head of marketing                     –
      Comparing  We compare ways to avoid them     The buying group asks for an offer in writing          Account manager                       –
      Running    We run with it                    The plant manager confirms a month without a stoppage  Customer success manager              –
      Staying    We stay with it for another year  The plant manager plans the next year with us          Customer success manager              –

      Small firms
      -----------

      Revenue to win (EUR): new 180 k, expansion 0 and renewal 0. The steps, and what they rest on:

      Step                  Go on  Typical time                        Rests on
      Noticing → Comparing   40 %  half in 12, nine in ten in 30 days  160 of 400, entered 2025-10-01 to 2026-10-01
      Comparing → Running    25 %  half in 20, nine in ten in 45 days  40 of 160, entered 2025-10-01 to 2026-10-01
      Running → Staying      90 %  365 days                            45 of 50, entered 2025-01-01 to 2026-01-01

      What each side owes the other
      -----------------------------

      Marketing

      - Bring those who compare (in return: Answer those who compare)

      Sales

      - Answer those who compare (in return: Bring those who compare)

      How each step is caused
      -----------------------

      Tactic                                Causes                                              Who                  State
      Guide to the cost of stoppages        new prospects in Noticing and Noticing → Comparing  Marketing            proven
      Visit a reference plant               Comparing → Running                                 Sales and Marketing  proven
      Yearly review with the plant manager  Running → Staying                                   Customer success     proven

      What we no longer do

      - Stand at the spring trade fair: 412 scans, 3 conversations, nobody who compared in 18 months
      "
    `);
  });

  test("says which part of the goal is not agreed", () => {
    const plan = planOf();
    const { growth: _, ...rest } = plan.documents.plan.value.goal;
    expect(goalLines(rest as typeof plan.documents.plan.value.goal, plan)).toEqual([
      "Revenue: EUR 180,000 (Booked revenue)",
      "Profitability: 32 % (Contribution margin)",
      "Customer excellence: 90 % (Customers kept)",
      "Growth: not agreed",
    ]);
  });

  test.each([
    ['{ "fixed": 1 }', "1 day"],
    ['{ "fixed": 30 }', "30 days"],
    ['{ "median": 20, "p90": 45 }', "half in 20, nine in ten in 45 days"],
    ['{ "mean": 45, "cv": 0.8 }', "45 days on average"],
    ['{ "histogram": [0, 2, 5] }', "as measured, day by day"],
  ])("a step that takes %s takes %s", (duration, text) => {
    expect(step(duration)).toBe(text);
  });

  test("as JSON is the documents as agreed", () => {
    const plan = planOf();
    expect(showBody(plan)).toMatchObject({
      plan: "growth-2027",
      documents: { plan: plan.documents.plan.value, tactics: plan.documents.tactics?.value },
    });
  });
});

describe("answers for tools", () => {
  const third: Edit = ["targets", "180000", "100000"];
  const plan = planOf(third);

  test("carry money as decimal strings with the currency's decimals, which add up", () => {
    const body = requirementsBody(requireFunnel(plan, baseDay)) as {
      segments: { revenue: { new: { target: string[]; expected: string[] } } }[];
    };
    const { target, expected } = body.segments[0]?.revenue.new ?? { target: [], expected: [] };
    expect(target).toEqual(["0.00", "0.00", "0.00", "32967.03", "34065.94", "32967.03"]);
    for (const amount of expected) expect(amount).toMatch(/^\d+\.\d\d$/);
  });

  test("carry prospects with at most ten digits, and whole ones beside them", () => {
    const body = requirementsBody(requireFunnel(plan, baseDay)) as {
      segments: { newProspects: number[]; newProspectsWhole: number[] }[];
    };
    const { newProspects, newProspectsWhole } = body.segments[0] ?? {
      newProspects: [],
      newProspectsWhole: [],
    };
    expect(newProspects.map((each) => Number(each.toPrecision(10)))).toEqual(newProspects);
    expect(newProspectsWhole.every(Number.isInteger)).toBe(true);
    const sum = (series: readonly number[]): number => series.reduce((a, b) => a + b, 0);
    expect(sum(newProspectsWhole)).toBe(Math.ceil(sum(newProspects) - 1e-6));
  });

  test("survive JSON", () => {
    const bodies = [
      requirementsBody(requireFunnel(plan, baseDay)),
      forecastBody(forecast(plan, new Map(), baseDay)),
      checkBody(plan.id, plan.folder, check(plan, { asOf: baseDay })),
    ];
    for (const body of bodies) expect(JSON.parse(JSON.stringify(body))).toEqual(body);
  });

  test("list at most a hundred findings and count them all", () => {
    const findings = Array.from(
      { length: 250 },
      (_, index): Finding =>
        finding({
          rule: "a/b",
          severity: index === 0 ? "error" : "warning",
          file: "x",
          message: `${index}`,
          help: "",
        }),
    );
    const body = checkBody(undefined, "p", {
      asOf: baseDay,
      findings,
      silenced: [],
      notRun: [],
    }) as {
      findings: unknown[];
    };
    expect(body).toMatchObject({ totals: { errors: 1, warnings: 249, infos: 0 } });
    expect(body.findings).toHaveLength(100);
    expect(body).not.toHaveProperty("plan");
  });

  test("say what exceptions silence, and count it apart", () => {
    const accepted = planWith(withoutGrowth());
    const body = checkBody(accepted.id, "p", check(accepted, { asOf: baseDay }));
    expect(body).toMatchObject({
      totals: { errors: 0, warnings: 0, infos: 0, silenced: 1 },
      findings: [],
      silenced: [
        {
          exception: "growth-later",
          reason: "Growth is agreed when the market study is in.",
          approvedBy: ["mia", "@Omar"],
          until: "2026-12-02",
          finding: { rule: "goal/incomplete", file: "plans/growth/plan.json", pointer: "/goal" },
        },
      ],
    });
  });
});
