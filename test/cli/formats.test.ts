import { afterAll, describe, expect, test } from "vitest";
import { folder, newTerminal, type Terminal } from "./terminal.ts";

/** Formats for other tools, as a caller asks for them. */

const opened: Terminal[] = [];
afterAll(() => {
  for (const terminal of opened) terminal.remove();
});

/** A terminal whose plan has an error in plan.json. */
function broken(): Terminal {
  const terminal = newTerminal();
  opened.push(terminal);
  terminal.edit(`${folder}/plan.json`, '"months": 6', '"months": 0');
  return terminal;
}

describe("check", () => {
  test.each(["csv", "sarif", "junit", "github"])("--format %s is what it was", async (format) => {
    const terminal = broken();
    const said = await terminal.run(`check --format ${format}`);
    expect(said).toMatchObject({ code: 1, err: "" });
    expect(await terminal.run(`check --format ${format}`)).toEqual(said);
    await expect(said.out.replaceAll('"version": "0.1.0"', '"version": "0"')).toMatchFileSnapshot(
      `formats/check.${format}.txt`,
    );
  });

  test.each(["sarif", "junit", "github"])(
    "--format %s names files from the root, however the folder was named",
    async (format) => {
      const terminal = broken();
      const { out } = await terminal.run(`check --format ${format} ${folder}`);
      const places = out.replaceAll(/"jointplan\/v1": "\w+"/g, "");
      for (const named of [`${terminal.root}/${folder}`, `./${folder}`, `${folder}/`]) {
        const again = await terminal.run(["check", "--format", format, named]);
        expect(again.out.replaceAll(/"jointplan\/v1": "\w+"/g, "")).toBe(places);
      }
      const beside = await terminal.run(
        ["check", "--format", format, `${terminal.root}/${folder}`],
        {
          root: `${terminal.root}/plans`,
        },
      );
      expect(beside.out).toContain("growth-2027/plan.json");
      expect(beside.out).not.toContain(terminal.root);
    },
  );

  test("passes a plan that holds together", async () => {
    const terminal = newTerminal();
    opened.push(terminal);
    const annotations = await terminal.run("check --format github");
    expect(annotations).toMatchObject({ code: 0, err: "" });
    expect(annotations.out).not.toMatch(/^::(error|warning)/m);
    const { out } = await terminal.run("check --format junit");
    expect(out).toContain('failures="0"');
    expect(out).toContain(`file="${folder}/sla.json"`);
  });
});

describe("on GitHub Actions", () => {
  const environment = { GITHUB_ACTIONS: "true" };

  test("annotations go to stderr beside any other format", async () => {
    const terminal = broken();
    const { out } = await terminal.run("check --format github", { environment });
    for (const format of ["text", "json", "sarif"]) {
      const plain = await terminal.run(`check --format ${format}`);
      expect(await terminal.run(`check --format ${format}`, { environment })).toEqual({
        ...plain,
        err: out,
      });
    }
    expect(out).toMatch(/^::error file=plans\/growth-2027\/plan\.json,line=6,col=13,title=/);
    expect((await terminal.run("check --format github", { environment })).err).toBe("");
    expect((await terminal.run("show --format json", { environment })).err).toBe("");
  });

  test("annotations name files from the top of the checkout", async () => {
    const terminal = broken();
    const from = { root: `${terminal.root}/plans`, environment };
    const at = async (workspace: string): Promise<string> => {
      const said = await terminal.run("check growth-2027 --format github", {
        ...from,
        environment: { ...environment, GITHUB_WORKSPACE: workspace },
      });
      return /file=([^,]+)/.exec(said.out)?.[1] ?? "";
    };
    expect(await at(terminal.root)).toBe(`${folder}/plan.json`);
    expect(await at("/somewhere/else")).toBe("growth-2027/plan.json");
    expect(await at("")).toBe("growth-2027/plan.json");
  });
});

describe("csv", () => {
  test.each(["funnel", "forecast", "sensitivity", "show"])(
    "holds the tables of %s",
    async (question) => {
      const terminal = newTerminal();
      opened.push(terminal);
      const { code, out, err } = await terminal.run(`${question} --format csv`);
      expect({ code, err }).toEqual({ code: 0, err: "" });
      expect(out.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
      expect(out.split("\r\n\r\n").length).toBeGreaterThan(0);
      await expect(out).toMatchFileSnapshot(`formats/${question}.csv`);
    },
  );

  test("holds the findings where documents make no plan", async () => {
    const { code, out } = await broken().run("funnel --format csv");
    expect(code).toBe(1);
    expect(out).toContain("error,document/out-of-range,plans/growth-2027/plan.json:6:13,");
  });
});

describe("a format that a command cannot give", () => {
  test.each([
    ["funnel", "sarif", "text, json, markdown, html, csv"],
    ["show", "github", "text, json, markdown, html, csv"],
    ["status", "csv", "text, json, markdown, html"],
    ["publish", "junit", "text, json, markdown, html"],
    ["fmt", "csv", "text, json, markdown, html"],
  ])("%s --format %s is refused before anything is done", async (command, format, known) => {
    const terminal = broken();
    const before = terminal.read(`${folder}/plan.json`);
    expect(await terminal.run(`${command} --format ${format} --output report`)).toEqual({
      code: 2,
      out: "",
      err: `jointplan: jointplan ${command} cannot print ${format}. Its --format may be: ${known}.\n`,
    });
    expect(terminal.read(`${folder}/plan.json`)).toBe(before);
    expect(() => terminal.read("report")).toThrow("ENOENT");
  });

  test("a slip of the finger is pointed out", async () => {
    expect((await broken().run("check --format sarf")).err).toContain("Did you mean sarif?");
    expect((await broken().run("check --format sarf --help")).code).toBe(0);
  });
});
