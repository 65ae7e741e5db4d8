import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { evaluateApprovals, policyOf } from "../../../core/approval/index.ts";
import type { JudgedChange } from "../../../core/change/judged.ts";
import type { ApprovalsDocument } from "../../../schemas/documents.generated.ts";

const document = JSON.parse(
  readFileSync(new URL("../../../plans/acme-2027/approvals.json", import.meta.url), "utf8"),
) as ApprovalsDocument;
const policy = policyOf(document);

const asked = (change: Omit<JudgedChange, "fingerprint">): readonly string[] =>
  evaluateApprovals({ policy, changes: [{ ...change, fingerprint: "c1" }], reviews: [] }).teams.map(
    ({ team, count, rules }) => `${team.title} ${count}: ${rules.join(", ")}`,
  );

describe("the policy of acme-2027", () => {
  test("asks Marketing, Sales and Finance about pay", () => {
    expect(
      asked({ document: "compensation", class: "major", affects: ["marketing", "sales"] }),
    ).toEqual([
      "Marketing 1: marketing-agrees, marketing-major",
      "Sales 1: sales-agrees, sales-major",
      "Finance 1: finance-pay",
    ]);
  });

  test("asks two of each team about the policy itself", () => {
    expect(asked({ document: "approvals", class: "minor", affects: [] })).toEqual([
      "Marketing 2: marketing-approvals",
      "Sales 2: sales-approvals",
    ]);
  });

  test("asks both teams where no rule says who must", () => {
    expect(asked({ document: "content", class: "editorial", affects: [] })).toEqual([
      "Marketing 1: ",
      "Sales 1: ",
    ]);
  });
});

describe("names", () => {
  test("are compared without @ and without capitals, and count once", () => {
    const given = policyOf({
      ...document,
      teams: [{ id: "sales", members: ["@Lena", "lena", "Sven"] }],
    });
    expect(given.teams).toEqual([{ id: "sales", title: "sales", members: ["lena", "sven"] }]);
  });
});
