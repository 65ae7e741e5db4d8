import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SilencedFinding } from "../../core/check/index.ts";
import { parse } from "../../core/document/index.ts";
import { type Finding, finding } from "../../core/finding.ts";
import { checkReport, findingBlock, placeText, totalsText } from "../../report/findings.ts";
import { toText } from "../../report/text.ts";

/** Findings as people meet them: where, what, the line itself with a mark under the place, and the way out. */

const file = "plans/growth/plan.json";

const at = (line: number, column: number, endColumn: number, endLine = line): Finding =>
  finding({
    rule: "document/wrong-type",
    severity: "error",
    file,
    range: { start: { line, column }, end: { line: endLine, column: endColumn } },
    message: "It is wrong.",
    help: "Mend it.",
  });

const excerpt = (text: string, ...place: Parameters<typeof at>): string | undefined =>
  findingBlock(at(...place), () => text.split(/\r\n|\n|\r/)).excerpt;

describe("the excerpt", () => {
  test("shows the line without its indentation, and marks the place", () => {
    expect(excerpt('{\n    "months": 0\n}', 2, 15, 16)).toBe('2 | "months": 0\n              ^');
  });

  test("marks all of a long place", () => {
    expect(excerpt('"until": "2027-06-31"', 1, 10, 22)).toBe(
      '1 | "until": "2027-06-31"\n             ^^^^^^^^^^^^',
    );
  });

  test("marks to the end of the line when the place goes on below", () => {
    expect(excerpt('"goal": {\n  "a": 1\n}', 1, 9, 2, 3)).toBe('1 | "goal": {\n            ^');
  });

  test("marks the place behind the last character", () => {
    expect(excerpt('{ "a": 1', 1, 9, 9)).toBe('1 | { "a": 1\n            ^');
  });

  test.each([
    ["CR LF", '{\r\n\t"a":\tx\r\n}'],
    ["CR", '{\r\t"a":\tx\r}'],
    ["LF", '{\n\t"a":\tx\n}'],
  ])("counts a tab as one space, with lines that end in %s", (_, text) => {
    expect(excerpt(text, 2, 7, 8)).toBe('2 | "a": x\n         ^');
  });

  test("counts an emoji and a Greek letter as one column each", () => {
    expect(excerpt('"\u{1F469}\u{1F52C} λόγος": x', 1, 15, 16)).toBe(
      '1 | "\u{1F469}\u{1F52C} λόγος": x\n                ^',
    );
  });

  test("stays in line behind characters that are shown by their number", () => {
    expect(excerpt('"a\u202E\u0007b": x', 1, 9, 10)).toBe(
      `1 | "a\\u202e\\u0007b": x\n    ${" ".repeat('"a\\u202e\\u0007b": '.length)}^`,
    );
  });

  test("cuts a long line around the place", () => {
    const text = `{ ${'"a": 1, '.repeat(50)}"b": wrong, ${'"c": 1, '.repeat(50)}}`;
    const column = text.indexOf("wrong") + 1;
    const shown =
      '1 | …": 1, "a": 1, "a": 1, "a": 1, "a": 1, "a": 1, "a": 1, "b": wrong, "c": 1, "c": 1, "c": 1, "c": 1, …';
    const under = " ".repeat(shown.indexOf("wrong"));
    expect(excerpt(text, 1, column, column + 5)).toBe(`${shown}\n${under}^^^^^`);
  });

  test("is left out where there is no line to show", () => {
    expect(excerpt("{\n\n}", 2, 1, 1)).toBeUndefined();
    expect(excerpt("{", 9, 1, 1)).toBeUndefined();
    expect(findingBlock(at(1, 1, 2), () => undefined).excerpt).toBeUndefined();
  });

  test("marks what the finding names, one line wide, whatever the text", () => {
    const text = fc
      .array(fc.constantFrom(" ", "\t", "a", "é", "\u{1F469}", "\u202E", "价", '"', "\\"), {
        maxLength: 300,
      })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, text, text, (before, marked, after) => {
        const line = `x${before}<${marked}>${after}`;
        const start = before.length + 2;
        const shown = excerpt(line, 1, start, start + marked.length + 2) ?? "";
        const [first = "", marks = "", ...rest] = shown.split("\n");
        expect(rest).toEqual([]);
        const from = marks.indexOf("^");
        const characters = [...first];
        expect(characters[from]).toBe("<");
        const end = characters[from + marks.trim().length - 1];
        expect([">", "…"]).toContain(end);
        expect(first).not.toMatch(/\p{Surrogate}/u);
      }),
      { numRuns: 1000 },
    );
  });

  test("stands at the very place where the reader of documents stopped", () => {
    const text = '{\r\n  "a": "\u{1F469}",\t"b": nope\r\n}';
    const read = parse(file, new TextEncoder().encode(text));
    const [first] = read.ok ? [] : read.error;
    expect(first && findingBlock(first, () => text.split(/\r\n|\n|\r/)).excerpt).toBe(
      '2 | "a": "\u{1F469}", "b": nope\n                   ^^^^',
    );
  });
});

describe("a check's report", () => {
  const many = Array.from({ length: 103 }, (_, index) => at(index + 1, 1, 2));
  const checked = (findings: readonly Finding[], title?: string): string =>
    toText(
      checkReport([
        {
          folder: "plans/growth",
          title,
          asOf: "2027-01-31",
          findings,
          silenced: [],
          notRun: [],
          linesOf: () => undefined,
        },
      ]),
    );

  test("says that nothing was found", () => {
    expect(checked([], "Growth")).toBe(
      "Growth (plans/growth)\n---------------------\n\nAs of 2027-01-31 the plan holds together: nothing found.\n",
    );
  });

  test.each([
    [["warning", "warning"], "holds together, with 2 warnings to look at."],
    [["info", "warning"], "holds together, with 1 warning to look at and 1 info."],
    [["info", "info"], "holds together: 2 infos."],
    [["warning", "error"], "does not hold together: 1 error and 1 warning."],
  ] as const)("of %j says in its first sentence how it stands", (severities, says) => {
    const findings = severities.map((severity) => ({ ...at(1, 1, 2), severity }));
    expect(checked(findings)).toContain(`As of 2027-01-31 the plan ${says}\n`);
  });

  test("names the folder alone when the plan has no title", () => {
    expect(checked([]).split("\n").slice(0, 2)).toEqual(["plans/growth", "------------"]);
  });

  test("shows a hundred findings and counts the rest", () => {
    const said = checked(many);
    expect(said.match(/✖ error/g)).toHaveLength(100);
    expect(said).toContain("As of 2027-01-31 the plan does not hold together: 103 errors.");
    expect(said).toMatch(
      /\n3 more findings not shown; mend these first, or use --format json\.\n$/,
    );
  });

  test("says what exceptions silence, until when, by whom and why", () => {
    const exception = (id: string): SilencedFinding["exception"] => ({
      id,
      rule: "journey/rate-stale",
      subject: `journey/segments/${id}`,
      reason: "It is counted again in spring.",
      approvedBy: ["mia", "omar"],
      expires: "2027-04-01",
    });
    const [small, large] = [exception("small"), exception("large")];
    const said = toText(
      checkReport([
        {
          folder: "p",
          title: "P",
          asOf: "2027-01-31",
          findings: [],
          silenced: [small, large, small].map((each) => ({
            finding: at(1, 1, 2),
            exception: each,
          })),
          notRun: [],
          linesOf: () => undefined,
        },
      ]),
    );
    expect(said).toMatchInlineSnapshot(`
      "P (p)
      -----

      As of 2027-01-31 the plan holds together: nothing found; 3 findings silenced by exceptions.

      - 2 findings of journey/rate-stale at journey/segments/small are silenced until 1 April 2027 by the exception "small", agreed by mia and omar: It is counted again in spring.
      - 1 finding of journey/rate-stale at journey/segments/large is silenced until 1 April 2027 by the exception "large", agreed by mia and omar: It is counted again in spring.
      "
    `);
  });

  test("says which rules did not run", () => {
    const said = toText(
      checkReport([
        {
          folder: "p",
          title: "P",
          asOf: "2027-01-31",
          findings: [],
          silenced: [],
          notRun: ["id/reused", "effective/retroactive"],
          linesOf: () => undefined,
        },
      ]),
    );
    expect(said).toContain(
      "Not run, because they compare with another version: id/reused, effective/retroactive.",
    );
  });

  test.each([
    [["error"], "1 error"],
    [["warning", "error", "warning"], "1 error and 2 warnings"],
    [["info", "error", "warning", "info"], "1 error, 1 warning and 2 infos"],
    [[], "nothing found"],
  ] as const)("counts %j as %j", (severities, text) => {
    const findings = severities.map((severity) => ({ ...at(1, 1, 2), severity }));
    expect(totalsText(findings)).toBe(text);
  });

  test("names a file alone where there is no place in it", () => {
    expect(placeText({ file })).toBe(file);
    expect(placeText(at(3, 7, 8))).toBe(`${file}:3:7`);
  });
});
