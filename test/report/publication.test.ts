import { describe, expect, test } from "vitest";
import { outcomeSentence, publicationBody, publicationReport } from "../../report/publication.ts";
import { toText } from "../../report/text.ts";

/** What became of a publish. */

const commit = "3f786850e387550fdab836ed7e6dc881de23001b";
const known = { folder: "plans/growth", plan: "growth" };

describe("a publish says of each plan what became of it", () => {
  test.each([
    [{ outcome: "published", version: 3 }, "growth: version 3 is live now."],
    [
      { outcome: "replayed", version: 3 },
      "growth: this commit was published before, as version 3.",
    ],
    [{ outcome: "unchanged", version: 3 }, "growth: nothing changed; version 3 stays live."],
    [{ outcome: "superseded" }, "growth: a newer commit is live already."],
    [
      { outcome: "refused", refused: { reason: "held", message: "It is held.", help: "Resume." } },
      "growth: not published. It is held. Resume.",
    ],
  ] as const)("%j", (outcome, says) => {
    expect(outcomeSentence({ ...known, ...outcome })).toBe(says);
  });

  test("as a report, and for tools", () => {
    const published = {
      commit,
      commitTime: "2027-01-31T08:00:00Z",
      plans: [{ ...known, outcome: "published" as const, version: 1, findings: ["left out"] }],
    };
    expect(toText(publicationReport(published))).toBe(
      "Commit 3f786850e3 of 2027-01-31:\n\n- growth: version 1 is live now.\n",
    );
    expect(publicationBody(published)).toEqual({
      commit,
      commitTime: "2027-01-31T08:00:00Z",
      plans: [{ ...known, outcome: "published", version: 1 }],
    });
  });
});
