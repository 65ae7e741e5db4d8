import { describe, expect, test } from "vitest";
import { outcomeSentence, publicationBody, publicationReport } from "../../report/publication.ts";
import { type PlanStatus, statusReport } from "../../report/status.ts";
import { toText } from "../../report/text.ts";

/** What became of a publish, and what is live. */

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

describe("the status says what is live, and whether it is what was committed", () => {
  const live = {
    plan: "growth",
    version: 3,
    commit,
    observedCommit: commit,
    publishedAt: "2027-01-31T08:00:59.000Z",
  };
  const begins = "growth: version 3 is live since 2027-01-31 08:00 UTC, from commit 3f786850e3;";
  const hold = { kind: "manual", reason: "Wait for the board.", since: "2027-02-01T00:00:00Z" };

  test.each([
    [{ sync: "Synced" }, "in sync with the last commit."],
    [{ sync: "Ahead" }, "the commit checked out here is older."],
    [{ sync: "OutOfSync" }, 'the last commit is aaaaaaaaaa. Run "jointplan publish".'],
    [{ sync: "Unknown" }, "there is no git commit here to compare with."],
    [
      { sync: "Synced", hold },
      "in sync with the last commit. Held since 2027-02-01: Wait for the board.",
    ],
  ] as const)("%j", (status, says) => {
    const plan: PlanStatus = { ...live, ...status };
    expect(toText(statusReport([plan], "a".repeat(40)))).toBe(`- ${begins} ${says}\n`);
  });

  test("that nothing is, and how to change it", () => {
    expect(toText(statusReport([], undefined))).toBe(
      'Nothing is published here yet. Run "jointplan publish".\n',
    );
  });
});
