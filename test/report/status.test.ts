import { describe, expect, test } from "vitest";
import { type PlanStatus, statusReport } from "../../report/status.ts";
import { toText } from "../../report/text.ts";

const commit = "3f786850e387550fdab836ed7e6dc881de23001b";
const other = "a".repeat(40);
const digest = `sha256:${"0".repeat(64)}`;

const healthy: PlanStatus = {
  plan: "growth",
  sync: "Synced",
  health: "Healthy",
  asOf: "2027-02-01",
  totals: { errors: 0, warnings: 1, infos: 0 },
  live: { version: 3, commit, digest, publishedAt: "2027-01-31T08:00:59.000Z" },
  observedCommit: commit,
  desired: { commit, digest },
  conditions: [],
};
const behind = { sync: "OutOfSync", desired: { commit: other } } as const;
const frozen = {
  hold: {
    kind: "freeze",
    reason: "Wait for the board.",
    actor: "lee",
    since: "2027-02-01T00:00:00Z",
  },
} as const;
const was = { reason: "wrong win rate", actor: "lee", since: "2027-02-01T00:00:00Z" };
const rolledBack = {
  live: { ...healthy.live, version: 4, restores: 2 },
  sync: "OutOfSync",
  observedCommit: other,
  desired: { commit: other, rejected: { ...was, version: 3 } },
} as const;
const rejected = {
  hold: { ...frozen.hold, kind: "rollback", reason: "wrong win rate", rejectedVersion: 3 },
} as const;
const begins = "growth: version 3 is live since 2027-01-31 08:00 UTC, from commit 3f786850e3";

const says = (change: Partial<PlanStatus>): string =>
  toText(statusReport([{ ...healthy, ...change }])).replace(/^- |\n$/g, "");

describe("the status says in a sentence or two what is live", () => {
  test.each<[Partial<PlanStatus>, string]>([
    [{}, "; in sync with the last commit."],
    [{ sync: "Ahead" }, "; the commit checked out here is older."],
    [
      behind,
      '; the last commit is aaaaaaaaaa. Run "jointplan publish"; it says what stands in the way, if anything does.',
    ],
    [{ sync: "Unknown" }, "; there is no git commit here to compare with."],
    [
      { nextEffectiveChange: "2027-04-01", nextEffectiveIn: ["targets", "resources"] },
      "; in sync with the last commit. From 1 April 2027 on something else holds: revenue targets and headcount.",
    ],
    [
      { ...behind, desired: { commit: other, absent: true } },
      "; the last commit aaaaaaaaaa does not hold this plan, so version 3 stays live. If it was taken away by mistake, bring its folder back.",
    ],
    [
      { ...behind, desired: { commit: other, rejected: { ...was, version: 2 } } },
      '; the last commit aaaaaaaaaa says what version 2 said, which was rolled back by lee on 1 February 2027, so it is not published: wrong win rate. That ends when a commit changes the content, or with: jointplan resume growth --to 2 --reason "why"',
    ],
    [
      { health: "Degraded", totals: { errors: 2, warnings: 0, infos: 0 } },
      "; in sync with the last commit. Under the rules of 1 February 2027 it has 2 errors; mend the plan and publish it.",
    ],
    [
      { health: "Damaged", message: 'Content 0 of plan "growth" has 0 of 1 parts.' },
      '; in sync with the last commit. The store cannot give it whole: Content 0 of plan "growth" has 0 of 1 parts.',
    ],
  ])("%j", (change, ends) => {
    expect(says(change)).toBe(`${begins}${ends}`);
  });

  test("and what holds it, in place of what takes effect next", () => {
    expect(says({ ...behind, ...frozen, nextEffectiveChange: "2027-04-01" })).toBe(
      `${begins}; the last commit is aaaaaaaaaa. Publishing is held by lee since 1 February 2027, until "jointplan hold growth --release": Wait for the board.`,
    );
  });

  test("and that the last commit was rolled back, which publishing would not change", () => {
    const four = begins.replace("version 3", "version 4");
    const live = `${four}, with the content of version 2; the last commit aaaaaaaaaa was rolled back.`;
    expect(says(rolledBack)).toBe(live);
    expect(says({ ...rolledBack, ...rejected })).toBe(
      `${live} Version 3 is held by lee since 1 February 2027, until a change is merged and published, or "jointplan resume growth": wrong win rate.`,
    );
  });

  test("and that a revert waits for its publish, which ends the hold", () => {
    expect(says(rejected)).toBe(
      `${begins}; in sync with the last commit. Version 3 is held by lee since 1 February 2027, until "jointplan publish" notes that commit: wrong win rate.`,
    );
  });

  test("or that nothing is, and how to change it", () => {
    expect(toText(statusReport([]))).toBe(
      'Nothing is published here yet. Run "jointplan publish".\n',
    );
  });
});
