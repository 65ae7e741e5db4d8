import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { jointplan, shellLine } from "./program.ts";
import { folder, newTerminal, type Terminal } from "./terminal.ts";

/** `node bin/jointplan.js` as CI and people call it. */

const opened: Terminal[] = [];
afterAll(() => {
  for (const terminal of opened) terminal.remove();
});

function newFolder(): Terminal {
  const terminal = newTerminal();
  opened.push(terminal);
  return terminal;
}

describe("the program", () => {
  test("prints the report on stdout, nothing on stderr, and ends with 0", async () => {
    const { root } = newFolder();
    expect(await jointplan(root, ["check", "--as-of", "2026-12-01"])).toEqual({
      code: 0,
      signal: null,
      out: [
        "Growth 2027 (plans/growth-2027)",
        "-------------------------------",
        "",
        "As of 2026-12-01 the plan holds together: nothing found.",
        "",
        "Not run, because they compare with another version: approval/weakened, effective/retroactive, id/reused.",
        "",
        'What the plan asks of each team: "jointplan funnel plans/growth-2027". What a change of it asks of them: "jointplan compare plans/growth-2027 CHANGED-COPY".',
        "",
      ].join("\n"),
      err: "",
    });
  });

  test("ends with 1 when something is found, and with 2 for a wrong call", async () => {
    const { root, edit } = newFolder();
    edit(`${folder}/plan.json`, '"months": 6', '"months": 0');
    expect(await jointplan(root, ["check"])).toMatchObject({ code: 1, err: "" });
    expect(await jointplan(root, ["check", "plans/none"])).toEqual({
      code: 2,
      signal: null,
      out: "",
      err: 'jointplan: There is no folder "plans/none". Plans here: plans/growth-2027.\n',
    });
  });

  test("gives equal bytes for equal input, whatever the machine's zone and language", async () => {
    const { root } = newFolder();
    const words = ["funnel", "--as-of", "2026-12-01", "--format", "json"];
    const here = await jointplan(root, words, { TZ: "UTC", LANG: "C" });
    const there = await jointplan(root, words, { TZ: "Australia/Lord_Howe", LANG: "de_DE.UTF-8" });
    expect(here.out.length).toBeGreaterThan(1000);
    expect(there).toEqual(here);
  });

  test("has no colours in a pipe", async () => {
    const { root } = newFolder();
    expect((await jointplan(root, ["funnel"])).out).not.toContain("\u001B");
  });

  test("ends quietly when its reader has seen enough", async () => {
    const { root } = newFolder();
    // More than a pipe holds, so that the reader is gone while there is something left to write.
    const folders = Array.from({ length: 20 }, () => folder).join(" ");
    const { out, err } = await shellLine(
      root,
      `$JOINTPLAN funnel ${folders} --format html | head -c 15; echo " \${PIPESTATUS[0]}"`,
    );
    expect({ out, err }).toEqual({ out: "<!doctype html> 0\n", err: "" });
  });

  test("runs from any folder", async () => {
    const { root } = newFolder();
    mkdirSync(join(root, "elsewhere"));
    const { code, out } = await jointplan(join(root, "elsewhere"), ["check", `../${folder}`]);
    expect({ code, first: out.split("\n")[0] }).toEqual({
      code: 0,
      first: "Growth 2027 (../plans/growth-2027)",
    });
  });
});

describe("--output writes a file whole or not at all", () => {
  test("a new file holds what stdout would", async () => {
    const { root, read } = newFolder();
    const words = ["show", "--format", "markdown"];
    const printed = await jointplan(root, words);
    const written = await jointplan(root, [...words, "--output", "plan.md"]);
    expect(written).toEqual({ code: 0, signal: null, out: "", err: "" });
    expect(read("plan.md")).toBe(printed.out);
  });

  test("a folder that does not exist leaves nothing behind", async () => {
    const { root } = newFolder();
    expect(await jointplan(root, ["check", "--output", "reports/check.txt"])).toEqual({
      code: 2,
      signal: null,
      out: "",
      err: 'jointplan: Cannot write "reports/check.txt": its folder does not exist.\n',
    });
    expect(readdirSync(root)).toEqual(["plans"]);
  });

  test("a folder in the file's place is left alone", async () => {
    const { root } = newFolder();
    expect(await jointplan(root, ["check", "--output", "plans"])).toMatchObject({
      code: 2,
      err: 'jointplan: Cannot write "plans": it is a folder.\n',
    });
    expect(readdirSync(root)).toEqual(["plans"]);
  });

  test("an existing file keeps who may read it, and a link to it stays a link", async () => {
    const { root, write, read } = newFolder();
    write("private.txt", "old");
    chmodSync(join(root, "private.txt"), 0o600);
    symlinkSync("private.txt", join(root, "latest.txt"));
    expect((await jointplan(root, ["check", "--output", "latest.txt"])).code).toBe(0);
    expect(lstatSync(join(root, "latest.txt")).isSymbolicLink()).toBe(true);
    expect(read("private.txt")).toContain("the plan holds together");
    expect(statSync(join(root, "private.txt")).mode & 0o777).toBe(0o600);
    expect(readdirSync(root)).toEqual(["latest.txt", "plans", "private.txt"]);
  });

  test("a pipe is written to, not replaced", async () => {
    const { root } = newFolder();
    const { out, err } = await shellLine(
      root,
      "mkfifo report; cat report & $JOINTPLAN check --output report; wait; test -p report && echo a pipe",
    );
    expect({ out, err }).toEqual({
      out: expect.stringMatching(/nothing found\.\n[^]*\na pipe\n$/),
      err: "",
    });
  });
});

describe("fmt writes documents in their form", () => {
  test("keeps a file's mode", async () => {
    const { root, write, read } = newFolder();
    const path = `${folder}/sla.json`;
    write(path, `${JSON.stringify(JSON.parse(read(path)))}\n`);
    const before = readdirSync(join(root, folder));
    chmodSync(join(root, path), 0o640);
    expect((await jointplan(root, ["fmt"])).code).toBe(0);
    expect(read(path).split("\n").length).toBeGreaterThan(10);
    expect(statSync(join(root, path)).mode & 0o777).toBe(0o640);
    expect(existsSync(join(root, folder, "tactics.json"))).toBe(true);
    expect(readdirSync(join(root, folder))).toEqual(before);
  });
});
