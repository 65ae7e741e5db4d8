import { readdirSync, readFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { rules } from "../../core/check/index.ts";
import { documentKinds } from "../../core/document/index.ts";
import { catalogue } from "../../report/formats/catalogue.ts";
import { refusals } from "../../report/formats/refusals.ts";
import { newTerminal } from "./terminal.ts";

/** What a plan must satisfy and what may stand in it, as the command line tells it. */

const terminal = newTerminal("nothing");
afterAll(() => terminal.remove());

describe("rules", () => {
  test("lists every rule once, with one sentence, in every format", async () => {
    const ids = catalogue.map((each) => each.id);
    expect(ids).toEqual([...new Set(ids)].toSorted());
    expect(ids).toEqual(expect.arrayContaining(rules.map((each) => each.id)));
    for (const { summary } of catalogue) expect(summary).toMatch(/^["A-Z].*[^.]\.$/);
    for (const format of ["text", "json", "markdown", "html", "csv"]) {
      const { code, out, err } = await terminal.run(`rules --format ${format}`);
      expect({ code, err }).toEqual({ code: 0, err: "" });
      for (const id of ids) expect(out).toContain(id);
    }
    const { out } = await terminal.run("rules --format json");
    expect(JSON.parse(out)).toMatchObject({ rules: ids.map((id) => ({ id })) });
    expect((await terminal.run("rules --format csv")).out).toMatch(/^Rule,Weighs,Says\r\n/);
  });

  test("says what each refusal of documents means, and no other", () => {
    const made = new Set<string>();
    for (const folder of ["core/document", "core/plan"]) {
      for (const name of readdirSync(folder).filter((each) => /(?<!generated)\.ts$/.test(each))) {
        const text = readFileSync(`${folder}/${name}`, "utf8");
        for (const [, id = ""] of text.matchAll(/"((?:document|funnel)\/[a-z0-9-]+)"/g))
          made.add(id);
      }
    }
    expect(Object.keys(refusals).toSorted()).toEqual([...made].toSorted());
  });

  test("explains one", async () => {
    expect(await terminal.shows("rules sla/volume-short")).toMatchInlineSnapshot(`
      "$ jointplan rules sla/volume-short
      sla/volume-short
      ================

      What marketing promises for a stage is enough for the target, at the end of every month.

      - An error: a plan with such a finding does not hold together and cannot be published.
      - It usually concerns marketing and sales.
      - Every finding names its place and one way out.
      exit 0"
    `);
    expect(await terminal.shows("rules document/comment")).toMatchInlineSnapshot(`
      "$ jointplan rules document/comment
      document/comment
      ================

      JSON has no comments; a remark goes into a note.

      - An error: a plan with such a finding does not hold together and cannot be published.
      - It is judged while documents are read, before the plan's numbers are looked at.
      - Every finding names its place and one way out.
      exit 0"
    `);
    const { out } = await terminal.run("rules document/comment --format json");
    expect(JSON.parse(out)).toMatchObject({ id: "document/comment", refusal: true });
  });

  test("points out a slip of the finger", async () => {
    expect(await terminal.shows("rules sla/volume-shrt")).toMatchInlineSnapshot(`
      "$ jointplan rules sla/volume-shrt
      stderr: jointplan: There is no rule "sla/volume-shrt". Did you mean "sla/volume-short"? Run "jointplan rules".
      exit 2"
    `);
    expect((await terminal.run("rules a b")).code).toBe(2);
    expect((await terminal.run("rules --format sarif")).code).toBe(2);
  });
});

describe("schema", () => {
  test("lists the kinds", async () => {
    const { code, out } = await terminal.run("schema");
    expect(code).toBe(0);
    for (const { kind, holds } of documentKinds) {
      expect(out).toContain(`\n${kind} `);
      expect(out).toContain(holds);
    }
    expect(out).toContain("api/requirements");
  });

  test("prints each as it stands in schemas/v1", async () => {
    const { out } = await terminal.run("schema --format json");
    const { schemas } = JSON.parse(out) as { schemas: readonly string[] };
    for (const name of [...documentKinds.map(({ kind }) => kind), ...schemas]) {
      const printed = await terminal.run(`schema ${name}`);
      expect(printed).toMatchObject({ code: 0, err: "" });
      const file: unknown = JSON.parse(readFileSync(`schemas/v1/${name}.json`, "utf8"));
      expect(JSON.parse(printed.out)).toEqual(file);
      expect((await terminal.run(`schema ${name}.json --format json`)).out).toBe(printed.out);
    }
  });

  test("tells its keys as a table", async () => {
    const { out } = await terminal.run("schema sla --format markdown");
    expect(out).toMatch(/\| duties \| yes \| The duties, of both sides\. \|/);
    expect((await terminal.run("schema sla --format csv")).out).toMatch(/^Key,Needed,Says\r\n/);
  });

  test("points out a slip of the finger", async () => {
    expect(await terminal.shows("schema targts")).toMatchInlineSnapshot(`
      "$ jointplan schema targts
      stderr: jointplan: There is no schema "targts". Did you mean "targets"? Run "jointplan schema".
      exit 2"
    `);
  });
});
