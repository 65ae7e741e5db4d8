import { describe, expect, test } from "vitest";
import { requireFunnel } from "../../core/funnel/index.ts";
import type { Report } from "../../report/block.ts";
import { requirementsBody } from "../../report/body.ts";
import { costBlocks } from "../../report/cost.ts";
import { toText } from "../../report/text.ts";
import { workloadBlocks } from "../../report/workload.ts";
import { baseDay } from "../core/check/base-plan.ts";
import { type Change, planWith } from "../core/check/example.ts";
import { sellers } from "../core/check/examples/sla.ts";

/** Who carries the plan and what it costs, as a leader reads it and as tools get it. */

const answerOf = (...changes: readonly Change[]) => requireFunnel(planWith(changes), baseDay);
const read = (report: Report): string => toText(report);
const staffed = (headcount: Readonly<Record<string, number>>, more: object = {}): Change => [
  "resources",
  "",
  sellers(headcount, more),
];

describe("who carries the plan", () => {
  test("is not told where the plan states no work", () => {
    expect(workloadBlocks(answerOf())).toEqual([]);
  });
  test("is a sentence for each function, and the hours of each role", () => {
    expect(read(workloadBlocks(answerOf(staffed({ "2027-01": 2 }))))).toMatchInlineSnapshot(`
      "Who carries it
      --------------

      - Sales has the hours that the plan needs; closest is Account manager in May 2027, 76 of 100 hours.

      Hours of each role: needed for activities and follow-up, and available when active deals have taken theirs:

      Role                        Jan 2027  Feb  Mar  Apr  May  Jun  Total
      Account manager: needed            2   10   51   76   76   70    285
      Account manager: available       100  100  100  100  100  100    600
      "
    `);
  });
  test("says who is over capacity, when, and whom to hire by which day", () => {
    expect(
      read(workloadBlocks(answerOf(staffed({ "2027-01": 1 }, { monthsToHire: 3, ramp: [0.5] })))),
    ).toMatchInlineSnapshot(`
      "Who carries it
      --------------

      - Sales is over capacity in March to June 2027. Account manager needs 76 hours in May 2027, the worst month, and has 50: have 1 more at work by 1 March 2027 (decided on by 1 December 2026); whoever is hired now is too late for March 2027, by 1 month.

      Hours of each role: needed for activities and follow-up, and available when active deals have taken theirs:

      Role                        Jan 2027  Feb  Mar  Apr  May  Jun  Total
      Account manager: needed            2   10   51   76   76   70    285
      Account manager: available        50   50   50   50   50   50    300
      "
    `);
  });
  test("names one month alone as it is", () => {
    const text = read(workloadBlocks(answerOf(staffed({ "2027-01": 1.5 }))));
    expect(text).toContain(
      "Sales is over capacity in May 2027. Account manager needs 76 hours and has 75: have 1 more at work by 3 May 2027.",
    );
  });
  test("says whose people nobody has stated", () => {
    const { staff: _, ...work } = sellers({});
    const text = read(workloadBlocks(answerOf(["resources", "", work])));
    expect(text).toContain(
      'Nobody says in resources.json ("staff") how many people there are for: Account manager.',
    );
    expect(text).toMatch(/Account manager: available +\? +\?/);
  });
  test("does not speak of the closest month where there is nothing to do", () => {
    const { activities: _, ...people } = sellers({ "2027-01": 1 });
    expect(read(workloadBlocks(answerOf(["resources", "", people])))).toContain(
      "- Sales has the hours that the plan needs.",
    );
  });
});

describe("what prospects cost", () => {
  const step = (id: string): string => `segments/smb/transitions/${id}/cost`;

  test("is not told where the journey states no cost", () => {
    expect(costBlocks(answerOf())).toEqual([]);
  });
  test("is told in all, for each deal, and where most", () => {
    expect(
      read(
        costBlocks(
          answerOf(
            ["journey", step("noticing-comparing"), { perEntry: 12.5 }],
            ["journey", step("comparing-running"), { perMonth: 90 }],
          ),
        ),
      ),
    ).toMatchInlineSnapshot(`
      "What prospects cost
      -------------------

      Prospects cost EUR 9,038 over the plan, by the costs in journey.json; before the sale that is EUR 471 for each deal expected. The costliest stage is Comparing, EUR 5,716.

      Segment      Cost over the plan (EUR)  for each won deal (EUR)  Costliest stage
      Small firms                       9 k                      471  Comparing (6 k)
      "
    `);
  });
  test("has no cost of a deal where none is expected", () => {
    const text = read(
      costBlocks(
        answerOf(
          ["journey", step("noticing-comparing"), { perMonth: 10 }],
          ["targets", "segments/smb/revenue/new", { "2027-Q1": 0, "2027-Q2": 0 }],
          [
            "targets",
            "segments/smb/openingPipeline",
            [{ id: "warm", stage: "noticing", count: 5, ageDays: 1 }],
          ],
          ["journey", "segments/smb/transitions/comparing-running/duration", { fixed: 400 }],
        ),
      ),
    );
    expect(text).toContain("no deal expected");
    expect(text).not.toContain("for each deal expected");
  });
});

describe("answers for tools", () => {
  test("carry hours, people, whom to hire, and money as decimal strings", () => {
    const answer = answerOf(staffed({ "2027-01": 1 }, { monthsToHire: 3, ramp: [0.5] }), [
      "journey",
      "segments/smb/transitions/noticing-comparing/cost",
      { perEntry: 12.5 },
    ]);
    const [role] = answer.workload;
    const [segment] = answer.segments;
    expect(requirementsBody(answer)).toMatchObject({
      workload: [
        {
          role: "account-manager",
          function: "sales",
          needed: role?.needed.map((hours) => Number(hours.toPrecision(10))),
          staffing: {
            headcount: [1, 1, 1, 1, 1, 1],
            capacity: [50, 50, 50, 50, 50, 50],
            utilisation: role?.needed.map((hours) => Number((hours / 50).toPrecision(10))),
          },
          hires: [{ count: 1, startBy: "2027-03-01", decideBy: "2026-12-01", month: "2027-04" }],
          tooLate: [{ month: "2027-03", months: 1 }],
        },
      ],
      segments: [
        {
          cost: { costliestStage: "noticing" },
          stages: [
            { cost: segment?.stages[0]?.cost.map((cents) => (Number(cents) / 100).toFixed(2)) },
            { cost: ["0.00", "0.00", "0.00", "0.00", "0.00", "0.00"] },
            {},
            {},
          ],
        },
      ],
    });
  });
  test("say nothing of the share of a capacity that is none", () => {
    const answer = answerOf(staffed({ "2027-01": 0 }));
    expect(requirementsBody(answer)).toMatchObject({
      workload: [{ staffing: { utilisation: [null, null, null, null, null, null] } }],
    });
  });
});
