import { readFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { applyOverlay, readOverlay } from "../../core/change/index.ts";
import { newRepository } from "../functions/source/repository.ts";
import { openPlan } from "../plans/open-plan.ts";
import { newTerminal, type Terminal } from "./terminal.ts";

/** A terminal whose folder is a git repository with acme on main, and a way to put a change on a branch. */
const terminal: Terminal = newTerminal("nothing");
const { git, write, commit } = newRepository(terminal.root);
afterAll(() => terminal.remove());

const acme = openPlan("plans/acme-2027");
const folder = "plans/acme-2027";
const decoder = new TextDecoder();
for (const { file, parsed } of Object.values(acme.documents)) write(file, parsed.text);
commit("the plan as agreed");

function branch(name: string, change: () => void): void {
  git("checkout", "--quiet", "-b", name, "main");
  change();
  commit(name);
  git("checkout", "--quiet", "main");
}

const caseText = (name: string): string =>
  readFileSync(new URL(`../cases/impact/${name}`, import.meta.url), "utf8");

/** Writes the plan with the values of a case over it; only files that they change. */
function lay(name: string): void {
  const overlay = readOverlay(JSON.parse(caseText(`${name}.json`)));
  if (!overlay.ok) throw new Error(overlay.error.detail);
  const bundle = applyOverlay(acme, overlay.value);
  if (!bundle.ok) throw new Error(bundle.error.map(({ message }) => message).join("\n"));
  for (const file of bundle.value.files) {
    if ("bytes" in file) write(`${folder}/${file.name}`, decoder.decode(file.bytes));
  }
}

/** Commits have other names in every run. */
const steady = (text: string): string =>
  text.replaceAll(/commit [0-9a-f\u200b]{10,11}/g, "commit …");

const asked = (head: string, more = ""): string =>
  `impact --base main --head ${head} --as-of 2026-11-28 ${more}`;

const cases = ["conversion", "sla-hour", "pay-weight", "message", "many"] as const;
for (const each of cases) branch(each, () => lay(each));

describe("the impact of a change on acme, as both leaders read it in a pull request", () => {
  test.each(cases)("%s", async (name) => {
    const { out } = await terminal.run(asked(name, "--format markdown"));
    await expect(steady(out)).toMatchFileSnapshot(`../cases/impact/${name}.md`);
  });

  test("of many changes each function has a list of its own, the heaviest first, and what is smaller is counted", async () => {
    const { out } = await terminal.run(asked("many"));
    const listOf = (whom: string): readonly string[] =>
      out.split(`\n\n${whom}:\n\n`)[1]?.split("\n\n")[0]?.split("\n") ?? [];
    const [marketing, sales] = [listOf("Marketing"), listOf("Sales")];
    expect(marketing[0]).toMatch(/^- must bring [\d,]+ more new prospects \(/);
    expect(sales.at(-1)).toBe("- and 2 smaller changes, see below");
    const hours = sales.findIndex((line) => line.includes("from 8 business hours to 16"));
    const attempts = sales.findIndex((line) => line.includes("grade B goes from 4"));
    expect(hours).toBeGreaterThan(0);
    expect(hours).toBeLessThan(attempts);
    // What is smaller stands in the table.
    expect(sales.join("\n")).not.toContain("attempts");
    expect(out).toMatch(/follow up, attempts {2,}Sales/);
  });

  test("a conversion a fifth lower asks for as many more prospects as the funnel says, and names file and line", async () => {
    const needs = async (revision: string): Promise<number> => {
      git("checkout", "--quiet", revision);
      const { out } = await terminal.run(`funnel ${folder} --format json`);
      git("checkout", "--quiet", "main");
      const { plans } = JSON.parse(out) as {
        plans: { segments: { newProspectsWhole: number[] }[] }[];
      };
      const months = plans.flatMap(({ segments }) =>
        segments.flatMap(({ newProspectsWhole }) => newProspectsWhole),
      );
      return months.reduce((sum, each) => sum + each, 0);
    };
    const before = await needs("main");
    const after = await needs("conversion");
    const { out } = await terminal.run(asked("conversion"));
    const [, more = ""] = /Marketing must bring ([\d,]+) more new prospects/.exec(out) ?? [];
    expect(Number(more.replace(",", ""))).toBe(after - before);
    expect(out).toContain(`${folder}/journey.json:`);
  });

  test("says who moved what for tools, with the lines on both sides", async () => {
    const { out, code } = await terminal.run(asked("sla-hour", "--format json"));
    expect(code).toBe(0);
    const { plans } = JSON.parse(out) as { plans: Record<string, unknown>[] };
    expect(plans).toMatchObject([
      {
        plan: "acme-2027",
        class: "major",
        affects: ["sales"],
        sameMeaning: false,
        changes: [
          {
            document: "sla",
            path: "duties/first-answer/firstAttempt/a/value",
            before: 1,
            after: 2,
            lines: {
              base: expect.stringMatching(/sla\.json:\d+$/),
              head: expect.stringMatching(/sla\.json:\d+$/),
            },
          },
        ],
        findings: { fresh: [], reworded: [], gone: [] },
      },
    ]);
  });
});

describe("the rules that compare with another version", () => {
  branch("weaker", () => {
    const { text } = acme.documents.approvals.parsed;
    write(`${folder}/approvals.json`, text.replace('"count": 2', '"count": 1'));
  });

  test("run in the impact, and in a check that names a base; without one they are said not to run", async () => {
    const impact = await terminal.run(asked("weaker"));
    expect(impact.out).toContain("approval/weakened");
    git("checkout", "--quiet", "weaker");
    const plain = await terminal.run(`check ${folder} --as-of 2026-11-28`);
    const based = await terminal.run(`check ${folder} --as-of 2026-11-28 --base main`);
    git("checkout", "--quiet", "main");
    expect(plain.out).not.toMatch(/(?:error|warning) {2}approval/);
    expect(based.out).toMatch(/(?:error|warning) {2}approval\/weakened/);
    const { out } = await terminal.run(`check ${folder} --base main --format json`);
    expect(JSON.parse(out)).toMatchObject({ plans: [{ notRun: [] }] });
  });
});

describe("a change that asks nothing", () => {
  branch("layout", () => {
    const { text } = acme.documents.targets.parsed;
    write(`${folder}/targets.json`, JSON.stringify(JSON.parse(text), undefined, 4));
  });

  test("of layout says that the plan says the same, in one line", async () => {
    const { out, code } = await terminal.run(asked("layout"));
    expect(code).toBe(0);
    expect(steady(out)).toMatchInlineSnapshot(`
      "Plan impact: Acme Compressed Air: joint plan 2027
      =================================================

      Layout only: the plan says the same as commit … (main). Nobody must do anything else, and nobody need agree.
      "
    `);
  });

  test("between a point and itself is none", async () => {
    const { out, code } = await terminal.run("impact --base main --head main");
    expect(code).toBe(0);
    expect(steady(out)).toMatchInlineSnapshot(`
      "No plan is different between commit … (main) and commit … (main).
      "
    `);
  });
});

describe("what cannot be set side by side", () => {
  branch("broken", () => write(`${folder}/targets.json`, '{ "segments": '));
  branch("lost", () => git("rm", "-r", "--quiet", folder));
  branch("young", () => {
    for (const { file, parsed } of Object.values(acme.documents)) {
      const text = file.endsWith("/plan.json")
        ? parsed.text.replace('"id": "acme-2027"', '"id": "acme-2028"')
        : parsed.text;
      write(file.replace("acme-2027", "acme-2028"), text);
    }
  });

  test("is a document that is no JSON: its place, and no number of any kind", async () => {
    const { out, code } = await terminal.run(asked("broken"));
    expect(code).toBe(1);
    expect(out).toContain(`${folder}/targets.json:1:`);
    expect(out).not.toContain("Marketing must");
  });

  test("is a plan that is gone, and a new one", async () => {
    expect((await terminal.run(asked("lost"))).out).toContain("The plan is gone in commit");
    const { out } = await terminal.run(asked("young"));
    expect(out).toContain("A new plan: there is none of this id in commit");
    expect(out).toContain("Both teams must agree to all of it");
  });

  test.each([
    ["impact --base nowhere", 'There is no "nowhere" here.'],
    ["impact --base main --head=--output=x", 'There is no "--output=x" here.'],
    ["impact --base live", "Nothing is published here yet."],
    ["impact --base main beta", 'There is no plan "beta" at either point. There is: acme-2027.'],
  ])("is `%s`, which is told with a way out", async (line, says) => {
    const { err, code } = await terminal.run(line);
    expect(code).toBe(2);
    expect(err).toContain(says);
  });
});

describe("what must not pass unseen", () => {
  branch("twins", () => {
    for (const { file, parsed } of Object.values(acme.documents))
      write(file.replace("acme-2027", "copy"), parsed.text);
    lay("conversion");
  });

  test.each(["impact", "approvals check"])("%s refuses two folders of one id", async (command) => {
    const { err, code } = await terminal.run(`${command} --base main --head twins`);
    expect(code).toBe(3);
    expect(err).toContain('plans/acme-2027 and plans/copy both state the id "acme-2027".');
  });

  branch("disarmed", () => {
    const { text } = acme.documents.approvals.parsed;
    const journey = acme.documents.journey.parsed.text;
    write(
      `${folder}/approvals.json`,
      text.replace(
        '"exceptions": [',
        '"severities": { "effective/retroactive": "info" },\n  "exceptions": [',
      ),
    );
    write(`${folder}/journey.json`, journey.replace('"value": 0.44', '"value": 0.43'));
  });

  test("a change that lowers the severity of a rule that it breaks is judged by the severity before it", async () => {
    git("checkout", "--quiet", "disarmed");
    const { out, code } = await terminal.run(`check ${folder} --base main --as-of 2027-06-15`);
    git("checkout", "--quiet", "main");
    expect(out).toMatch(/error {2}effective\/retroactive/);
    expect(code).toBe(1);
  });

  test("another id of a segment moves no month of the sums", async () => {
    branch("renamed", () => {
      for (const { file, parsed } of Object.values(acme.documents))
        write(file, parsed.text.replaceAll('"mid-size"', '"middle"'));
    });
    const { out } = await terminal.run(asked("renamed"));
    expect(out).not.toContain("but in other months");
    expect(out).toContain("12,882 new prospects");
  });
});

describe("between branches that went apart", () => {
  test("only what the head changed is its impact, and that main went on is said", async () => {
    branch("apart", () => lay("sla-hour"));
    lay("message");
    commit("main goes on");
    const { out } = await terminal.run(asked("apart"));
    expect(out).toContain("first attempt, grade A goes from 1 business hour to 2 business hours");
    expect(out).not.toContain("Message at");
    expect(out).toContain("where the change left main");
    expect(out).toContain("main went on since");
  });
});

describe("the files of a branch that main has left behind", () => {
  test("are compared with where they left main", async () => {
    git("checkout", "--quiet", "apart");
    const { out } = await terminal.run("impact --base main --as-of 2026-11-28");
    git("checkout", "--quiet", "main");
    expect(out).not.toContain("Message at");
    expect(out).toContain("first attempt, grade A");
  });
});

describe("pay", () => {
  test("is not told by what is found about it, or by the line that it stands on", async () => {
    const { text } = acme.documents.compensation.parsed;
    const amounts = ["98765.123", "-98765", '"98765 EUR"'];
    for (const [index, amount] of amounts.entries()) {
      branch(`odd-${index}`, () =>
        write(
          `${folder}/compensation.json`,
          text.replace('"variableShare": 0.3,', `"variableShare": 0.3, "payAtTarget": ${amount},`),
        ),
      );
      for (const command of ["impact", "approvals check", "approvals explain"]) {
        for (const format of ["text", "markdown", "html", "json"]) {
          // oxlint-disable-next-line no-await-in-loop
          const { out } = await terminal.run(
            `${command} --base main --head odd-${index} --format ${format}`,
          );
          expect(out.replaceAll(/[,.]/g, "")).not.toContain("98765");
        }
      }
    }
  });

  test("is told by weights and measures; its amounts only when they are asked for", async () => {
    const { text } = acme.documents.compensation.parsed;
    git("checkout", "--quiet", "-b", "amounts", "main");
    write(
      `${folder}/compensation.json`,
      text.replace('"variableShare": 0.3,', '"variableShare": 0.3, "payAtTarget": 987654,'),
    );
    commit("amounts");
    git("checkout", "--quiet", "main");
    for (const format of ["text", "markdown", "html", "json", "csv"]) {
      // oxlint-disable-next-line no-await-in-loop
      const hidden = await terminal.run(asked("amounts", `--format ${format}`));
      expect(hidden.out.replaceAll(",", "")).not.toContain("987654");
      // oxlint-disable-next-line no-await-in-loop
      const shown = await terminal.run(asked("amounts", `--format ${format} --show-pay`));
      expect(shown.out.replaceAll(",", "")).toContain("987654");
    }
  });
});
