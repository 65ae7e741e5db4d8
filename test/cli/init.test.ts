import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { documentKinds } from "../../core/document/index.ts";
import { newTerminal, type Terminal } from "./terminal.ts";

const terminals: Terminal[] = [];

function empty(): Terminal {
  const terminal = newTerminal("nothing");
  terminals.push(terminal);
  return terminal;
}

afterEach(() => {
  for (const terminal of terminals.splice(0)) terminal.remove();
});

const plan = "plans/my-plan";
const required = [
  "approvals",
  "compensation",
  "journey",
  "lead-definition",
  "plan",
  "sla",
  "targets",
].map((kind) => `${kind}.json`);

describe("init", () => {
  test("writes the seven documents in under 250 lines, and says how to go on", async () => {
    const terminal = empty();
    const { code, out, err } = await terminal.run("init --as-of 2027-05-03");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(readdirSync(join(terminal.root, plan)).toSorted()).toEqual(required);
    const lines = required.map((name) => terminal.read(`${plan}/${name}`).split("\n").length - 1);
    expect(lines.reduce((sum, each) => sum + each)).toBeLessThan(250);
    for (const name of required) expect(out).toContain(`${plan}/${name}`);
    for (const next of ["check", "funnel"]) expect(out).toContain(`jointplan ${next} ${plan}`);
    expect(out).toContain("jointplan serve");
    expect(readdirSync(join(terminal.root, "plans"))).toEqual(["my-plan"]);
  });

  test("begins in January of the next year", async () => {
    const terminal = empty();
    await terminal.run("init --as-of 2031-05-03");
    expect(terminal.read(`${plan}/plan.json`)).toContain('"start": "2032-01"');
    expect(terminal.read(`${plan}/targets.json`)).toContain('"2032-Q1"');
    expect((await terminal.run("check --as-of 2031-05-03")).code).toBe(0);
  });

  test("writes a plan that holds together: nothing but its guesses is warned of", async () => {
    const terminal = empty();
    await terminal.run("init");
    const { code, out } = await terminal.run("check --format json");
    expect(code).toBe(0);
    const body = JSON.parse(out) as {
      readonly plans: readonly {
        readonly findings: readonly { readonly rule: string; readonly severity: string }[];
      }[];
    };
    const warned = body.plans.flatMap(({ findings }) =>
      findings.filter((each) => each.severity !== "info").map((each) => each.rule),
    );
    expect(new Set(warned)).toEqual(new Set(["journey/rate-unsupported"]));
  });

  test("says how a share of the fit is told, and names nobody by a job", async () => {
    const terminal = empty();
    await terminal.run("init");
    const { teams } = JSON.parse(terminal.read(`${plan}/approvals.json`)) as {
      readonly teams: readonly { readonly members: readonly string[] }[];
    };
    expect(teams.flatMap((team) => team.members)).toEqual(["mia", "omar"]);
    const lead = JSON.parse(terminal.read(`${plan}/lead-definition.json`)) as {
      readonly fit: { readonly criteria: readonly { readonly test?: object }[] };
    };
    // Without a test a criterion is met by any answer, "no" among them.
    for (const criterion of lead.fit.criteria) expect(criterion.test).toBeDefined();
  });

  test("writes the canonical form", async () => {
    const terminal = empty();
    await terminal.run("init");
    expect((await terminal.run("fmt --check")).code).toBe(0);
  });

  test("writes the schema of every document beside it", async () => {
    const terminal = empty();
    await terminal.run("init");
    for (const name of ["common", ...documentKinds.map((each) => each.kind)]) {
      const path = `schemas/v1/${name}.json`;
      expect(JSON.parse(terminal.read(path)), name).toEqual(JSON.parse(readFileSync(path, "utf8")));
    }
  });

  test("takes folder and id", async () => {
    const terminal = empty();
    expect((await terminal.run("init plans/north --id north-2028")).code).toBe(0);
    expect(terminal.read("plans/north/plan.json")).toContain('"id": "north-2028"');
  });

  test("a second time names what is there and changes nothing", async () => {
    const terminal = empty();
    await terminal.run("init");
    terminal.edit(`${plan}/plan.json`, "Our joint plan", "Mine");
    const { code, out, err } = await terminal.run("init");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(`"${plan}" is there already and holds approvals.json`);
    expect(terminal.read(`${plan}/plan.json`)).toContain("Mine");
  });

  test("a second plan leaves the schemas as they are", async () => {
    const terminal = empty();
    terminal.write("schemas/v1/plan.json", "{}");
    expect((await terminal.run("init")).code).toBe(0);
    expect((await terminal.run("init plans/other")).out).toContain("stay as they are");
    expect(terminal.read("schemas/v1/plan.json")).toBe("{}");
  });

  test.each([
    ["init my-plan", "try plans/my-plan"],
    ["init ../plans/x", "must stand in a folder"],
    ["init plans/My_Plan", "cannot be a plan's id"],
    ["init plans/a plans/b", "Name one folder"],
  ])("refuses %s", async (line, says) => {
    const terminal = empty();
    const { code, err } = await terminal.run(line);
    expect(code).toBe(2);
    expect(err).toContain(says);
    expect(readdirSync(terminal.root)).toEqual([]);
  });

  test("leaves nothing behind when it cannot write everything", async () => {
    const terminal = empty();
    mkdirSync(join(terminal.root, "schemas"));
    writeFileSync(join(terminal.root, "schemas/v1"), "a file where a folder must be");
    const { code, err } = await terminal.run("init");
    expect(code).toBe(2);
    expect(err).toContain("Nothing was written");
    expect(existsSync(join(terminal.root, "plans"))).toBe(false);
    expect(readdirSync(terminal.root)).toEqual(["schemas"]);
  });
});
