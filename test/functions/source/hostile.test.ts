import { chownSync, rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishPlans } from "../../../functions/local/publish-plans.ts";
import { gitSource } from "../../../functions/source/git.ts";
import { memoryTable } from "../../../functions/store/memory.ts";
import { liveIn, newPlanRepository } from "../publish/published-repository.ts";
import { newFolder, newRepository } from "./repository.ts";
import { attributes, newTrappedRepository, type TrappedRepository } from "./trapped-repository.ts";

/** What a repository's settings can do to what is read from it; `test/cli/hostile-tree.test.ts` has what its commits can. */

describe("settings that run programs, or make git print otherwise", () => {
  let repository: TrappedRepository;
  beforeAll(() => {
    repository = newTrappedRepository();
  });
  afterAll(() => repository.remove());

  test("change no byte that is read, and nothing runs", async () => {
    const content = "$Id$ $Format:%H$\r\n\u001b[31mred\u001b[m \0 \ufeff\u00fc\n";
    const commit = repository.commitTree([
      [".gitattributes", "100644", attributes],
      ["plans/acme/.gitattributes", "100644", attributes],
      ["plans/acme/plan.json", "100644", content],
      ["plans/acme/sla.json", "100644", "{}\n"],
    ]);
    const source = gitSource(repository.root);
    const before = repository.files();
    repository.calls();
    expect(await source.planFolders(commit)).toEqual(["plans/acme"]);
    expect(await source.bundleAt(commit, "plans/acme")).toEqual({
      folder: "plans/acme",
      files: [
        { name: "plan.json", bytes: new TextEncoder().encode(content) },
        { name: "sla.json", bytes: new TextEncoder().encode("{}\n") },
      ],
    });
    const head = (await source.head()) ?? "";
    expect(await source.mergeBase(head, commit)).toBeUndefined();
    expect(await source.isAncestor(head, commit)).toBe(false);
    expect(await source.commitTime(commit)).toMatch(/^\d{4}-\d\d-\d\dT/);
    expect(await source.isDirty()).toBe(false);
    expect(repository.caught()).toEqual([]);
    expect(repository.files()).toEqual(before);
    // Nothing that looks at the working tree or the index, or writes, is ever called.
    const commands = repository
      .calls()
      .flatMap((call) => / ([a-z]+-?[a-z]+) (?=-|[0-9a-f]{40}|commit)/.exec(call)?.[1] ?? []);
    expect([...new Set(commands)].toSorted()).toEqual([
      "cat-file",
      "ls-tree",
      "merge-base",
      "rev-list",
      "rev-parse",
      "show",
    ]);

    // The settings do what is feared of them where git is called without care.
    expect(repository.git("log", "-1", commit).replaceAll("\0", "")).toContain(`TRAP ${commit}`);
    expect(() => repository.git("show", commit)).toThrow("Command failed");
    expect(repository.caught()).not.toEqual([]);
  });

  test("a commit or a tree that is replaced is not believed", async () => {
    const real = repository.commitTree([["plans/acme/plan.json", "100644", "true"]]);
    const other = repository.commitTree([["plans/evil/plan.json", "100644", "false"]]);
    repository.git("replace", real, other);
    repository.git(
      "replace",
      "--force",
      `${other}^{tree}`,
      repository.git("rev-parse", `${real}^{tree}`),
    );
    const source = gitSource(repository.root);
    expect(await source.planFolders(real)).toEqual(["plans/acme"]);
    expect(await source.planFolders(other)).toEqual(["plans/evil"]);
  });
});

describe("a repository that belongs to somebody else", () => {
  const repository = newRepository();
  const home = process.env["HOME"];
  beforeAll(() => {
    // No setting of this machine's may allow it.
    process.env["HOME"] = newFolder();
  });
  afterAll(() => {
    rmSync(process.env["HOME"] ?? "", { recursive: true });
    process.env["HOME"] = home;
    repository.remove();
  });

  // Only root can give a folder away.
  test.runIf(process.getuid?.() === 0)(
    "is refused with the way out, never taken for none",
    async () => {
      repository.commit();
      chownSync(repository.root, 65_534, 65_534);
      chownSync(`${repository.root}/.git`, 65_534, 65_534);
      await expect(gitSource(repository.root).head()).rejects.toMatchObject({
        name: "SourceRefusal",
        message: `${repository.root} belongs to another person on this machine, whose settings git would follow.`,
        help: `Go on as its owner, or, where you trust it, run: git config --global --add safe.directory ${repository.root}`,
      });
    },
  );
});

describe("a branch that moves while it is published", () => {
  test("is published as it was at the beginning, under that commit's name", async () => {
    const repository = newPlanRepository();
    const first = repository.git("rev-parse", "HEAD");
    const source = gitSource(repository.root);
    const moving = {
      ...source,
      async commitOf(revision: string) {
        const found = await source.commitOf(revision);
        repository.title("Two");
        return found;
      },
    };
    const table = memoryTable();
    const published = await publishPlans({
      revision: "main",
      store: { table },
      source: moving,
      now: () => "2026-12-01T09:00:00.000Z",
      actor: "dana",
    });
    expect(published).toMatchObject({ ok: true, value: { commit: first } });
    expect(await liveIn(table)).toEqual({ title: "One", observed: first });
    repository.remove();
  });
});
