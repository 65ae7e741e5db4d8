import { describe, expect, test } from "vitest";
import { approvalBlocks, standingBlocks } from "../../report/approvals.ts";
import type { ToldChange } from "../../report/impact/change-words.ts";
import { toText } from "../../report/text.ts";
import { change, evaluate, policy } from "../core/approval/history.ts";

const places: Readonly<Record<string, string>> = {
  b: "Small firms, revenue",
  m: "Guide to stoppages",
  s: "First attempt",
  p: "Pay of Account manager",
};

/** The changes of a history in words, as tellChanges gives them. */
const told: readonly ToldChange[] = ["b", "b2", "m", "s", "p", "o"].map((name) => ({
  changes: [{ ...change(name), path: name, kind: "changed" }],
  where: places[name.charAt(0)] ?? name,
  before: "before",
  after: "after",
  by: undefined,
}));

const section = (history: string): string => toText(approvalBlocks(evaluate(history), told));
const sentences = (history: string): string =>
  standingBlocks(evaluate(history), told)
    .flatMap((block) => (block.kind === "text" ? [block.text] : []))
    .join("\n");

describe("the section Approvals", () => {
  test("says who has agreed, whom it waits for, and who must do what", () => {
    expect(section("lena proposes b m")).toMatchInlineSnapshot(`
      "Approvals: waiting for Marketing
      --------------------------------

      Team       State    Who approved or may    About
      Marketing  waiting  mia, omar or rev       2 changes
      Sales      agreed   lena, who proposes it  1 change

      Next: mia, omar or rev approves the change for Marketing.
      "
    `);
  });

  test("names the change that an approval came before", () => {
    expect(section("lena proposes b; mia yes; push b m")).toMatchInlineSnapshot(`
      "Approvals: waiting for Marketing
      --------------------------------

      The approval of mia for Marketing does not cover this, which mia has not seen: Guide to stoppages.

      Team       State    Who approved or may    About
      Marketing  waiting  mia, omar or rev       2 changes
      Sales      agreed   lena, who proposes it  1 change

      Next: mia, omar or rev approves the change for Marketing.
      "
    `);
  });

  test("names somebody who asks for changes, also for a team that no rule asks", () => {
    expect(section("lena proposes b; mia no; farid no")).toMatchInlineSnapshot(`
      "Approvals: changes are asked for
      --------------------------------

      Team       State             Who approved or may                             About
      Marketing  asks for changes  mia asks for changes; needed: mia, omar or rev  1 change
      Sales      agreed            lena, who proposes it                           1 change
      Finance    asks for changes  farid                                           not asked by a rule

      Next: settle with mia what must be different, then mia or somebody else of Marketing approves the change; settle with farid what must be different, then farid or somebody else of Finance approves the change.
      "
    `);
  });

  test.each([
    [
      "lena proposes b",
      "Waiting for Marketing: mia, omar or rev. Agreed so far: Sales (lena, who proposes it).\nNext: mia, omar or rev approves the change for Marketing.",
    ],
    [
      "lena proposes b; mia yes",
      "Agreed: Marketing (mia) and Sales (lena, who proposes it).\nNext: the change can go in; nobody else need agree.",
    ],
    ["lena proposes", "Nothing is changed, so nobody need agree."],
    [
      "farid proposes a",
      "Waiting for Sales: 2 of lena, sven and rev.\nNext: 2 of lena, sven and rev approve the change for Sales.",
    ],
    [
      "lena proposes p; mia yes",
      "Waiting for Finance: farid. Agreed so far: Marketing (mia) and Sales (lena, who proposes it).\nNext: farid approves the change for Finance.",
    ],
    [
      "stranger proposes b",
      "Waiting for Marketing: mia, omar or rev; for Sales: lena, sven or rev.\nNext: mia, omar or rev approves the change for Marketing; lena, sven or rev approves the change for Sales.",
    ],
    [
      "lena proposes b; omar no; mia yes; sven no",
      "Asked for changes by sven of Sales. Agreed so far: Marketing (mia) and Sales (lena, who proposes it).\nNext: settle with sven what must be different, then sven or somebody else of Sales approves the change.",
    ],
    [
      "lena proposes b; sven overrides the fair is tomorrow",
      'Decided without the agreement that the rules ask for, by sven: "the fair is tomorrow". Waiting for Marketing: mia, omar or rev. Agreed so far: Sales (lena, who proposes it).\nNext: the change can go in on the word of sven; tell those who were not asked.',
    ],
  ])("%s", (history, says) => {
    expect(sentences(history)).toBe(says);
  });

  test("says when a team cannot agree with the people that it has", () => {
    const rules = [
      { id: "three", when: { affects: ["sales" as const] }, team: "finance", count: 3 },
    ];
    const answer = evaluate("stranger proposes s; farid yes", { ...policy, rules });
    expect(toText(approvalBlocks(answer, told))).toMatchInlineSnapshot(`
      "Approvals: waiting for Finance
      ------------------------------

      Team     State            Who approved or may                                      About
      Finance  waiting: 1 of 3  farid; needed: 2 more people, but nobody is left to ask  1 change

      Next: Finance cannot agree with the people that are named for it; a change of its own names more of them in approvals.json.
      "
    `);
  });

  test("shortens long lists of people and of changes", () => {
    const members = Array.from({ length: 12 }, (_, index) => `person-${index + 1}`);
    const teams = policy.teams.map((team) =>
      team.id === "marketing" ? { ...team, members } : team,
    );
    const answer = evaluate("lena proposes m; person-1 yes; push m b s p o", { ...policy, teams });
    expect(toText(approvalBlocks(answer, told))).toMatchInlineSnapshot(`
      "Approvals: waiting for Marketing and Finance
      --------------------------------------------

      The approval of person-1 for Marketing does not cover this, which person-1 has not seen: Small firms, revenue; Pay of Account manager; o.

      Team       State    Who approved or may                                        About
      Marketing  waiting  person-1, person-2, person-3, person-4 or one of 8 others  4 changes
      Sales      agreed   lena, who proposes it                                      4 changes
      Finance    waiting  farid                                                      1 change

      Next: person-1, person-2, person-3, person-4 or one of 8 others approves the change for Marketing; farid approves the change for Finance.
      "
    `);
  });

  test("speaks of the plan as a whole where it is new", () => {
    const answer = evaluate("lena proposes o; mia yes; push o2", policy);
    expect(toText(approvalBlocks(answer, []))).toMatchInlineSnapshot(`
      "Approvals: waiting for Marketing
      --------------------------------

      The approval of mia for Marketing does not cover this, which mia has not seen: the plan as it is now.

      Team       State    Who approved or may    About
      Marketing  waiting  mia, omar or rev       the whole plan
      Sales      agreed   lena, who proposes it  the whole plan

      Next: mia, omar or rev approves the change for Marketing.
      "
    `);
  });
});
