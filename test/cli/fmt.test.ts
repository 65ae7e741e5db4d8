import { afterAll, describe, expect, test } from "vitest";
import { folder, newTerminal, type Terminal } from "./terminal.ts";

/** `jointplan fmt`: every document in the one form that keeps changes easy to read. */

const opened: Terminal[] = [];
afterAll(() => {
  for (const terminal of opened) terminal.remove();
});

function newFolder(): Terminal {
  const terminal = newTerminal();
  opened.push(terminal);
  return terminal;
}

const path = `${folder}/targets.json`;

/** The targets of the base plan as somebody typed them, numbers in odd forms included. */
const typed = `{"$schema":"../../schemas/v1/targets.json",
"planning":{"beyondHorizon":"none"},
      "segments":[{"revenue":{"new":{"2027-Q1":0.0,"2027-Q2":1.8e5},"expansion":0,"renewal":0},
  "id":"smb","note":"caf\\u00e9 \\/ bar","averageDealValue":{"new":10000.00,"renewal":9000}}]}`;

const tidy = `{
  "$schema": "../../schemas/v1/targets.json",
  "planning": { "beyondHorizon": "none" },
  "segments": [
    {
      "revenue": { "new": { "2027-Q1": 0, "2027-Q2": 180000 }, "expansion": 0, "renewal": 0 },
      "id": "smb",
      "note": "café / bar",
      "averageDealValue": { "new": 10000, "renewal": 9000 }
    }
  ]
}
`;

describe("fmt", () => {
  test("leaves documents alone that are in their form", async () => {
    const terminal = newFolder();
    expect(await terminal.run("fmt")).toEqual({
      code: 0,
      out: "Every document is in its form.\n",
      err: "",
    });
  });

  test("writes the form: every value, in the author's order", async () => {
    const terminal = newFolder();
    terminal.write(path, typed);
    expect(await terminal.run("fmt")).toEqual({
      code: 0,
      out: `1 document changed:\n\n- ${path}\n`,
      err: "",
    });
    expect(terminal.read(path)).toBe(tidy);
    expect(JSON.parse(tidy)).toEqual(JSON.parse(typed));
  });

  test("twice changes nothing", async () => {
    const terminal = newFolder();
    terminal.write(path, typed);
    await terminal.run("fmt");
    expect((await terminal.run("fmt")).out).toBe("Every document is in its form.\n");
    expect((await terminal.run("fmt --check")).code).toBe(0);
    expect(terminal.read(path)).toBe(tidy);
  });

  test("changes nothing that is computed", async () => {
    const terminal = newFolder();
    terminal.write(path, typed);
    const before = await terminal.run("funnel");
    await terminal.run("fmt");
    expect(await terminal.run("funnel")).toEqual(before);
    expect(before.code).toBe(0);
  });

  test("--check writes nothing and ends with 1", async () => {
    const terminal = newFolder();
    terminal.write(path, typed);
    expect(await terminal.run("fmt --check")).toEqual({
      code: 1,
      out: `1 document would change:\n\n- ${path}\n`,
      err: "",
    });
    expect(terminal.read(path)).toBe(typed);
  });

  test.each([
    ["a broken document", "}}"],
    ["a value that would be lost", typed.replace("1.8e5", "180000.00000000000000001")],
    ["a key that stands twice", typed.replace('"id":"smb"', '"id":"smb","id":"smb"')],
    ["a key that nobody knows", typed.replace('"note"', '"nota"')],
  ])("refuses %s and leaves it as it is", async (_, text) => {
    const terminal = newFolder();
    terminal.write(path, text);
    const { code, out } = await terminal.run("fmt");
    expect(code).toBe(1);
    expect(out).toContain(`${path}:`);
    expect(out).toContain("✖ error");
    expect(out).not.toContain("Every document is in its form");
    expect(terminal.read(path)).toBe(text);
  });

  test("of a document for a newer jointplan ends with 2", async () => {
    const terminal = newFolder();
    terminal.edit(path, "schemas/v1/", "schemas/v2/");
    expect((await terminal.run("fmt")).code).toBe(2);
  });

  test("of a broken plan still tidies the others", async () => {
    const terminal = newFolder();
    for (const name of ["plan", "journey", "sla", "targets"])
      terminal.write(`plans/another/${name}.json`, terminal.read(`${folder}/${name}.json`));
    terminal.write("plans/another/sla.json", "{");
    terminal.write(path, typed);
    const { code, out } = await terminal.run("fmt");
    expect(code).toBe(1);
    expect(out).toContain(`1 document changed:\n\n- ${path}\n`);
    expect(terminal.read(path)).toBe(tidy);
  });
});
