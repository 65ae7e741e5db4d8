import { afterAll, describe, expect, test } from "vitest";
import { commandNames } from "../../cli/commands.ts";
import { basePlan } from "../core/check/base-plan.ts";
import { folder, newTerminal, type Terminal } from "./terminal.ts";

/** One report in every format: stdout carries it alone, and equal input gives equal bytes. */

const opened: Terminal[] = [];
afterAll(() => {
  for (const terminal of opened) terminal.remove();
});

function newFolder(): Terminal {
  const terminal = newTerminal();
  opened.push(terminal);
  return terminal;
}

const questions = ["check", "funnel", "forecast", "show"] as const;

const begins = {
  text: /^\S/,
  markdown: /^#{2,3} /,
  html: /^<!doctype html>\n<html lang="en">/,
  json: /^\{\n {2}"plans": \[\n/,
} as const;

describe.each(questions)("%s", (question) => {
  test.each(Object.entries(begins))("as %s", async (format, begin) => {
    const terminal = newFolder();
    const { code, out, err } = await terminal.run(`${question} --format ${format}`);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(begin);
    expect(out.endsWith("\n")).toBe(true);
    expect(out).toContain(format === "json" ? "growth-2027" : "Growth 2027");
    expect(out).not.toMatch(/undefined|NaN|\[object|Infinity/);
    expect((await terminal.run(`${question} --format ${format}`)).out).toBe(out);
  });

  test("as text is the default, and JSON can be parsed", async () => {
    const terminal = newFolder();
    const text = await terminal.run(`${question} --format text`);
    expect(await terminal.run(question)).toEqual(text);
    const { out } = await terminal.run(`${question} --format json`);
    expect(JSON.parse(out)).toMatchObject({ plans: [{ plan: "growth-2027" }] });
  });

  test("of a plan that is none shows what is wrong instead, in every format", async () => {
    const terminal = newFolder();
    terminal.edit(`${folder}/plan.json`, '"months": 6', '"months": 0');
    for (const format of Object.keys(begins)) {
      const { code, out } = await terminal.run(`${question} --format ${format}`);
      expect([format, code]).toEqual([format, 1]);
      expect(out).toContain("at least 1");
    }
    const { out } = await terminal.run(`${question} --format json`);
    expect(JSON.parse(out)).toMatchObject({
      plans: [
        {
          folder,
          totals: { errors: 1, warnings: 0, infos: 0 },
          findings: [
            {
              rule: "document/out-of-range",
              file: `${folder}/plan.json`,
              pointer: "/months",
              range: { start: { line: 6, column: 13 }, end: { line: 6, column: 14 } },
            },
          ],
        },
      ],
    });
  });

  test("--output writes the same bytes to a file, and nothing to stdout", async () => {
    const terminal = newFolder();
    const { out } = await terminal.run(`${question} --format markdown`);
    const written = await terminal.run(`${question} --format markdown --output report.md`);
    expect(written).toEqual({ code: 0, out: "", err: "" });
    expect(terminal.read("report.md")).toBe(out);
  });

  test("is coloured for a person only, and never in a file", async () => {
    const terminal = newFolder();
    terminal.edit(`${folder}/tactics.json`, '"state": "proven"', '"state": "testing"');
    const escape = "\u001B[";
    const person = { colour: true, interactive: true };
    expect((await terminal.run(question, person)).out).toContain(escape);
    expect((await terminal.run(question)).out).not.toContain(escape);
    expect((await terminal.run(`${question} --no-color`, person)).out).not.toContain(escape);
    for (const format of ["json", "markdown", "html"])
      expect((await terminal.run(`${question} --format ${format}`, person)).out).not.toContain(
        escape,
      );
    await terminal.run(`${question} --output report.txt`, person);
    expect(terminal.read("report.txt")).not.toContain(escape);
  });

  test("says the same with colours as without", async () => {
    const terminal = newFolder();
    const plain = await terminal.run(question);
    const coloured = await terminal.run(question, { colour: true });
    // oxlint-disable-next-line no-control-regex -- these are the colours.
    expect(coloured.out.replaceAll(/\u001B\[\d+m/g, "")).toBe(plain.out);
  });
});

test("a plan that does not hold together still shows its numbers, beside a line that says so", async () => {
  const terminal = newFolder();
  terminal.edit(`${folder}/sla.json`, '"prospectsPerMonth": 30', '"prospectsPerMonth": 3');
  terminal.edit(`${folder}/sla.json`, '"valuePerMonth": 75000', '"valuePerMonth": 7500');
  const { code, out } = await terminal.run("funnel");
  expect(code).toBe(1);
  expect(out).toContain("What the plan needs: Growth 2027");
  expect(out).toContain(
    `✖ This plan does not hold together (1 error): see "jointplan check ${folder}".`,
  );
});

test("several plans are answered one after the other, in the order of the words", async () => {
  const terminal = newFolder();
  for (const name of Object.keys(basePlan))
    terminal.write(`plans/another/${name}.json`, terminal.read(`${folder}/${name}.json`));
  terminal.edit("plans/another/plan.json", '"growth-2027"', '"another"');
  const plansOf = async (line: string): Promise<unknown> => {
    const body = JSON.parse((await terminal.run(line)).out) as { plans: { plan: string }[] };
    return body.plans.map((each) => each.plan);
  };
  expect(await plansOf("check --format json")).toEqual(["another", "growth-2027"]);
  expect(await plansOf(`show ${folder} plans/another/ --format json`)).toEqual([
    "growth-2027",
    "another",
  ]);
});

describe("forecast answers what an inflow brings", () => {
  const expected = async (line: string): Promise<readonly number[]> => {
    const { out } = await newFolder().run(`forecast --format json ${line}`);
    const body = JSON.parse(out) as {
      plans: { segments: { wins: { expected: readonly number[] } }[] }[];
    };
    return body.plans[0]?.segments[0]?.wins.expected ?? [];
  };
  const sum = (series: readonly number[]): number => series.reduce((a, b) => a + b, 0);

  test("the required prospects bring at least the 18 deals wanted, and are the default", async () => {
    expect(await expected("--inflow required")).toEqual(await expected(""));
    expect(sum(await expected(""))).toBeGreaterThan(18 - 1e-6);
  });

  test("nobody brings nothing", async () => {
    expect(await expected("--inflow none")).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test("twice as many bring twice as much", async () => {
    const once = await expected("--inflow smb=100");
    const twice = await expected("--inflow smb=200");
    expect(sum(once)).toBeGreaterThan(10);
    for (const [month, deals] of once.entries()) expect(twice[month]).toBeCloseTo(2 * deals, 6);
  });
});

describe("help", () => {
  test("without a command lists them all; a call without words ends with 2", async () => {
    const terminal = newFolder();
    const { code, out } = await terminal.run("--help");
    expect(code).toBe(0);
    for (const name of commandNames) expect(out).toContain(`\n  ${name} `);
    expect(await terminal.run("help")).toEqual({ code: 0, out, err: "" });
    expect(await terminal.run("")).toEqual({ code: 2, out, err: "" });
  });

  test.each(commandNames)("of %s has its options and an example that calls it", async (name) => {
    const terminal = newFolder();
    const { code, out } = await terminal.run(`${name} --help`);
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^jointplan ${name}: \\w`));
    expect(out).toContain("--format FORMAT");
    const examples = out.split("Examples:\n")[1] ?? "";
    expect(examples).toMatch(new RegExp(`^ {2}(jointplan ${name}|PORT=\\d+ npm start)`, "m"));
    expect(await terminal.run(`help ${name}`)).toEqual({ code: 0, out, err: "" });
    expect(await terminal.run(`${name} -h`)).toEqual({ code: 0, out, err: "" });
  });

  test("every line of it fits a terminal of 120 columns", async () => {
    const terminal = newFolder();
    for (const name of ["", ...commandNames]) {
      const { out } = await terminal.run(`${name} --help`);
      expect(out.split("\n").filter((line) => line.length > 120)).toEqual([]);
    }
  });

  test("--version prints the version alone", async () => {
    expect(await newFolder().run("--version")).toEqual({ code: 0, out: "0.1.0\n", err: "" });
  });
});
