import { readdirSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { folder, newTerminal, type Terminal } from "./terminal.ts";

let terminal: Terminal;
beforeEach(() => {
  terminal = newTerminal();
});
afterEach(() => {
  terminal.remove();
});

const rate = "journey/segments/smb/transitions/noticing-comparing/conversion/value";
const asked = `what-if ${folder} --set ${rate}=0.5`;

describe("what-if", () => {
  test("says what another rate would ask of each team", async () => {
    expect(await terminal.shows(asked)).toMatchSnapshot();
  });

  test("with a refused value says that nothing was computed, and not that what was found is over", async () => {
    const stale = "journey/segments/smb/transitions/noticing-comparing/conversion/value=0.6";
    const found = await terminal.run(`what-if ${folder} --set ${stale}`);
    expect(found.out).toContain("journey/rate-unsupported");
    const journey = terminal.read(`${folder}/journey.json`);
    terminal.write(`${folder}/journey.json`, journey.replace('"value": 0.4,', '"value": 0.6,'));
    const { out } = await terminal.run(
      `what-if ${folder} --set targets/segments/smb/averageDealValue/new=-5`,
    );
    expect(out).toContain("document/out-of-range");
    expect(out).not.toContain("No longer found");
    expect(out).toMatch(
      /Not computed: the documents make no plan as they would be, so there are no numbers to compare, and \d+ findings? of before could not be looked for again\./,
    );
  });

  test("changes no file", async () => {
    const before = terminal.read(`${folder}/journey.json`);
    await terminal.run(asked);
    expect(terminal.read(`${folder}/journey.json`)).toBe(before);
  });

  test("gives tools the numbers that the tables add up to", async () => {
    const { out, code } = await terminal.run(`${asked} --format json`);
    const body = JSON.parse(out) as {
      changes: unknown;
      difference: { segments: { newProspects: { base: number[]; head: number[] } }[] };
    };
    expect(code).toBe(0);
    expect(body.changes).toMatchObject([{ before: 0.4, after: 0.5, kind: "changed" }]);
    const { base, head } = body.difference.segments[0]?.newProspects ?? { base: [], head: [] };
    const total = (series: readonly number[]) => series.reduce((sum, each) => sum + each, 0);
    expect(total(head) / total(base)).toBeCloseTo(0.8, 6);
  });

  test.each(["markdown", "html", "csv"])("can be printed as %s", async (format) => {
    const { out, code } = await terminal.run(`${asked} --format ${format}`);
    expect(code).toBe(0);
    expect(out).toContain("noticing-comparing");
  });

  test("takes words, numbers as words, several values, and values from a file", async () => {
    terminal.write(
      "other.json",
      JSON.stringify([{ document: "plan", path: "title", value: "2027" }]),
    );
    const { out } = await terminal.run([
      ...`what-if ${folder} --overlay other.json --format json --set`.split(" "),
      "plan/note=Look again",
      "--set",
      "sla/duties/first-attempt/counterDuty=null",
      "--set",
      'plan/segments/smb/title="7"',
    ]);
    expect((JSON.parse(out) as { changes: unknown }).changes).toMatchObject([
      { path: "title", after: "2027" },
      { path: "segments/smb/title", after: "7" },
      { path: "note", after: "Look again", kind: "added" },
      { path: "duties/first-attempt/counterDuty", kind: "removed" },
    ]);
  });

  test("a value that breaks the plan is told with its place, and ends with 1", async () => {
    const { out, code } = await terminal.run(`what-if ${folder} --set ${rate}=1.5`);
    expect(code).toBe(1);
    expect(out).toContain("document/out-of-range");
    expect(out).toContain(`${folder}/journey.json`);
  });

  test.each([
    [`what-if ${folder}`, "needs a value to change"],
    [`what-if --set ${rate}=0.5`, "takes one plan folder"],
    [`what-if ${folder} ${folder} --set ${rate}=0.5`, "takes one plan folder"],
    [`what-if ${folder} --set ${rate}`, "write a place and its value"],
    [`what-if ${folder} --set jurney/stages=1`, 'Did you mean "journey"?'],
    [`what-if ${folder} --set ${rate.replace("smb", "smbs")}=0.5`, 'Did you mean "smb"?'],
    [`what-if ${folder} --set ${rate}=0.5 --set ${rate}=0.6`, "given twice"],
    [`what-if ${folder} --overlay nowhere.json`, "cannot be read"],
    [`what-if ${folder} --overlay ${folder}/plan.json`, "is no overlay: it is no list"],
    [`what-if nowhere --set ${rate}=0.5`, "There is no folder"],
  ])("%s is a wrong call", async (line, says) => {
    const { code, out, err } = await terminal.run(line);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(says);
  });

  test("an overlay is read as exactly as a document: its mistakes have a place", async () => {
    terminal.write("twice.json", '[\n  { "document": "plan", "document": "sla" }\n]');
    expect((await terminal.run(`what-if ${folder} --overlay twice.json`)).err).toContain(
      "twice.json:2:",
    );
    terminal.write("half.json", '[\n  { "document": "plan", "path": "note" }\n]');
    expect((await terminal.run(`what-if ${folder} --overlay half.json`)).err).toContain(
      'half.json:2:3 is no overlay: /0 has no "value"',
    );
  });
});

describe("compare", () => {
  const draft = "draft/growth-2027";
  beforeEach(() => {
    for (const name of readdirSync(`${terminal.root}/${folder}`))
      terminal.write(`${draft}/${name}`, terminal.read(`${folder}/${name}`));
  });

  test("says of two folders what is different and what that asks of each team", async () => {
    terminal.edit(`${draft}/targets.json`, '"2027-Q2": 180000', '"2027-Q2": 240000');
    expect(await terminal.shows(`compare ${folder} ${draft}`)).toMatchSnapshot();
  });

  test("says that nothing is", async () => {
    const { out, code } = await terminal.run(`compare ${folder} ${draft}`);
    expect(code).toBe(0);
    expect(out).toContain("Nothing that a team must bring or hand over changes.");
    expect(out).toContain("The documents say the same before and after.");
  });

  test("shows what is wrong with documents that cannot be compared, and ends with 1", async () => {
    terminal.write(`${draft}/journey.json`, "{");
    const { out, code } = await terminal.run(`compare ${folder} ${draft}`);
    expect(code).toBe(1);
    expect(out).toContain(`${draft}/journey.json:1:2`);
    expect(out).not.toContain("Over the whole plan");
  });

  test("takes two folders", async () => {
    expect((await terminal.run(`compare ${folder}`)).err).toContain("takes two plan folders");
  });
});
