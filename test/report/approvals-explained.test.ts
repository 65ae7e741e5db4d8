import { describe, expect, test } from "vitest";
import {
  type ApprovalPolicy,
  evaluateApprovals,
  reasonsOf,
  voicesOf,
} from "../../core/approval/index.ts";
import { explanationBlocks } from "../../report/approvals-explained.ts";
import type { Ask } from "../../report/impact/asks.ts";
import type { ToldChange } from "../../report/impact/change-words.ts";
import { change, policy, questionOf } from "../core/approval/history.ts";

const told: readonly ToldChange[] = ["b", "m", "s", "p", "a", "w", "o"].map((name) => ({
  changes: [{ ...change(name), path: name, kind: "changed" }],
  where: `change ${name}`,
  before: "before",
  after: "after",
  by: undefined,
}));

const asks: readonly Ask[] = [
  {
    kind: "bring",
    team: "marketing",
    segment: "Small firms",
    what: "New prospects",
    before: 200,
    after: 250,
    moved: true,
    perMonth: [50],
    show: String,
  },
];

const teamsAndRules: ApprovalPolicy = {
  ...policy,
  rules: [
    ...policy.rules,
    { id: "big", when: { class: ["major"], documents: ["targets"] }, team: "finance" },
  ],
};

/** The two lists of an explanation: why the teams are asked, and whose word counts. */
function lists(history: string): readonly (readonly string[])[] {
  const question = questionOf(history, teamsAndRules);
  const answer = evaluateApprovals(question);
  const blocks = explanationBlocks({
    policy: teamsAndRules,
    policyFrom: "base",
    answer,
    reasons: reasonsOf(teamsAndRules, question.changes),
    voices: voicesOf(question, answer),
    told,
    asks,
  });
  return blocks.flatMap((block) => (block.kind === "list" ? [block.items] : []));
}

describe("why a team is asked, in words", () => {
  test.each([
    [
      "m",
      'Marketing, by the rule "marketing-agrees": what Marketing must do moves (new prospects, Small firms 200 → 250 (+25 %)). Asked about: change m.',
    ],
    [
      "s",
      'Sales, by the rule "sales-agrees": what Sales owes or is paid is changed. Asked about: change s.',
    ],
    ["p", 'Finance, by the rule "finance-pay": Compensation is touched. Asked about: change p.'],
    [
      "a",
      'Sales, 2 people, by the rule "two-of-sales": Approvals is touched. Asked about: change a.',
    ],
    ["w", 'Marketing, by the rule "wording": words are changed. Asked about: change w.'],
    [
      "b",
      'Finance, by the rule "big": what a team owes or is paid moves; and Targets is touched. Asked about: change b.',
    ],
    ["o", "Sales: no rule says who agrees to this, so both teams must. Asked about: change o."],
  ])("%s", (changes, says) => {
    expect(lists(`lena proposes ${changes}`)[0]).toContain(says);
  });

  test("names the first three changes and counts the others", () => {
    expect(lists("lena proposes m s p b a")[0]?.[1]).toMatch(
      /Asked about: change b; change s; change p; and 1 more change\.$/,
    );
  });
});

describe("whose word counts, in words", () => {
  test.each([
    ["lena proposes m", "lena is not needed: no rule asks Sales about this change."],
    ["lena proposes s", "lena counts for Sales: whoever proposes a change agrees to it."],
    [
      "lena proposes m; mia yes",
      "mia counts for Marketing: approved on 2 November 2026, and has seen everything that Marketing is asked about.",
    ],
    [
      "lena proposes m; mia yes; omar yes",
      "omar agrees for Marketing too; Marketing has as many as it needs.",
    ],
    [
      "lena proposes m; omar no",
      "omar of Marketing asked for changes on 2 November 2026; nothing goes in until omar or somebody else of Marketing approves after that.",
    ],
    [
      "lena proposes m; omar no; mia yes",
      "omar of Marketing asked for changes on 2 November 2026; somebody of Marketing approved since, which settles it. omar counts as neither yes nor no.",
    ],
    [
      "lena proposes m; mia yes; push m b",
      "mia does not count for Marketing: approved on 2 November 2026, but has not seen this: change b.",
    ],
  ])("%s", (history, says) => {
    expect(lists(history).at(-1)).toContain(says);
  });

  test("says when nobody has said anything", () => {
    const question = questionOf("nobody proposes m");
    const { author: _author, ...open } = question;
    const answer = evaluateApprovals(open);
    const blocks = explanationBlocks({
      policy,
      policyFrom: "head",
      answer,
      reasons: reasonsOf(policy, open.changes),
      voices: voicesOf(open, answer),
      told,
      asks: [],
    });
    expect(blocks.at(-1)).toMatchObject({
      text: "Nobody has said anything yet: no author is named, and there is no review.",
    });
  });
});
