import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PlanFile } from "../../../core/document/index.ts";
import { gitSource } from "../../../functions/source/git.ts";
import { SourceRefusal } from "../../../functions/source/source.ts";
import { newFolder, newRepository, type TestRepository } from "./repository.ts";

const repositories: TestRepository[] = [];
const fresh = (): TestRepository => {
  const made = newRepository();
  repositories.push(made);
  return made;
};
afterAll(() => {
  for (const each of repositories) each.remove();
});

const text = (file: PlanFile | undefined): string =>
  file !== undefined && "bytes" in file
    ? new TextDecoder().decode(file.bytes)
    : JSON.stringify(file);

const absent = "1".repeat(40);

describe("a folder without history", () => {
  test("that is no repository has no head, no commit, and is dirty", async () => {
    const folder = newFolder();
    const source = gitSource(folder);
    expect(await source.head()).toBeUndefined();
    expect(await source.commitOf("main")).toBeUndefined();
    expect(await source.isDirty()).toBe(true);
    rmSync(folder, { recursive: true });
  });

  test("that does not exist has no head", async () => {
    expect(await gitSource("/nowhere/at/all").head()).toBeUndefined();
  });

  test("that is a repository on a machine without git has no head", async () => {
    const repository = fresh();
    repository.commit();
    const path = process.env["PATH"];
    process.env["PATH"] = repository.root;
    try {
      expect(await gitSource(repository.root).head()).toBeUndefined();
    } finally {
      process.env["PATH"] = path;
    }
  });

  test("that is a repository without a commit has no head", async () => {
    expect(await gitSource(fresh().root).head()).toBeUndefined();
  });
});

describe("a commit", () => {
  let repository: TestRepository;
  let first: string;
  let second: string;
  beforeAll(() => {
    repository = fresh();
    repository.write("plans/acme/plan.json", '{"id":"acme"}\r\n');
    repository.write("plans/acme/README.md", "not a document");
    repository.write("plans/acme/deeper/journey.json", "{}");
    repository.write("plans/beta/plan.json", "\ufeff\0ü");
    repository.write("plans/loose.json", "{}");
    first = repository.commit();
    repository.write("plans/acme/plan.json", "{}");
    repository.git("tag", "v1");
    second = repository.commit();
    repository.git("branch", "v1", second);
  });

  test("is found by name; a branch goes before a tag of the same name", async () => {
    const source = gitSource(repository.root);
    expect(await source.head()).toBe(second);
    expect(await source.commitOf("main")).toBe(second);
    expect(await source.commitOf("refs/tags/v1")).toBe(first);
    expect(await source.commitOf("v1")).toBe(second);
    expect(await source.commitOf(first)).toBe(first);
    expect(await source.commitOf(first.slice(0, 10))).toBe(first);
    expect(await source.commitOf("nope")).toBeUndefined();
    expect(await source.commitOf(absent)).toBeUndefined();
    expect(await source.commitOf("--output=x")).toBeUndefined();
  });

  test("is read to its end, also where git is gone before all of its output has come", async () => {
    const bin = newFolder();
    const path = process.env["PATH"];
    const real = execFileSync("which", ["git"], { encoding: "utf8" }).trim();
    // What it prints is handed on by another process, which takes its time after this one has ended.
    const slow = `#!/bin/sh\ncase "$*" in *cat-file*) ${real} "$@" | (sleep 0.5; cat) & exit 0;; esac\nexec ${real} "$@"\n`;
    writeFileSync(join(bin, "git"), slow, { mode: 0o755 });
    process.env["PATH"] = `${bin}:${path}`;
    try {
      const acme = await gitSource(repository.root).bundleAt(first, "plans/acme");
      expect(text(acme?.files[0])).toBe('{"id":"acme"}\r\n');
    } finally {
      process.env["PATH"] = path;
      rmSync(bin, { recursive: true });
    }
  });

  test("holds plan folders with the exact bytes of their documents, and nothing else", async () => {
    const source = gitSource(repository.root);
    expect(await source.planFolders(first)).toEqual(["plans/acme", "plans/beta"]);
    const acme = await source.bundleAt(first, "plans/acme");
    expect(acme?.folder).toBe("plans/acme");
    expect(acme?.files.map((file) => file.name)).toEqual(["plan.json"]);
    expect(text(acme?.files[0])).toBe('{"id":"acme"}\r\n');
    const beta = await source.bundleAt(first, "plans/beta");
    expect(beta?.files[0]).toEqual({
      name: "plan.json",
      bytes: new Uint8Array([0xef, 0xbb, 0xbf, 0, 0xc3, 0xbc]),
    });
    expect(text((await source.bundleAt(second, "plans/acme"))?.files[0])).toBe("{}");
  });

  test.each([
    "plans/nope",
    "plans",
    "plans/",
    "plans/acme/deeper",
    "../plans/acme",
    "plans/..",
    "/etc",
    "",
    "plans/*",
    ":(top)plans/acme",
  ])("has no plan in %j", async (folder) => {
    expect(await gitSource(repository.root).bundleAt(first, folder)).toBeUndefined();
  });

  test("is read from below the root of the repository too", async () => {
    const outer = fresh();
    outer.write("company/sales/plans/acme/plan.json", "{}");
    outer.write("plans/other/plan.json", "{}");
    const commit = outer.commit();
    const source = gitSource(join(outer.root, "company/sales"));
    expect(await source.planFolders(commit)).toEqual(["plans/acme"]);
    expect(await source.isDirty()).toBe(false);
  });

  test("knows when it was made", async () => {
    const made = await gitSource(repository.root).commitTime(first);
    expect(made).toBe(
      new Date(Number(repository.git("show", "-s", "--format=%ct", first)) * 1000).toISOString(),
    );
  });

  test("is asked for by its full id only", async () => {
    const source = gitSource(repository.root);
    await expect(source.planFolders("HEAD")).rejects.toThrow("no object id");
    await expect(source.bundleAt("--output=x", "plans/acme")).rejects.toThrow("no object id");
    await expect(source.isAncestor("main", second)).rejects.toThrow("no object id");
    await expect(source.commitTime("main")).rejects.toThrow("no object id");
  });
});

describe("what is no plain file", () => {
  test("is refused with its reason, and nothing is followed", async () => {
    const repository = fresh();
    const commit = repository.commitTree([
      ["plans/acme/plan.json", "120000", "/etc/passwd"],
      ["plans/acme/journey.json", "160000", absent],
      ["plans/acme/sla.json/deeper.json", "100644", "{}"],
      ["plans/acme/tactics.json", "100755", "{}"],
      ["plans/evil", "120000", "/etc"],
      ["plans/gone", "160000", absent],
    ]);
    const source = gitSource(repository.root);
    expect(await source.planFolders(commit)).toEqual(["plans/acme", "plans/evil", "plans/gone"]);
    const files = (await source.bundleAt(commit, "plans/acme"))?.files ?? [];
    expect(
      Object.fromEntries(
        files.map((file) => [file.name, "refused" in file ? file.refused.reason : text(file)]),
      ),
    ).toEqual({
      "plan.json": "symlink",
      "journey.json": "not-a-file",
      "sla.json": "not-a-file",
      "tactics.json": "{}",
    });
    await expect(source.bundleAt(commit, "plans/evil")).rejects.toThrow("plans/evil is a link");
    await expect(source.bundleAt(commit, "plans/gone")).rejects.toThrow("another repository");
  });

  test("is refused by its size before a byte is read, alone or together", async () => {
    const repository = fresh();
    repository.write("plans/big/plan.json", Buffer.alloc(60 * 1024 * 1024));
    repository.write("plans/sum/a.json", Buffer.alloc(5 * 1024 * 1024));
    repository.write("plans/sum/b.json", Buffer.alloc(5 * 1024 * 1024));
    const commit = repository.commit();
    const source = gitSource(repository.root);
    const before = process.memoryUsage().rss;
    expect((await source.bundleAt(commit, "plans/big"))?.files).toEqual([
      {
        name: "plan.json",
        refused: { reason: "too-big", size: 60 * 1024 * 1024, limit: 8 * 1024 * 1024 },
      },
    ]);
    expect(process.memoryUsage().rss - before).toBeLessThan(40 * 1024 * 1024);
    expect(
      (await source.bundleAt(commit, "plans/sum"))?.files.map((file) => "refused" in file),
    ).toEqual([false, true]);
  });

  test("is refused when it is one of too many", async () => {
    const repository = fresh();
    const names = Array.from({ length: 2001 }, (_, index) => `plans/many/${index}.json`);
    const commit = repository.commitTree(names.map((name) => [name, "100644", "{}"] as const));
    await expect(gitSource(repository.root).bundleAt(commit, "plans/many")).rejects.toThrow(
      "2001 entries",
    );
  });
});

describe("an odd name", () => {
  test.each([
    ["plans/a\nb/plan.json"],
    ["plans/a\\b/plan.json"],
    ["plans/a\u0001/plan.json"],
    ["plans/\u202eacme/plan.json"],
    ["plans/acme/plan\n.json"],
    ["plans/acme/..\\plan.json"],
    ["plans/acme/git~1.json\u200b.json"],
  ])("%j is refused", async (path) => {
    const repository = fresh();
    const commit = repository.commitTree([[path, "100644", "{}"]]);
    const source = gitSource(repository.root);
    const read = async (): Promise<unknown> => {
      const [folder = ""] = await source.planFolders(commit);
      return source.bundleAt(commit, folder);
    };
    await expect(read()).rejects.toThrow(SourceRefusal);
  });

  test.each([
    [["plans/acme/plan.json", "plans/acme/Plan.json"]],
    [["plans/acme/\u00fc.json", "plans/acme/u\u0308.json"]],
    [["plans/acme/plan.json", "plans/Acme/plan.json"]],
    [["plans/acme/plan.json", "plans/acme./plan.json"]],
  ])("that equals another on some system is refused: %j", async (paths) => {
    const repository = fresh();
    const commit = repository.commitTree(paths.map((path) => [path, "100644", "{}"] as const));
    const source = gitSource(repository.root);
    const read = async (): Promise<unknown> => {
      const [folder = ""] = await source.planFolders(commit);
      return source.bundleAt(commit, folder);
    };
    await expect(read()).rejects.toThrow("not every system can tell");
  });
});

describe("the order of commits", () => {
  test("is the line of first parents", async () => {
    const repository = fresh();
    const base = repository.commit("base");
    repository.git("checkout", "--quiet", "-b", "side");
    const side = repository.commit("side");
    repository.git("checkout", "--quiet", "main");
    const main = repository.commit("main");
    repository.git("merge", "--quiet", "--no-ff", "--message", "merge", "side");
    const merge = repository.git("rev-parse", "HEAD");
    const after = repository.commit("after");
    const source = gitSource(repository.root);
    const table: readonly (readonly [string, string, boolean])[] = [
      [base, main, true],
      [base, merge, true],
      [main, merge, true],
      [merge, after, true],
      [base, after, true],
      [side, merge, false],
      [side, after, false],
      [main, side, false],
      [side, main, false],
      [after, base, false],
      [merge, main, false],
      [base, base, false],
    ];
    for (const [older, newer, expected] of table) {
      // oxlint-disable-next-line no-await-in-loop
      expect([older, newer, await source.isAncestor(older, newer)]).toEqual([
        older,
        newer,
        expected,
      ]);
    }
  });

  test("cannot be told where history is cut off, and the way out is named", async () => {
    const repository = fresh();
    const old = repository.commit("old");
    repository.commit("middle");
    const newest = repository.commit("new");
    const shallow = fresh();
    shallow.git("fetch", "--quiet", "--depth=1", `file://${repository.root}`, "main");
    const source = gitSource(shallow.root);
    await expect(source.isAncestor(old, newest)).rejects.toMatchObject({
      help: "Run: git fetch --unshallow",
    });
  });
});

describe("the line of first parents and where lines part", () => {
  const repository = newRepository();
  afterAll(() => repository.remove());
  const first = repository.commit("first");
  repository.git("checkout", "--quiet", "-b", "side");
  const side = repository.commit("side");
  repository.git("checkout", "--quiet", "main");
  const second = repository.commit("second");
  repository.git("merge", "--quiet", "--no-ff", "--message", "merge", side);
  const merge = repository.git("rev-parse", "HEAD");
  const last = repository.commit("last");
  repository.git("checkout", "--quiet", "--orphan", "apart");
  const apart = repository.commit("apart");
  const source = gitSource(repository.root);

  test("go from a commit to a later one, oldest first, past what was merged in", async () => {
    expect(await source.firstParents(first, last)).toEqual([second, merge, last]);
    expect(await source.firstParents(last, last)).toEqual([]);
    expect(await source.firstParents(side, last)).toBeUndefined();
    expect(await source.firstParents(last, first)).toBeUndefined();
  });

  test("cannot be told of a commit that is not here, and how to fetch it is named", async () => {
    for (const [older, newer] of [
      [absent, last],
      [last, absent],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop
      await expect(source.isAncestor(older, newer)).rejects.toMatchObject({
        name: "SourceRefusal",
        help: `Run: git fetch origin ${absent}`,
      });
    }
  });

  test("are walked back to where a file was changed, newest first, as far as history reaches", async () => {
    const own = fresh();
    own.write("plans/acme/approvals.json", "1");
    const one = own.commit();
    own.write("plans/acme/plan.json", "{}");
    own.commit("another file");
    own.write("plans/acme/approvals.json", "2");
    const two = own.commit();
    const walk = async (root: string): Promise<readonly string[]> => {
      const found: string[] = [];
      for await (const each of gitSource(root).changesOf(two, "plans/acme/approvals.json"))
        found.push(each);
      return found;
    };
    expect(await walk(own.root)).toEqual([two, one]);
    const shallow = fresh();
    shallow.git("fetch", "--quiet", "--depth=1", `file://${own.root}`, "main");
    await expect(walk(shallow.root)).rejects.toMatchObject({ help: "Run: git fetch --unshallow" });
  });

  test("are told from what is no commit here, thousands with a handful of questions", async () => {
    const bin = newFolder();
    const path = process.env["PATH"];
    const real = execFileSync("which", ["git"], { encoding: "utf8" }).trim();
    const calls = join(bin, "calls");
    writeFileSync(join(bin, "git"), `#!/bin/sh\necho >> ${calls}\nexec ${real} "$@"\n`, {
      mode: 0o755,
    });
    const blob = repository.git("hash-object", "-w", "--stdin");
    const unknown = Array.from({ length: 3000 }, (_, index) => String(index).padStart(40, "a"));
    process.env["PATH"] = `${bin}:${path}`;
    try {
      const asked = gitSource(repository.root).commitsAmong([...unknown, first, blob, last]);
      expect([...(await asked)]).toEqual([first, last]);
      expect(readFileSync(calls, "utf8").length).toBeLessThan(10);
    } finally {
      process.env["PATH"] = path;
      rmSync(bin, { recursive: true });
    }
  });

  test("part at the newest commit that both come from", async () => {
    expect(await source.mergeBase(side, second)).toBe(first);
    expect(await source.mergeBase(side, last)).toBe(side);
    expect(await source.mergeBase(last, last)).toBe(last);
    expect(await source.mergeBase(apart, last)).toBeUndefined();
  });

  test("cannot be told where history is cut off", async () => {
    const shallow = fresh();
    shallow.git("fetch", "--quiet", "--depth=1", `file://${repository.root}`, "main", "side");
    const cut = gitSource(shallow.root);
    const questions = [() => cut.firstParents(first, last), () => cut.mergeBase(side, last)];
    for (const ask of questions) {
      // oxlint-disable-next-line no-await-in-loop
      await expect(ask()).rejects.toMatchObject({ help: "Run: git fetch --unshallow" });
    }
  });
});

describe("the working copy", () => {
  const changes: readonly (readonly [string, boolean, (repository: TestRepository) => void])[] = [
    ["as it was committed", false, () => undefined],
    ["with other files beside the plans", false, (each) => each.write("README.md", "new")],
    [
      "with a file in a plan folder that is no document",
      false,
      (each) => each.write("plans/acme/notes.txt", "x"),
    ],
    ["with a document changed", true, (each) => each.write("plans/acme/plan.json", "{ }")],
    [
      "with a document of the same length changed",
      true,
      (each) => each.write("plans/acme/plan.json", "[]"),
    ],
    ["with a new document", true, (each) => each.write("plans/acme/sla.json", "{}")],
    ["with a new plan", true, (each) => each.write("plans/beta/plan.json", "{}")],
    ["with an empty folder", false, (each) => mkdirSync(join(each.root, "plans/empty"))],
    ["with a document removed", true, (each) => rmSync(join(each.root, "plans/acme/plan.json"))],
    ["without plans", true, (each) => rmSync(join(each.root, "plans"), { recursive: true })],
    [
      "with a document made a link",
      true,
      (each) => {
        rmSync(join(each.root, "plans/acme/plan.json"));
        symlinkSync("journey.json", join(each.root, "plans/acme/plan.json"));
      },
    ],
    [
      "with a change that was only staged",
      true,
      (each) => {
        each.write("plans/acme/plan.json", "{ }");
        each.git("add", "--all");
      },
    ],
    [
      "with a change that git was told to overlook",
      true,
      (each) => {
        each.git("update-index", "--assume-unchanged", "plans/acme/plan.json");
        each.write("plans/acme/plan.json", "{ }");
      },
    ],
    ["with its index gone", false, (each) => rmSync(join(each.root, ".git/index"))],
  ];
  test.each(changes)("%s is dirty: %s", async (_title, dirty, change) => {
    const repository = fresh();
    repository.write("plans/acme/plan.json", "{}");
    repository.write("plans/acme/journey.json", "{}");
    repository.commit();
    change(repository);
    expect(await gitSource(repository.root).isDirty()).toBe(dirty);
  });
});

describe("traps in a repository", () => {
  test("run nothing and change nothing that is read", async () => {
    const repository = fresh();
    const canary = newFolder();
    const bait = (name: string): string => `touch ${join(canary, name)}`;
    repository.write("plans/acme/plan.json", '{"id":"acme"}');
    const commit = repository.commit();
    repository.write(
      ".gitattributes",
      "*.json filter=trap diff=trap textconv=trap eol=crlf working-tree-encoding=UTF-16 ident\n",
    );
    repository.write(".git/info/attributes", "*.json filter=trap diff=trap\n");
    for (const [key, value] of [
      ["filter.trap.clean", bait("clean")],
      ["filter.trap.smudge", bait("smudge")],
      ["filter.trap.process", bait("process")],
      ["diff.trap.textconv", bait("textconv")],
      ["diff.trap.command", bait("diff")],
      ["core.fsmonitor", bait("fsmonitor")],
      ["core.pager", bait("pager")],
      ["core.editor", bait("editor")],
      ["core.sshCommand", bait("ssh")],
      ["core.autocrlf", "true"],
      ["alias.ls-tree", `!${bait("alias")}`],
      ["alias.rev-parse", `!${bait("alias2")}`],
      ["credential.helper", `!${bait("credential")}`],
      ["core.alternateRefsCommand", bait("alternate")],
    ] as const)
      repository.git("config", key, value);
    for (const hook of [
      "post-checkout",
      "pre-commit",
      "post-index-change",
      "reference-transaction",
      "fsmonitor-watchman",
    ]) {
      const path = join(repository.root, ".git/hooks", hook);
      mkdirSync(join(repository.root, ".git/hooks"), { recursive: true });
      writeFileSync(path, `#!/bin/sh\n${bait(hook)}\n`);
      chmodSync(path, 0o755);
    }
    repository.write(
      ".gitmodules",
      '[submodule "x"]\n\tpath = x\n\turl = ext::sh -c touch% trap\n',
    );
    const source = gitSource(repository.root);
    expect(await source.head()).toBe(commit);
    expect(await source.planFolders(commit)).toEqual(["plans/acme"]);
    expect(text((await source.bundleAt(commit, "plans/acme"))?.files[0])).toBe('{"id":"acme"}');
    expect(await source.isDirty()).toBe(false);
    await source.isAncestor(commit, absent).catch(() => undefined);
    await source.commitTime(commit);
    expect(readdirSync(canary)).toEqual([]);
    rmSync(canary, { recursive: true });
  });

  test("that replace an object are not believed", async () => {
    const repository = fresh();
    repository.write("plans/acme/plan.json", "true");
    const commit = repository.commit();
    const blob = repository.git("rev-parse", "HEAD:plans/acme/plan.json");
    repository.write("other", "false");
    const other = repository.git("hash-object", "-w", "other");
    repository.git("replace", blob, other);
    expect(repository.git("cat-file", "blob", blob)).toBe("false");
    const source = gitSource(repository.root);
    expect(text((await source.bundleAt(commit, "plans/acme"))?.files[0])).toBe("true");
  });

  test("in the environment are left behind", async () => {
    const repository = fresh();
    repository.write("plans/acme/plan.json", "{}");
    const commit = repository.commit();
    const elsewhere = fresh();
    elsewhere.commit();
    process.env["GIT_DIR"] = join(elsewhere.root, ".git");
    try {
      expect(await gitSource(repository.root).head()).toBe(commit);
    } finally {
      delete process.env["GIT_DIR"];
    }
    expect(existsSync(repository.root)).toBe(true);
  });
});
