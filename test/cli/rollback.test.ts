import { existsSync, readdirSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { openStore, storePath } from "../../functions/local/store.ts";
import { appOver } from "../functions/app/served.ts";
import { commit, git } from "./program.ts";
import { folder, newTerminal, type Terminal, transcript } from "./terminal.ts";

/** rollback, resume, hold and history as people call them, in a repository of a test's own. */

const opened: Terminal[] = [];
afterAll(() => {
  for (const terminal of opened) terminal.remove();
});

const plan = "growth-2027";
const titles = ["Growth 2027", "Growth 2027, again", "Growth 2027, once more"];

/** A repository with one published version for each title. */
async function published(versions = 2): Promise<Terminal> {
  const terminal = newTerminal();
  opened.push(terminal);
  terminal.write(".gitignore", ".jointplan/\n");
  commit(terminal.root, "the plan");
  await terminal.run("publish", dana);
  for (let version = 2; version <= versions; version += 1) {
    retitle(terminal, version);
    await terminal.run("publish", dana);
  }
  return terminal;
}

/** The part of the goal that an exception allows to be missing for a while. */
const growth = `,
    "growth": { "metric": "new-customers", "target": 18, "unit": "count" }`;
const exception =
  '{ "id": "growth-later", "rule": "goal/incomplete", "subject": "plan/goal", "reason": "It is measured from summer on.", "approvedBy": ["mia", "omar"], "expires": "2990-01-01" }';

const dana = { environment: { USER: "dana" } };

function retitle({ root, edit }: Terminal, version: number): void {
  edit(
    `${folder}/plan.json`,
    JSON.stringify(titles[version - 2]),
    JSON.stringify(titles[version - 1]),
  );
  git(root, "commit", "--quiet", "--all", "--message", `title ${version}`);
}

/** A command line as a shell takes it apart: words in quotes are one. */
const wordsOf = (line: string): readonly string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");

/** What a reader sees, with commits and days in place of what differs from run to run. */
async function sees(terminal: Terminal, line: string): Promise<string> {
  const ran = await terminal.run(wordsOf(line), dana);
  // Only a slow machine says how far it is.
  return transcript(line, { ...ran, err: ran.err.replaceAll(/^Publishing.*\n/gm, "") })
    .replaceAll(/\b[0-9a-f]{40}\b/g, "COMMIT")
    .replaceAll(/\b[0-9a-f]{10}\b/g, "COMMIT")
    .replaceAll(/\b\d{1,2} (?:[A-Z][a-z]+) \d{4}\b/g, "DAY")
    .replaceAll(/\d{4}-\d\d-\d\d/g, "DAY");
}

async function story(terminal: Terminal, lines: readonly string[]): Promise<string> {
  const seen: string[] = [];
  // oxlint-disable-next-line no-await-in-loop -- one call after the other, as in a terminal
  for (const line of lines) seen.push(await sees(terminal, line));
  return seen.join("\n\n");
}

const body = async (terminal: Terminal, line: string): Promise<unknown> =>
  JSON.parse((await terminal.run(wordsOf(`${line} --format json`), dana)).out) as unknown;

describe("a version that should not have been published", () => {
  test("is rolled back, stays away, and comes back when that was a mistake", async () => {
    const terminal = await published();
    expect(
      await story(terminal, [
        'rollback growth-2027 --reason "wrong title"',
        "publish",
        "status",
        'rollback --reason "wrong title"',
        'rollback --to 1 --from 3 --reason "wrong title"',
        'resume --reason "the title was right"',
        'resume --reason "the title was right"',
        "history",
      ]),
    ).toMatchInlineSnapshot(`
      "$ jointplan rollback growth-2027 --reason "wrong title"
      growth-2027: version 3 is live now, with the content of version 1, from commit COMMIT of DAY.

      Version 2 (commit COMMIT) is held. The rejected content never comes back by itself; merge a change, or run: jointplan resume growth-2027 --reason "why". Reason: wrong title.

      The plan in git still has the rejected content. Take it back there too with: git revert COMMIT; then merge and publish that.
      exit 0

      $ jointplan publish
      Commit COMMIT of DAY:

      - growth-2027: nothing was done; this commit was published before, as version 2, and version 3 is live. "jointplan history growth-2027" says why.
      exit 0

      $ jointplan status
      - growth-2027: version 3 is live since DAY 12:00 UTC, from commit COMMIT, with the content of version 1; the last commit COMMIT was rolled back. Version 2 is held by dana since DAY, until a change is merged and published, or "jointplan resume growth-2027": wrong title.
      exit 0

      $ jointplan rollback --reason "wrong title"
      stderr: jointplan: Version 3 of plan "growth-2027" is a rollback itself, and the version before it is the one that was rejected. Say which version shall be live with --to, or take the rollback back: jointplan resume growth-2027 --reason "why"
      exit 2

      $ jointplan rollback --to 1 --from 3 --reason "wrong title"
      growth-2027: version 3 is live already, with the content of version 1; nothing changed.
      exit 0

      $ jointplan resume --reason "the title was right"
      growth-2027: version 4 is live now, with the content of version 2, from commit COMMIT of DAY.

      The rollback is taken back, and the next commit publishes as usual. Reason: the title was right.
      exit 0

      $ jointplan resume --reason "the title was right"
      growth-2027: not resumed. Plan "growth-2027" has no rollback to take back. Publish a commit with the content that you want.
      exit 3

      $ jointplan history
      growth-2027 has 4 versions: version 4 is live.

      Version  Live from             Why                                     Commit      Who   Agreed
            4  DAY 12:00 UTC  version 2 resumed: the title was right  COMMIT  dana  nothing proves it
            3  DAY 12:00 UTC  rollback to 1: wrong title              COMMIT  dana  nothing proves it
            2  DAY 12:00 UTC  published                               COMMIT  dana  nothing proves it
            1  DAY 12:00 UTC  published                               COMMIT  dana  nothing proves it
      exit 0"
    `);
  });

  test("is followed by the revert that the rollback named, which ends the hold", async () => {
    const terminal = await published();
    const said = (await body(terminal, 'rollback --reason "wrong title"')) as { revert: string };
    const rejected = git(terminal.root, "rev-parse", "HEAD");
    expect(said).toEqual({
      plan,
      cause: "rollback",
      outcome: "restored",
      version: 3,
      restores: { version: 1, commit: git(terminal.root, "rev-parse", "HEAD~1") },
      replaced: { version: 2, commit: rejected },
      reason: "wrong title",
      inGit: { commit: rejected, holds: "rejected" },
      revert: `git revert ${rejected}`,
    });
    git(terminal.root, ...said.revert.split(" ").slice(1), "--no-edit");
    expect(await story(terminal, ["publish", "publish"])).toContain(
      "nothing changed; version 3 stays live.",
    );
    expect(await body(terminal, "status")).toMatchObject({
      plans: [{ sync: "Synced", health: "Healthy", live: { version: 3, restores: 1 } }],
    });
    expect(await body(terminal, "history")).not.toHaveProperty("hold");
  });

  test("does not come back by another layout: status and publish say what holds it and what ends it", async () => {
    const terminal = await published();
    await sees(terminal, 'rollback --reason "wrong title"');
    terminal.edit(`${folder}/plan.json`, '"title"', ' "title"');
    git(terminal.root, "commit", "--quiet", "--all", "--message", "one blank more");
    expect(await story(terminal, ["status --exit-code", "publish"])).toMatchInlineSnapshot(`
      "$ jointplan status --exit-code
      - growth-2027: version 3 is live since DAY 12:00 UTC, from commit COMMIT, with the content of version 1; the last commit COMMIT says what version 2 said, which was rolled back by dana on DAY, so it is not published: wrong title. That ends when a commit changes the content, or with: jointplan resume growth-2027 --to 2 --reason "why"
      exit 1

      $ jointplan publish
      Commit COMMIT of DAY:

      - growth-2027: not published. This content says what version 2 said, which was rolled back by dana on DAY 12:00 UTC: wrong title. Merge a commit that changes the content; or, if version 2 was right after all, make it live again and publish once more. Run: jointplan resume growth-2027 --to 2 --reason "why"
      exit 3"
    `);
    expect(await body(terminal, "status")).toMatchObject({
      plans: [
        {
          sync: "OutOfSync",
          desired: { rejected: { version: 2, reason: "wrong title", actor: "dana" } },
          conditions: [{}, {}, { type: "Published", status: "False", reason: "Held" }],
        },
      ],
    });
  });

  test("does not come back by a revert of the revert, but by name, and what happened can be read", async () => {
    const terminal = await published();
    const { root } = terminal;
    await sees(terminal, 'rollback --reason "wrong title"');
    git(root, "revert", "--no-edit", "HEAD");
    expect(
      await story(terminal, ["status", "publish", 'resume --reason "we want it"']),
    ).toMatchInlineSnapshot(`
      "$ jointplan status
      - growth-2027: version 3 is live since DAY 12:00 UTC, from commit COMMIT, with the content of version 1; in sync with the last commit. Version 2 is held by dana since DAY, until "jointplan publish" notes that commit: wrong title.
      exit 0

      $ jointplan publish
      Commit COMMIT of DAY:

      - growth-2027: nothing changed; version 3 stays live.
      exit 0

      $ jointplan resume --reason "we want it"
      growth-2027: not resumed. Plan "growth-2027" has no rollback to take back. To have a version back that was rolled back before (2), say which. Run: jointplan resume growth-2027 --to 2 --reason "why"
      exit 3"
    `);
    git(root, "revert", "--no-edit", "HEAD");
    expect(
      await story(terminal, [
        "publish",
        'resume --to 1 --reason "we want it"',
        'resume --to 2 --reason "we want it"',
        "publish",
        "status --exit-code",
        "history --events",
        "history --events --limit 1",
      ]),
    ).toMatchInlineSnapshot(`
      "$ jointplan publish
      Commit COMMIT of DAY:

      - growth-2027: not published. This content says what version 2 said, which was rolled back by dana on DAY 12:00 UTC: wrong title. Merge a commit that changes the content; or, if version 2 was right after all, make it live again and publish once more. Run: jointplan resume growth-2027 --to 2 --reason "why"
      exit 3

      $ jointplan resume --to 1 --reason "we want it"
      growth-2027: not resumed. Version 1 of plan "growth-2027" is not rejected, so there is nothing to take back. To make an older version live all the same, run: jointplan rollback growth-2027 --to 1 --reason "why"
      exit 3

      $ jointplan resume --to 2 --reason "we want it"
      growth-2027: version 4 is live now, with the content of version 2, from commit COMMIT of DAY.

      The rollback is taken back, and the next commit publishes as usual. Reason: we want it.
      exit 0

      $ jointplan publish
      Commit COMMIT of DAY:

      - growth-2027: nothing changed; version 4 stays live.
      exit 0

      $ jointplan status --exit-code
      - growth-2027: version 4 is live since DAY 12:00 UTC, from commit COMMIT, with the content of version 2; in sync with the last commit. From DAY on something else holds: the plan itself, revenue targets, commitments, tactics and pay plans.
      exit 0

      $ jointplan history --events
      growth-2027 has 4 events.

      Event  When                  What         Live then  Who   Why
          4  DAY 12:00 UTC  resumed              4  dana  we want it
          3  DAY 12:00 UTC  rolled back          3  dana  wrong title
          2  DAY 12:00 UTC  published            2  dana
          1  DAY 12:00 UTC  published            1  dana
      exit 0

      $ jointplan history --events --limit 1
      growth-2027 has 4 events. Only the newest is shown.

      Event  When                  What     Live then  Who   Why
          4  DAY 12:00 UTC  resumed          4  dana  we want it
      exit 0"
    `);
  });

  test("is told apart from a third content in git, for which no revert is named", async () => {
    const terminal = await published();
    retitle(terminal, 3);
    expect(await sees(terminal, 'rollback --reason "wrong title"')).toMatchInlineSnapshot(`
      "$ jointplan rollback --reason "wrong title"
      growth-2027: version 3 is live now, with the content of version 1, from commit COMMIT of DAY.

      Version 2 (commit COMMIT) is held. The rejected content never comes back by itself; merge a change, or run: jointplan resume growth-2027 --reason "why". Reason: wrong title.

      The commit that is checked out, COMMIT, says neither what is live nor what was rejected: publishing it puts it in the place of version 3. If that is not wanted, run: git restore --source=COMMIT --staged --worktree -- plans/growth-2027 && git commit -m "growth-2027: back to version 1"; then merge and publish that.
      exit 0"
    `);
    const { revert } = (await body(terminal, 'rollback --to 2 --reason "after all"')) as {
      revert: string;
    };
    for (const part of revert.split(" && ")) git(terminal.root, ...wordsOf(part).slice(1));
    expect((await terminal.run("publish", dana)).out).toContain("version 4 stays live");
  });

  test("needs nothing more in git where the commit that is checked out took it back before", async () => {
    const terminal = await published();
    git(terminal.root, "revert", "--no-edit", "HEAD");
    expect(await sees(terminal, 'rollback --reason "wrong title"')).toMatchInlineSnapshot(`
      "$ jointplan rollback --reason "wrong title"
      growth-2027: version 3 is live now, with the content of version 1, from commit COMMIT of DAY.

      Version 2 (commit COMMIT) is held. The rejected content never comes back by itself; merge a change, or run: jointplan resume growth-2027 --reason "why". Reason: wrong title.

      The commit that is checked out, COMMIT, says what is live already. Run "jointplan publish", which notes that.
      exit 0"
    `);
  });

  test("stays live where the commit holds the plan no more: status says what that means", async () => {
    const terminal = await published(1);
    git(terminal.root, "rm", "-r", "--quiet", folder);
    git(terminal.root, "commit", "--quiet", "--message", "away");
    expect(await sees(terminal, "status")).toMatchInlineSnapshot(`
      "$ jointplan status
      - growth-2027: version 1 is live since DAY 12:00 UTC, from commit COMMIT; the last commit COMMIT does not hold this plan, so version 1 stays live. If it was taken away by mistake, bring its folder back. From DAY on something else holds: the plan itself, revenue targets, commitments, tactics and pay plans.
      exit 0"
    `);
  });

  test("that was merged is reverted with the parent that stays", async () => {
    const terminal = await published(1);
    const { root } = terminal;
    git(root, "checkout", "--quiet", "-b", "change");
    retitle(terminal, 2);
    git(root, "checkout", "--quiet", "main");
    git(root, "merge", "--quiet", "--no-ff", "--message", "agreed", "change");
    await terminal.run("publish", dana);
    const merge = git(root, "rev-parse", "HEAD");
    expect(await body(terminal, 'rollback --reason "wrong title"')).toMatchObject({
      revert: `git revert -m 1 ${merge}`,
    });
    git(root, "revert", "-m", "1", merge, "--no-edit");
    expect((await terminal.run("publish", dana)).out).toContain("version 3 stays live");
  });

  test("together with the one before it is taken back as a whole", async () => {
    const terminal = await published(3);
    const { root } = terminal;
    const first = git(root, "rev-parse", "HEAD~2");
    const { revert } = (await body(terminal, 'rollback --to 1 --reason "both were wrong"')) as {
      revert: string;
    };
    expect(revert).toBe(
      `git restore --source=${first} --staged --worktree -- ${folder} && git commit -m "${plan}: back to version 1"`,
    );
    for (const part of revert.split(" && ")) git(root, ...wordsOf(part).slice(1));
    expect((await terminal.run("publish", dana)).out).toContain("version 4 stays live");
  });

  test("is not replaced by one that has errors under today's rules", async () => {
    const terminal = newTerminal();
    opened.push(terminal);
    const { root, edit } = terminal;
    edit(`${folder}/plan.json`, growth, "");
    edit(`${folder}/approvals.json`, '"teams"', `"exceptions": [${exception}], "teams"`);
    commit(root, "growth follows");
    expect((await terminal.run("publish", dana)).code).toBe(0);
    retitle(terminal, 2);
    await terminal.run("publish", dana);
    const before = await body(terminal, "history");
    const line = 'rollback --reason "wrong title"';
    const later = { ...dana, now: () => "2999-01-01T12:00:00.000Z" };
    expect(transcript(line, await terminal.run(wordsOf(line), later))).toMatchInlineSnapshot(`
      "$ jointplan rollback --reason "wrong title"
      growth-2027: not rolled back. Version 1 has errors under today's rules; what is live stays live.

      growth-2027@1
      -------------

      As of 2999-01-01 the plan does not hold together: 2 errors.

      growth-2027@1/approvals.json:3:179  ✖ error  approval/exception-expired
        The exception "growth-later" (goal/incomplete at plan/goal) was agreed until 1 January 2990; on 1 January 2999 it is over.
        → Put right what it allows and take the exception out, or let both teams agree on a later day.

      growth-2027@1/plan.json:9:11  ✖ error  goal/incomplete
        The goal says nothing of growth; 3 of its 4 parts are agreed.
        → Agree on a measure and a number for it and add "growth", each with "metric", "target" and "unit".
      exit 1"
    `);
    expect(await body(terminal, "history")).toEqual(before);
    const kinder = await terminal.run(`${line} --as-of 2027-01-01`.split(" "), later);
    expect(kinder).toMatchObject({ code: 2, out: "" });
  });

  test("is replaced by one that today's rules only warn of", async () => {
    const terminal = newTerminal();
    opened.push(terminal);
    terminal.edit(`${folder}/tactics.json`, '"state": "proven"', '"state": "testing"');
    commit(terminal.root, "the plan");
    await terminal.run("publish", dana);
    retitle(terminal, 2);
    await terminal.run("publish", dana);
    expect(await body(terminal, 'rollback --reason "wrong title"')).toMatchObject({ version: 3 });
  });
});

describe("a plan that is held", () => {
  test("publishes nothing until it is released", async () => {
    const terminal = await published();
    retitle(terminal, 3);
    expect(
      await story(terminal, [
        'hold --reason "the quarter is being closed"',
        'hold growth-2027 --reason "again"',
        "publish",
        'rollback --reason "wrong title"',
        "status --exit-code",
        "history --limit 1",
        "hold --release",
        "hold --release",
        "publish",
      ]),
    ).toMatchInlineSnapshot(`
      "$ jointplan hold --reason "the quarter is being closed"
      growth-2027 is held: nothing is published, rolled back or resumed until it is released; version 2 stays live. Reason: the quarter is being closed.

      To end it, run: jointplan hold growth-2027 --release
      exit 0

      $ jointplan hold growth-2027 --reason "again"
      growth-2027 is held already, since DAY by dana; version 2 stays live. Reason: the quarter is being closed.

      To end it, run: jointplan hold growth-2027 --release
      exit 0

      $ jointplan publish
      Commit COMMIT of DAY:

      - growth-2027: not published. Publishing is held by dana since DAY 12:00 UTC: the quarter is being closed. Release the hold, then try again.
      exit 3

      $ jointplan rollback --reason "wrong title"
      growth-2027: not rolled back. Publishing is held by dana since DAY 12:00 UTC: the quarter is being closed. Release the hold, then try again. Run: jointplan hold growth-2027 --release
      exit 3

      $ jointplan status --exit-code
      - growth-2027: version 2 is live since DAY 12:00 UTC, from commit COMMIT; the last commit is COMMIT. Publishing is held by dana since DAY, until "jointplan hold growth-2027 --release": the quarter is being closed.
      exit 1

      $ jointplan history --limit 1
      growth-2027 has 2 versions: version 2 is live and publishing is held. Only the newest is shown.

      Version  Live from             Why        Commit      Who   Agreed
            2  DAY 12:00 UTC  published  COMMIT  dana  nothing proves it
      exit 0

      $ jointplan hold --release
      growth-2027 is released; version 2 stays live. The next commit publishes as usual: jointplan publish
      exit 0

      $ jointplan hold --release
      growth-2027 was not held; version 2 stays live.
      exit 0

      $ jointplan publish
      Commit COMMIT of DAY:

      - growth-2027: version 3 is live now.
      exit 0"
    `);
  });

  test("over a rollback is released alone: what was rejected stays so, and that is said", async () => {
    const terminal = await published();
    await sees(terminal, 'rollback --reason "wrong title"');
    await sees(terminal, 'hold --reason "let us talk first"');
    expect(
      await story(terminal, ['resume --reason "agreed"', "history --limit 2", "hold --release"]),
    ).toMatchInlineSnapshot(`
      "$ jointplan resume --reason "agreed"
      growth-2027: not resumed. Publishing is held by dana since DAY 12:00 UTC: let us talk first. Release the hold, then try again. Run: jointplan hold growth-2027 --release
      exit 3

      $ jointplan history --limit 2
      growth-2027 has 3 versions: version 3 is live, publishing is held and version 2 is rejected. The newest 2 are shown.

      Version  Live from             Why                         Commit      Who   Agreed
            3  DAY 12:00 UTC  rollback to 1: wrong title  COMMIT  dana  nothing proves it
            2  DAY 12:00 UTC  published                   COMMIT  dana  nothing proves it
      exit 0

      $ jointplan hold --release
      growth-2027 is released; version 3 stays live. The next commit publishes as usual, unless it says what version 2 said, which stays rejected: jointplan publish
      exit 0"
    `);
  });

  test("says the same as JSON", async () => {
    const terminal = await published(1);
    const hold = { kind: "freeze", reason: "closing", actor: "dana", since: expect.any(String) };
    expect(await body(terminal, 'hold --reason "closing"')).toEqual({
      plan,
      outcome: "held",
      version: 1,
      hold,
    });
    expect(await body(terminal, "history")).toMatchObject({ plan, live: 1, hold });
    expect(await body(terminal, "hold --release")).toEqual({
      plan,
      outcome: "released",
      version: 1,
    });
  });
});

/** Two versions that no test changes. */
const shared = published();

test("the status in JSON is what the API tells", async () => {
  const terminal = await published();
  await sees(terminal, 'rollback --reason "wrong title"');
  const { plans } = (await body(terminal, "status")) as { plans: readonly unknown[] };
  const store = openStore(`${terminal.root}/${storePath}`);
  const { ask } = appOver(store.table, { now: () => "2026-12-01T12:00:00.000Z" });
  const told = await (await ask(`/v1/plans/${plan}/status`)).json();
  store.close();
  expect(plans).toEqual([told]);
});

describe("a plan that is published against the rules", () => {
  test("keeps who decided and why with the version; a stranger cannot", async () => {
    const terminal = await published(1);
    retitle(terminal, 2);
    expect(
      await story(terminal, [
        'publish --override zoe --reason "the board decided"',
        'publish --override @Mia --reason "the board decided"',
        "history --limit 1",
      ]),
    ).toMatchInlineSnapshot(`
      "$ jointplan publish --override zoe --reason "the board decided"
      Commit COMMIT of DAY:

      - growth-2027: not published. "zoe" is in no team that agrees to the plan growth-2027, so they cannot decide without the others. Let one of them override: mia and omar.
      exit 1

      $ jointplan publish --override @Mia --reason "the board decided"
      Commit COMMIT of DAY:

      - growth-2027: version 2 is live now.
      exit 0

      $ jointplan history --limit 1
      growth-2027 has 2 versions: version 2 is live. Only the newest is shown.

      Version  Live from             Why        Commit      Who   Agreed
            2  DAY 12:00 UTC  published  COMMIT  dana  overridden by mia: the board decided
      exit 0"
    `);
    const evidence = { kind: "override", by: "mia", reason: "the board decided" };
    const { plans } = (await body(terminal, "status")) as { plans: readonly unknown[] };
    expect(plans).toMatchObject([
      { conditions: [{}, { status: "False", reason: "Overridden" }, {}] },
    ]);
    const store = openStore(`${terminal.root}/${storePath}`);
    const told = await (await appOver(store.table).ask(`/v1/plans/${plan}/approvals`)).json();
    store.close();
    expect(told).toMatchObject({ version: 2, evidence });
    expect(await terminal.run("publish --override mia", dana)).toMatchObject({ code: 2 });
  });
});

describe("a call that cannot be followed", () => {
  test.each([
    ["an unknown plan", 'rollback groth-2027 --reason "x"', 2],
    ["two plans", 'rollback growth-2027 other --reason "x"', 2],
    ["no reason", "rollback growth-2027", 2],
    ["a blank reason", 'hold --reason " "', 2],
    ["an endless reason", `resume --reason ${"x".repeat(501)}`, 2],
    ["a reason for the release", 'hold --release --reason "x"', 2],
    ["a version that is none", 'rollback --to 1.5 --reason "x"', 2],
    ["a version that there is not", 'rollback --to 9 --reason "x"', 2],
    ["a limit that is none", "history --limit 0", 2],
    ["another version than the live one", 'rollback --to 1 --from 1 --reason "x"', 3],
    ["nothing to resume", 'resume --reason "x"', 3],
  ])("%s", async (_title, line, code) => {
    const terminal = await shared;
    const ran = await terminal.run(wordsOf(line), dana);
    expect(ran.code).toBe(code);
    expect((code === 2 ? ran.err : ran.out).replaceAll(/x{9,}/g, "xxx")).toMatchSnapshot();
  });

  test("the first version has none before it", async () => {
    const { code, err } = await (await published(1)).run(wordsOf('rollback --reason "x"'), dana);
    expect([code, err]).toEqual([
      2,
      'jointplan: Version 1 of plan "growth-2027" is live; there is none before it. Mend the plan in git and publish it, or stop publishing: jointplan hold growth-2027 --reason "why"\n',
    ]);
  });

  test("nothing is published, and asking leaves nothing behind", async () => {
    const terminal = newTerminal();
    opened.push(terminal);
    for (const line of ["history", "hold --release", 'rollback --reason "x"']) {
      // oxlint-disable-next-line no-await-in-loop
      expect((await terminal.run(wordsOf(line))).err).toContain("Nothing is published here yet.");
    }
    expect(existsSync(`${terminal.root}/.jointplan`)).toBe(false);
  });

  test("several plans are published and none is named", async () => {
    const terminal = newTerminal();
    opened.push(terminal);
    for (const name of readdirSync(`${terminal.root}/${folder}`)) {
      terminal.write(`plans/other/${name}`, terminal.read(`${folder}/${name}`));
    }
    terminal.edit("plans/other/plan.json", '"growth-2027"', '"other"');
    commit(terminal.root, "two plans");
    await terminal.run("publish", dana);
    const { code, err } = await terminal.run("history", dana);
    expect([code, err]).toEqual([
      2,
      "jointplan: Several plans are published here. Name one of: growth-2027, other.\n",
    ]);
    expect((await terminal.run("history plans/other/", dana)).out).toContain("other has 1 version");
  });
});
