import { describe, expect, test } from "vitest";
import { outcomeSentences, publicationBody, publicationReport } from "../../report/publication.ts";
import { toText } from "../../report/text.ts";

/** What became of a publish. */

const commit = "3f786850e387550fdab836ed7e6dc881de23001b";
const held = { reason: "held", message: "It is held.", help: "Resume." };
const broken = { reason: "findings", message: "It has 1 error.", help: "Mend it." };
const known = { folder: "plans/growth", plan: "growth" };

describe("a publish says of each plan what became of it", () => {
  test.each([
    [{ outcome: "published", version: 3 }, ["growth: version 3 is live now."]],
    [
      { outcome: "replayed", version: 3 },
      ["growth: this commit was published before, as version 3."],
    ],
    [{ outcome: "unchanged", version: 3 }, ["growth: nothing changed; version 3 stays live."]],
    [{ outcome: "superseded" }, ["growth: nothing was done; a newer commit was published before."]],
    [{ outcome: "refused", reasons: [held] }, ["growth: not published. It is held. Resume."]],
    [
      { outcome: "refused", reasons: [broken, held] },
      [
        "growth: not published. It has 1 error. Mend it.",
        "growth: also in the way: It is held. Resume.",
      ],
    ],
  ] as const)("%j", (outcome, says) => {
    expect(outcomeSentences({ ...known, ...outcome })).toEqual(says);
  });

  test("as a report, and for tools", () => {
    const published = {
      commit,
      commitTime: "2027-01-31T08:00:00Z",
      plans: [{ ...known, outcome: "published" as const, version: 1, findings: ["left out"] }],
      absent: [{ plan: "retired", version: 7 }],
    };
    expect(toText(publicationReport(published))).toBe(
      "Commit 3f786850e3 of 2027-01-31:\n\n- growth: version 1 is live now.\n- retired: the commit does not hold this plan; version 7 stays live. If it was taken away by mistake, bring its folder back.\n",
    );
    expect(publicationBody(published)).toEqual({
      commit,
      commitTime: "2027-01-31T08:00:00Z",
      plans: [{ ...known, outcome: "published", version: 1 }],
      absent: [{ plan: "retired", version: 7 }],
    });
  });
});
