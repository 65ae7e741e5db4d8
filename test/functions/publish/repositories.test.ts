import { renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { gitSource } from "../../../functions/source/git.ts";
import { memoryTable } from "../../../functions/store/memory.ts";
import { newTerminal } from "../../cli/terminal.ts";
import { newFolder, type TestRepository } from "../source/repository.ts";
import {
  folder,
  follow,
  helpOf,
  inWords,
  liveIn,
  newPlanRepository,
  plan,
  publishFrom,
} from "./published-repository.ts";

/** What people do with a branch, and what becomes live. */

const folders: string[] = [];
const fresh = (): string => {
  const made = newFolder();
  folders.push(made);
  return made;
};
const newRepository = (): ReturnType<typeof newPlanRepository> => {
  const made = newPlanRepository();
  folders.push(made.root);
  return made;
};
afterAll(() => {
  for (const each of folders) rmSync(each, { recursive: true, force: true });
});

describe("the main branch, published after each thing that happens to it", () => {
  const repository = newRepository();
  const { git, title, exit, readme } = repository;
  const table = memoryTable();
  const tip = (): string => git("rev-parse", "HEAD");
  const onSide = (...work: readonly (() => unknown)[]): void => {
    git("checkout", "--quiet", "-B", "side");
    for (const each of work) each();
    git("checkout", "--quiet", "main");
  };
  let help = "";
  const wayOut = (): void => {
    follow(repository, help);
    git("branch", "--quiet", "--force", "--move", "continued", "main");
  };
  let kept = "";
  const keep = (): void => void (kept = tip());
  const backTo = (revision: string): string => git("reset", "--quiet", "--hard", revision);
  const merge = (...words: readonly string[]): string =>
    git("merge", "--quiet", "--message", "merge", ...words);

  type Row = readonly [happens: string, happen: () => unknown, says: string, live: string];
  const rows: readonly Row[] = [
    ["the first commit", () => undefined, "published 1", "One"],
    ["nothing new", () => undefined, "replayed 1", "One"],
    ["a direct push", () => title("Two"), "published 2", "Two"],
    ["a push of two commits", () => [title("2½"), title("Three")], "published 3", "Three"],
    [
      "a merge commit",
      () => {
        onSide(() => title("Four"));
        readme("meanwhile");
        merge("--no-ff", "side");
      },
      "published 4",
      "Four",
    ],
    ["its revert", () => git("revert", "--no-edit", "-m", "1", "HEAD"), "published 5", "Three"],
    [
      "a squash merge",
      () => {
        onSide(
          () => title("5½"),
          () => title("Six"),
        );
        git("merge", "--quiet", "--squash", "side");
        repository.commit("squashed");
      },
      "published 6",
      "Six",
    ],
    [
      "a rebase merge",
      () => {
        onSide(() => title("Seven"));
        readme("in between");
        git("rebase", "--quiet", "main", "side");
        git("checkout", "--quiet", "main");
        merge("--ff-only", "side");
      },
      "published 7",
      "Seven",
    ],
    ["other files alone", () => readme("nothing of the plan"), "unchanged 7", "Seven"],
    [
      "the plan's folder renamed",
      () => [git("mv", folder, "plans/growth"), repository.commit()],
      "unchanged 7",
      "Seven",
    ],
    [
      "the plan's folder removed: readers keep what was agreed",
      () => [git("rm", "-r", "--quiet", "plans"), repository.commit()],
      "absent, 7 stays",
      "Seven",
    ],
    ["that removal reverted", () => git("revert", "--no-edit", "HEAD"), "unchanged 7", "Seven"],
    [
      "the folder named as before",
      () => [git("mv", "plans/growth", folder), repository.commit(), title("Eight")],
      "published 8",
      "Eight",
    ],
    [
      "a force push back to an older commit",
      () => [keep(), backTo("HEAD~1")],
      "superseded",
      "Eight",
    ],
    ["the branch put right again", () => backTo(kept), "replayed 8", "Eight"],
    [
      "a force push that forgets what was published",
      () => [backTo("HEAD~1"), exit("Someone asks for the guide")],
      "refused not-a-descendant",
      "Eight",
    ],
    ["its way out", wayOut, "published 9", "Eight"],
    [
      "what was published merged into a local branch, as git pull does",
      () => {
        onSide(() => exit("Someone reads the guide"));
        title("Nine");
        git("checkout", "--quiet", "-B", "local", "side");
        merge("--no-ff", "main");
        git("checkout", "--quiet", "main");
      },
      "published 10",
      "Nine",
    ],
    ["and pushed", () => merge("--ff-only", "local"), "refused not-a-descendant", "Nine"],
    ["its way out", wayOut, "published 11", "Nine"],
    [
      "a detached head",
      () => [git("checkout", "--quiet", "--detach"), title("Ten")],
      "published 12",
      "Ten",
    ],
  ];
  test("is live as this table says", async () => {
    const source = gitSource(repository.root);
    const told: unknown[] = [];
    for (const [happens, happen] of rows) {
      happen();
      // oxlint-disable-next-line no-await-in-loop -- one happens after the other
      const published = await publishFrom(source, table);
      const said = inWords(published);
      if (said.startsWith("refused")) help = helpOf(published);
      // oxlint-disable-next-line no-await-in-loop -- as above
      const { title: live, observed } = await liveIn(table);
      const moves = !/^(?:refused|superseded|absent)/.test(said);
      expect([happens, observed === tip()]).toEqual([happens, moves]);
      told.push([happens, said, live]);
    }
    expect(told).toEqual(rows.map(([happens, , says, live]) => [happens, says, live]));
  });
});

describe("a clone or a checkout of another kind", () => {
  const repository = newRepository();
  const { git, title } = repository;
  const first = git("rev-parse", "HEAD");
  title("Two");
  title("Three");
  const address = `file://${repository.root}`;

  beforeAll(() => {
    git("config", "uploadpack.allowFilter", "true");
    git("tag", "main", first);
  });

  test.each<readonly [what: string, make: (at: string) => unknown]>([
    ["a clone", (at) => git("clone", "--quiet", address, at)],
    [
      "a clone with nothing checked out",
      (at) => git("clone", "--quiet", "--no-checkout", address, at),
    ],
    ["a bare clone", (at) => git("clone", "--quiet", "--bare", address, at)],
    [
      "a clone without contents, which git fetches when they are read",
      (at) => git("clone", "--quiet", "--no-checkout", "--filter=blob:none", address, at),
    ],
    [
      "a clone whose repository lies elsewhere",
      (at) => git("clone", "--quiet", `--separate-git-dir=${at}.git`, address, at),
    ],
    ["a second working tree", (at) => git("worktree", "add", "--quiet", "--detach", at)],
  ])("publishes from %s", async (_what, make) => {
    const at = join(fresh(), "here");
    make(at);
    const source = gitSource(at);
    const into = memoryTable();
    expect(inWords(await publishFrom(source, into, first))).toBe("published 1");
    expect(inWords(await publishFrom(source, into))).toBe("published 2");
    expect((await liveIn(into)).title).toBe("Three");
  });

  test("means the branch where a tag has its name", async () => {
    const source = gitSource(repository.root);
    const into = memoryTable();
    expect(inWords(await publishFrom(source, into, "main"))).toBe("published 1");
    expect((await liveIn(into)).title).toBe("Three");
    expect(inWords(await publishFrom(source, into, "refs/tags/main"))).toBe("superseded");
  });
});

describe("history that does not tell enough", () => {
  const terminal = newTerminal("nothing");
  folders.push(terminal.root);
  const repository = newRepository();
  const { title, exit, git } = repository;
  title("Two");
  const address = `file://${repository.root}`;

  /** git in another folder, as the commands of a way out are run there. */
  const gitIn = (at: string): Pick<TestRepository, "git"> => ({
    git: (...words) => git("-C", at, ...words),
  });
  /** What `jointplan publish` says of the plan in a folder, with the names of commits left out, and the command it names. */
  const publishing = async (root: string) => {
    const { code, out, err } = await terminal.run("publish", { root });
    const [, help = ""] = /(Run: .*)/.exec(`${out}${err}`) ?? [];
    const says = `${out}${err}`.replaceAll(/\b[0-9a-f]{40}\b/g, "COMMIT");
    return { code, says: says.trim().split("\n").slice(2), help };
  };
  /** A clone that published what the branch holds now. */
  const publishedClone = async (): Promise<string> => {
    const at = join(fresh(), "here");
    git("clone", "--quiet", address, at);
    expect((await publishing(at)).code).toBe(0);
    return at;
  };

  test("a shallow clone: the exact command is named, and publishes after it", async () => {
    const full = await publishedClone();
    title("Three");
    const at = join(fresh(), "here");
    git("clone", "--quiet", "--depth=1", address, at);
    renameSync(join(full, ".jointplan"), join(at, ".jointplan"));
    const cutOff = await publishing(at);
    expect(cutOff).toMatchObject({
      code: 3,
      says: [
        "- growth-2027: not published. History is cut off here, so it cannot be told whether COMMIT comes before COMMIT. Run: git fetch --unshallow",
      ],
    });
    follow(gitIn(at), cutOff.help);
    expect(await publishing(at)).toMatchObject({
      code: 0,
      says: ["- growth-2027: version 2 is live now."],
    });
  });

  test("a clone made after a force push: what was published is fetched, then the branch is put on top of it", async () => {
    const full = await publishedClone();
    title("Four");
    git("-C", full, "pull", "--quiet");
    expect((await publishing(full)).says).toEqual(["- growth-2027: version 2 is live now."]);
    git("reset", "--quiet", "--hard", "HEAD~1");
    exit("Someone asks for another guide");
    const at = join(fresh(), "here");
    git("clone", "--quiet", address, at);
    renameSync(join(full, ".jointplan"), join(at, ".jointplan"));

    const missing = await publishing(at);
    expect(missing).toMatchObject({
      code: 3,
      says: [
        "- growth-2027: not published. Commit COMMIT is not in this clone, so it cannot be told whether COMMIT comes before COMMIT. Run: git fetch origin COMMIT",
      ],
    });
    follow(gitIn(at), missing.help);
    const rewritten = await publishing(at);
    expect(rewritten).toMatchObject({
      code: 3,
      says: [
        "- growth-2027: not published. Commit COMMIT does not continue COMMIT, the newest commit that was published: the branch was rewritten, is another one, or was merged the wrong way round. Put it on top of what was published, make that merge the branch, and publish it. Run: git switch --create continued COMMIT && git merge --no-ff --no-edit COMMIT",
      ],
    });
    follow(gitIn(at), rewritten.help);
    // The server takes it without force.
    git("checkout", "--quiet", "--detach");
    gitIn(at).git("push", "--quiet", "origin", "continued:main");
    gitIn(at).git("branch", "--quiet", "--force", "main", "continued");
    expect(await publishing(at)).toMatchObject({
      code: 0,
      says: ["- growth-2027: version 3 is live now."],
    });
  });

  test("everything that stands in the way is said at once, and the code is that of what must happen first", async () => {
    const { root, git: here, ...own } = newRepository();
    own.title("Two");
    await terminal.run("publish", { root });
    await terminal.run(["hold", plan, "--reason", "quarter end"], { root });
    here("reset", "--quiet", "--hard", "HEAD~1");
    own.months("600");
    const { code, says } = await publishing(root);
    expect(code).toBe(3);
    expect(says.slice(0, 3)).toEqual([
      '- growth-2027: not published. plans/growth-2027 has 1 error. Mend what "jointplan check plans/growth-2027" says, then commit.',
      "- growth-2027: also in the way: Commit COMMIT does not continue COMMIT, the newest commit that was published: the branch was rewritten, is another one, or was merged the wrong way round. Put it on top of what was published, make that merge the branch, and publish it. Run: git switch --create continued COMMIT && git merge --no-ff --no-edit COMMIT",
      "- growth-2027: also in the way: Publishing is held by local since 2026-12-01 12:00 UTC: quarter end. Release the hold, then try again.",
    ]);
    const { out } = await terminal.run("publish --format json", { root });
    expect(JSON.parse(out)).toMatchObject({
      plans: [
        {
          plan,
          outcome: "refused",
          reasons: [{ reason: "findings" }, { reason: "not-a-descendant" }, { reason: "held" }],
        },
      ],
      absent: [],
    });
    const status = await terminal.run("status --format json", { root });
    expect(JSON.parse(status.out)).toMatchObject({ plans: [{ live: { version: 1 } }] });
  });
});
