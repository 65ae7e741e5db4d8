import { describe, expect, test } from "vitest";
import { evaluateApprovals, reasonsOf, voicesOf } from "../../../core/approval/index.ts";
import { policy, questionOf } from "./history.ts";

/** Every voice of a history in a few words: `mia for marketing: unseen b2`. */
function heard(history: string): string {
  const question = questionOf(history);
  return voicesOf(question, evaluateApprovals(question))
    .map(({ by, team, why, unseen = [], seat }) =>
      [by, ...(team === undefined ? [] : ["for", team]), `${why}:`, ...unseen, seat ?? ""]
        .join(" ")
        .replace(/:? *$/, ""),
    )
    .join(", ");
}

describe("whose word counts, and why", () => {
  test.each([
    ["lena proposes b", "lena for sales author"],
    ["lena proposes b; mia yes", "lena for sales author, mia for marketing approved"],
    ["lena proposes b; @Mia yes", "lena for sales author, mia for marketing approved"],
    [
      "lena proposes b; mia yes; omar yes",
      "lena for sales author, mia for marketing approved, omar for marketing enough",
    ],
    [
      "lena proposes b; mia yes; push b2 m",
      "lena for sales author, mia for marketing unseen: b2 m",
    ],
    [
      "lena proposes b; mia yes; push b2; omar yes",
      "lena for sales author, mia for marketing unseen: b2, omar for marketing approved",
    ],
    ["rev proposes b", "rev for marketing author, rev for sales other-seat: marketing"],
    ["lena proposes b; mia no", "lena for sales author, mia for marketing asks-for-changes"],
    [
      "lena proposes b; omar no; mia yes",
      "lena for sales author, omar for marketing settled, mia for marketing approved",
    ],
    ["lena proposes b; lena no", "lena for sales asks-for-changes"],
    ["lena proposes b; farid no", "lena for sales author, farid for finance asks-for-changes"],
    ["lena proposes b; farid yes", "lena for sales author, farid for finance not-asked"],
    [
      "lena proposes b; mia yes; mia dismissed",
      "lena for sales author, mia for marketing taken-back",
    ],
    ["lena proposes b; mia comments", "lena for sales author, mia for marketing comment"],
    ["lena proposes b; bot ci yes", "lena for sales author, ci bot"],
    ["stranger proposes b; nobody yes", "stranger no-member, nobody no-member"],
    ["mia proposes s; sven yes", "mia for marketing not-asked, sven for sales approved"],
  ])("%s → %s", (history, expected) => {
    expect(heard(history)).toBe(expected);
  });
});

describe("why a team is asked", () => {
  test.each([
    ["b", "marketing by marketing-agrees: b, sales by sales-agrees: b"],
    ["m s", "marketing by marketing-agrees: m, sales by sales-agrees: s"],
    ["a s", "sales by sales-agrees: a s, sales by two-of-sales: a"],
    ["o", "marketing: o, sales: o"],
    ["w o", "marketing by wording: w, marketing: o, sales: o"],
    ["", ""],
  ])("%s → %s", (changes, expected) => {
    const question = questionOf(`lena proposes ${changes}`.trim());
    const told = reasonsOf(policy, question.changes).map(
      ({ team, rule, changes: about }) =>
        `${team.id}${rule === undefined ? "" : ` by ${rule.id}`}: ${about.join(" ")}`,
    );
    expect(told.join(", ")).toBe(expected);
  });
});
