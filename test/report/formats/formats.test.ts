import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block, TableBlock } from "../../../report/block.ts";
import type { FolderFindings } from "../../../report/formats/checked-rules.ts";
import { csvCell, findingsCsv, toCsv } from "../../../report/formats/csv.ts";
import { toGithub } from "../../../report/formats/github.ts";
import { escapeXml, toJunit } from "../../../report/formats/junit.ts";
import { junitErrors } from "./junit-schema.ts";
import { anyFinding, anyFolders, folder, mixed, nothing, one } from "./samples.ts";
import { elementsOf, unescapeXml } from "./xml.ts";

/** Findings as other tools take them: in their forms, and with no word of a plan able to break out of one. */

describe("junit", () => {
  test("is what it was", async () => {
    await expect(toJunit(mixed)).toMatchFileSnapshot("mixed.junit.xml");
  });

  const structure = (text: string): void => {
    const root = elementsOf(text);
    expect(root.name).toBe("testsuites");
    expect(junitErrors(root)).toEqual([]);
    const count = (element: typeof root, name: string): number =>
      (element.name === name ? 1 : 0) +
      element.children.reduce((sum, child) => sum + count(child, name), 0);
    for (const element of [root, ...root.children]) {
      expect(element.attributes["tests"]).toBe(String(count(element, "testcase")));
      expect(element.attributes["failures"]).toBe(String(count(element, "failure")));
    }
    for (const suite of root.children) {
      const names = suite.children.map(
        ({ attributes }) => `${attributes["classname"]} ${attributes["name"]}`,
      );
      expect(names.length).toBe(new Set(names).size);
    }
  };

  test("has a case for each rule and document that was run or had a finding", () => {
    structure(toJunit(mixed));
    structure(toJunit(nothing));
    structure(toJunit([]));
    expect(toJunit(nothing)).toContain('tests="1" failures="0"');
  });

  test("is well-formed and free of what XML cannot hold, whatever is found", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const escaped = escapeXml(text);
        // oxlint-disable-next-line no-control-regex -- these are what XML cannot hold.
        const allowed = text.replaceAll(/[\0-\x08\x0B\f\x0E-\x1F\uFFFE\uFFFF]/g, "");
        expect(unescapeXml(escaped)).toBe(allowed);
        expect(escaped).not.toMatch(/[<>"\n\r\t]/);
      }),
    );
    expect(escapeXml("a\uD800b\uDC00\u{1F469}")).toBe("ab\u{1F469}");
    fc.assert(fc.property(anyFolders, (folders) => structure(toJunit(folders))));
  });
});

describe("github", () => {
  test("is what it was", async () => {
    await expect(toGithub(mixed)).toMatchFileSnapshot("mixed.github.txt");
  });

  test("is nothing when nothing was found", () => {
    expect(toGithub(nothing)).toBe("");
  });

  test("shows ten errors and ten warnings, the heaviest first, and counts the rest", () => {
    const many = (severity: "error" | "warning" | "info", times: number): FolderFindings => ({
      folder,
      documents: [],
      silenced: [],
      rulesRun: [],
      findings: Array.from({ length: times }, () => one({ severity })),
    });
    const lines = toGithub([many("info", 12), many("warning", 12), many("error", 11)]).split("\n");
    expect(lines.map((line) => line.split(" ")[0])).toEqual([
      ...Array.from({ length: 10 }, () => "::error"),
      ...Array.from({ length: 10 }, () => "::warning"),
      ...Array.from({ length: 10 }, () => "::notice"),
      "",
    ]);
    expect(lines.at(-2)).toContain("Not shown here: 1 error, 2 warnings and 3 infos.");
    expect(toGithub([many("warning", 10), many("error", 10)])).not.toContain("Not shown");
  });

  test("cuts a message that GitHub would refuse, and never half a character", () => {
    const [line] = toGithub([
      {
        folder,
        documents: [],
        silenced: [],
        rulesRun: [],
        findings: [one({ message: `a${"\u{1F469}".repeat(30_000)}` })],
      },
    ]).split("\n");
    const message = decodeURIComponent((line ?? "").split("::")[2] ?? "");
    expect(new TextEncoder().encode(message).length).toBeLessThanOrEqual(64 * 1024);
    expect(message).toMatch(/\u{1F469}…\nPromise more\.$/u);
  });

  test("no finding begins a command of its own or adds a property", () => {
    fc.assert(
      fc.property(fc.array(anyFinding, { maxLength: 9 }), (findings) => {
        const text = toGithub([{ folder, documents: [], rulesRun: [], silenced: [], findings }]);
        const lines = text === "" ? [] : text.replace(/\n$/, "").split("\n");
        expect(lines).toHaveLength(findings.length);
        for (const line of lines) {
          expect(line).toMatch(
            /^::(error|warning|notice) file=[^,:\r\n]+(,line=1,col=1)?,title=[\w/-]+::[^\r\n]*$/,
          );
        }
      }),
    );
  });
});

describe("csv", () => {
  const table = (caption: string, ...rows: readonly string[][]): TableBlock => ({
    kind: "table",
    caption,
    columns: [
      { title: "Name", numeric: false },
      { title: "=Number", numeric: true },
    ],
    rows,
    totals: [[{ text: "All", tone: "strong" }, "1,200"]],
  });

  test("a single table stands by itself", () => {
    expect(toCsv([{ kind: "text", text: "Before:" }, table("One", ['say "hi"', "-3.5"])])).toBe(
      'Name,\'=Number\r\n"say ""hi""",-3.5\r\nAll,1200\r\n',
    );
  });

  test("several tables stand under their captions, with an empty line between them", () => {
    const heading: Block = { kind: "heading", level: 1, text: "Plan" };
    expect(toCsv([heading, table("One"), table("Two, again")])).toBe(
      "Plan: One\r\nName,'=Number\r\nAll,1200\r\n\r\n\"Plan: Two, again\"\r\nName,'=Number\r\nAll,1200\r\n",
    );
  });

  test("numbers are raw for tools: what is short brings its number, and what is no plain number stays", () => {
    const short: Block = {
      ...table("One"),
      rows: [
        ["short", { text: "2.77 M", value: 2_766_000.004 }],
        ["fewer", "−1,240.5"],
        ["more", "+1,240"],
        ["none", "–"],
        ["with its unit", "12 days"],
        ["1,240", "about 3"],
      ],
    };
    expect(toCsv([short]).split("\r\n").slice(1, 7)).toEqual([
      "short,2766000",
      "fewer,-1240.5",
      "more,1240",
      "none,",
      "with its unit,12 days",
      '"1,240",about 3',
    ]);
  });

  test("no table is no text; findings without any are a heading", () => {
    expect(toCsv([{ kind: "text", text: "Nothing." }])).toBe("");
    expect(findingsCsv([])).toBe("Severity,Rule,Place,Message,Help\r\n");
  });

  test.each([
    ["=1+1", "'=1+1"],
    ["+1", "+1"],
    ["+1+1", "'+1+1"],
    ["-12,882", '"-12,882"'],
    ["-1.5 M", "-1.5 M"],
    ["-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "' =1"],
    ["a\r\nb", "a b"],
    ["", ""],
  ])("the cell %j is %j", (cell, shown) => {
    expect(csvCell(cell)).toBe(shown);
  });

  test("a cell is one cell, and never a formula", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const cell = csvCell(text);
        expect(cell).toMatch(/^(?:[^",\r\n]*|"(?:[^"\r\n]|"")*")$/);
        expect(cell.replace(/^"/, "")).not.toMatch(/^\s*[=@]/);
      }),
    );
  });
});
