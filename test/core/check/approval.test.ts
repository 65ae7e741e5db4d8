import { describe, expect, test } from "vitest";
import { check } from "../../../core/check/index.ts";
import { baseDay } from "./base-plan.ts";
import { type Change, findingsOf, planWith, said, saidOf } from "./example.ts";
import { approvalExamples, growthLater, withoutGrowth } from "./examples/approval.ts";

/** What counts and what exceptions silence: the rules that found it. */
function checked(...changes: readonly Change[]): {
  readonly counts: readonly string[];
  readonly silenced: readonly string[];
  readonly publishable: boolean;
} {
  const answer = check(planWith(changes), { asOf: baseDay });
  return {
    counts: answer.findings.map(({ rule }) => rule),
    silenced: answer.silenced.map(
      ({ finding, exception }) => `${finding.rule} by ${exception.id} until ${exception.expires}`,
    ),
    publishable: answer.checkedPlan !== undefined,
  };
}

const untilTomorrow = "goal/incomplete by growth-later until 2026-12-02";

describe("an exception", () => {
  test("silences its finding until its day, and the plan holds together", () => {
    expect(checked(...withoutGrowth())).toEqual({
      counts: [],
      silenced: [untilTomorrow],
      publishable: true,
    });
  });

  test("silences nothing from its day on", () => {
    expect(checked(...withoutGrowth({ expires: baseDay }))).toEqual({
      counts: ["approval/exception-expired", "goal/incomplete"],
      silenced: [],
      publishable: false,
    });
  });

  test("silences nothing until both teams agreed", () => {
    for (const approvedBy of [["mia"], ["omar"], ["dana", "mia"]]) {
      expect(checked(...withoutGrowth({ approvedBy }))).toEqual({
        counts: ["approval/exception-one-sided", "goal/incomplete"],
        silenced: [],
        publishable: false,
      });
    }
  });

  test("takes two people, also where one is in both teams", () => {
    const inBoth: Change = ["approvals", "teams/sales/members", ["mia", "omar"]];
    expect(checked(...withoutGrowth({ approvedBy: ["mia"] }), inBoth).silenced).toEqual([]);
    expect(checked(...withoutGrowth(), inBoth).silenced).toEqual([untilTomorrow]);
  });

  test("leaves what another rule finds there, and what the rule finds elsewhere", () => {
    expect(checked(...withoutGrowth({ rule: "target/not-split" })).counts).toEqual([
      "approval/exception-unused",
      "goal/incomplete",
    ]);
    expect(checked(...withoutGrowth({ subject: "plan/goal/growth" })).counts).toEqual([
      "approval/exception-unused",
      "goal/incomplete",
    ]);
  });

  test.each([
    ["journey/segments/smb/transitions/comparing-running", "the item"],
    ["journey/segments/smb/transitions/comparing-running/conversion/assumed", "the very place"],
  ])("names by %s %s", (subject) => {
    const rule = "journey/rate-unsupported";
    const steps = "segments/smb/transitions";
    const assumed = { value: 0.4, assumed: "Nobody has counted yet." };
    const changes: readonly Change[] = [
      ["journey", `${steps}/noticing-comparing/conversion`, assumed],
      ["journey", `${steps}/comparing-running/conversion`, { ...assumed, value: 0.25 }],
      ["approvals", "exceptions", [{ ...growthLater, rule, subject }]],
    ];
    expect(checked(...changes)).toEqual({
      counts: [rule],
      silenced: [`${rule} by growth-later until 2026-12-02`],
      publishable: true,
    });
  });

  test("of a segment does not silence its steps", () => {
    const changes: readonly Change[] = [
      [
        "journey",
        "segments/smb/transitions/comparing-running/conversion",
        { value: 0.25, assumed: "Nobody has counted yet." },
      ],
      [
        "approvals",
        "exceptions",
        [{ ...growthLater, rule: "journey/rate-unsupported", subject: "journey/segments/smb" }],
      ],
    ];
    expect(checked(...changes).silenced).toEqual([]);
  });

  test("names a document as a whole by its kind", () => {
    const exception = { ...growthLater, rule: "plan/left-open", subject: "plan" };
    expect(
      checked(["sources", "", undefined], ["approvals", "exceptions", [exception]]),
    ).toMatchObject({ counts: [], silenced: ["plan/left-open by growth-later until 2026-12-02"] });
  });

  test("silences what a company made heavier", () => {
    expect(
      checked(
        ["sources", "", undefined],
        ["approvals", "severities", { "plan/left-open": "error" }],
        ["approvals", "exceptions", [{ ...growthLater, rule: "plan/left-open", subject: "plan" }]],
      ),
    ).toMatchObject({ counts: [], publishable: true });
  });
});

describe("what is said of exceptions", () => {
  test("that is over", () => {
    expect(saidOf(approvalExamples["approval/exception-expired"].fails)).toMatchInlineSnapshot(`
      "approvals.json:14:18 error approval/exception-expired The exception "growth-later" (goal/incomplete at plan/goal) was agreed until 1 December 2026; on 1 December 2026 it is over.
        Put right what it allows and take the exception out, or let both teams agree on a later day. [marketing, sales]"
    `);
  });
  test("that one side agreed to", () => {
    expect(saidOf(approvalExamples["approval/exception-one-sided"].fails)).toMatchInlineSnapshot(`
      "approvals.json:13:21 error approval/exception-one-sided The exception "growth-later" is agreed by mia; it takes one person of marketing and another of sales, and silences nothing until then.
        Let both teams agree and name who did in "approvedBy". Of marketing there is mia; of sales omar. [marketing, sales]"
    `);
  });
  test("where a team is missing", () => {
    expect(
      said(...withoutGrowth(), ["approvals", "teams/sales", { id: "selling", members: ["omar"] }]),
    ).toMatchInlineSnapshot(`
      "approvals.json:13:21 error approval/exception-one-sided The exception "growth-later" is agreed by mia and @Omar; it takes one person of marketing and another of sales, and silences nothing until then.
        Let both teams agree and name who did in "approvedBy". Of marketing there is mia; of sales nobody, for approvals.json has no team "sales". [marketing, sales]
      plan.json:9:11 error goal/incomplete The goal says nothing of growth; 3 of its 4 parts are agreed.
        Agree on a measure and a number for it and add "growth", each with "metric", "target" and "unit". [marketing, sales]"
    `);
  });
  test("that silences nothing", () => {
    expect(saidOf(approvalExamples["approval/exception-unused"].fails)).toMatchInlineSnapshot(`
      "approvals.json:11:18 info approval/exception-unused The exception "growth-later" silences nothing: goal/incomplete finds nothing at plan/goal.
        Take the exception out; what it allows does not happen. [marketing, sales]"
    `);
    expect(said(...withoutGrowth({ subject: "plan/gaol" }))).toMatchInlineSnapshot(`
      "approvals.json:11:18 info approval/exception-unused The exception "growth-later" silences nothing: goal/incomplete finds nothing at plan/gaol.
        Take the exception out, or name what it is about; goal/incomplete finds something at plan/goal. [marketing, sales]
      plan.json:9:11 error goal/incomplete The goal says nothing of growth; 3 of its 4 parts are agreed.
        Agree on a measure and a number for it and add "growth", each with "metric", "target" and "unit". [marketing, sales]"
    `);
  });
  test("that comes after another for the same", () => {
    expect(
      said(...withoutGrowth(), ["approvals", "exceptions/again", { ...growthLater, id: "again" }]),
    ).toMatchInlineSnapshot(`
      "approvals.json:19:18 info approval/exception-unused The exception "again" silences nothing: an exception before it silences what goal/incomplete finds at plan/goal.
        Keep one of the two. [marketing, sales]"
    `);
  });
  test("from a rule that there is not, or that has no exceptions", () => {
    expect(
      said([
        "approvals",
        "exceptions",
        ["goal/incomplet", "document/missing", "approval/exception-expired"].map((rule) => ({
          ...growthLater,
          id: rule.replace("/", "-"),
          rule,
        })),
      ]),
    ).toMatchInlineSnapshot(`
      "approvals.json:10:15 error approval/unknown-rule There is no rule "goal/incomplet". Did you mean "goal/incomplete"?
        "jointplan rules" lists all rules. [marketing, sales]
      approvals.json:18:15 error approval/unknown-rule "document/missing" says whether documents can be read at all, so there is no exception from it.
        Take this out, and mend what the rule finds. [marketing, sales]
      approvals.json:26:15 error approval/unknown-rule "approval/exception-expired" judges the agreement itself, so there is no exception from it.
        Take this out, and mend what the rule finds. [marketing, sales]"
    `);
  });
});

describe("approvals.severities", () => {
  const severityOf = (severities: unknown): string | undefined =>
    findingsOf({
      changes: [
        ["approvals", "severities", severities],
        ["calendar", "", undefined],
      ],
    }).find((each) => each.rule === "sla/no-calendar")?.severity;

  test("weigh a rule as the company agreed, and leave the others alone", () => {
    expect(severityOf({ "sla/no-calendar": "error" })).toBe("error");
    expect(severityOf({ "plan/too-big": "error" })).toBe("info");
  });

  test("of a rule that there is not are told", () => {
    expect(saidOf(approvalExamples["approval/unknown-rule"].fails)).toMatchInlineSnapshot(`
      "approvals.json:7:40 error approval/unknown-rule There is no rule "journey/rate-stal". Did you mean "journey/rate-stale"?
        "jointplan rules" lists all rules. [marketing, sales]"
    `);
    expect(
      said(["approvals", "severities", { "document/missing": "info" }]),
    ).toMatchInlineSnapshot(`
      "approvals.json:7:39 error approval/unknown-rule "document/missing" says whether documents can be read at all, so there is no other severity for it.
        Take this out, and mend what the rule finds. [marketing, sales]"
    `);
  });
});
