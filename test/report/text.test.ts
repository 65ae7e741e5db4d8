import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Report } from "../../report/block.ts";
import { toMarkdown } from "../../report/markdown.ts";
import { toText } from "../../report/text.ts";

/** Reports as text: for a terminal, a log, a file. */

const report: Report = [
  { kind: "heading", level: 1, text: "What the plan needs" },
  { kind: "heading", level: 2, text: "Small firms" },
  { kind: "text", text: "18 deals are wanted.", tone: "strong" },
  { kind: "list", items: ["Bring in 40.", "Answer in 4 hours."] },
  { kind: "list", items: [] },
  {
    kind: "table",
    caption: "Deals",
    columns: [
      { title: "Deals", numeric: false },
      { title: "Jan", numeric: true },
      { title: "Total", numeric: true },
    ],
    rows: [
      [{ text: "Expected", tone: "strong" }, "1.5", "18"],
      ["  from those on the way", "–", "4"],
      ["Über", "1,200"],
    ],
    totals: [["Sum", "1,201.5", "22"]],
  },
  {
    kind: "chart",
    title: "Deals",
    description: "a chart",
    unit: "deals",
    months: [],
    bars: [],
    lines: [],
  },
  {
    kind: "finding",
    severity: "warning",
    rule: "sla/volume-short",
    place: "plans/a/sla.json:11:9",
    message: "10 are promised, 30 are needed.",
    help: "Promise 30.",
    related: ["plans/a/targets.json:7:3 (the target)"],
    excerpt: '11 | "prospectsPerMonth": 10\n                          ^^',
  },
];

test("headings are underlined, numbers stand in columns, charts are left out", () => {
  expect(toText(report)).toBe(
    `What the plan needs
===================

Small firms
-----------

18 deals are wanted.

- Bring in 40.
- Answer in 4 hours.

Deals                        Jan  Total
Expected                     1.5     18
  from those on the way        –      4
Über                       1,200
Sum                      1,201.5     22

plans/a/sla.json:11:9  ▲ warning  sla/volume-short
  10 are promised, 30 are needed.
    11 | "prospectsPerMonth": 10
                              ^^
  → Promise 30.
  see plans/a/targets.json:7:3 (the target)
`,
  );
});

test("nothing to say is nothing, not an empty line", () => {
  expect([toText([]), toMarkdown([])]).toEqual(["", ""]);
});

test("colours are added around words and change no column", () => {
  const coloured = toText(report, { colour: true });
  expect(coloured).toContain("\u001B[1mExpected\u001B[0m");
  expect(coloured).toContain("\u001B[33m▲ warning\u001B[0m");
  // oxlint-disable-next-line no-control-regex -- these are the colours.
  expect(coloured.replaceAll(/\u001B\[\d+m/g, "")).toBe(toText(report));
});

const everywhere = (text: string): Report => [
  { kind: "heading", level: 1, text },
  { kind: "heading", level: 3, text },
  { kind: "text", text },
  { kind: "list", items: [text] },
  {
    kind: "table",
    caption: text,
    columns: [{ title: text, numeric: false }],
    rows: [[text], [{ text, tone: "bad" }]],
  },
  {
    kind: "finding",
    severity: "error",
    rule: "a/b",
    place: text,
    message: text,
    help: text,
    related: [text],
    excerpt: undefined,
  },
];

describe("text from a plan", () => {
  test.each([
    ["colours of its own", "\u001B[31mred", "\\u001b[31mred"],
    ["a terminal's title", "\u001B]0;root\u0007", "\\u001b]0;root\\u0007"],
    ["a control sequence in one character", "\u009B2J", "\\u009b2J"],
    ["a carriage return that overwrites the line", "✖ error\r· fine", "✖ error · fine"],
    ["a line of its own, as a report would write it", "a\n\n✖ error", "a  ✖ error"],
    ["backspaces", "fine\b\b\b\bbad", "fine\\u0008\\u0008\\u0008\\u0008bad"],
    ["writing turned around", "\u202Egnp.exe", "\\u202egnp.exe"],
    ["a zero-width space", "ac\u200Bme", "ac\\u200bme"],
    ["a line separator", "a\u2028b", "a\\u2028b"],
    ["NUL", "a\u0000b", "a\\u0000b"],
  ])("cannot command the terminal by %s", (_, text, shown) => {
    const printed = toText(everywhere(text));
    expect(printed.split("\n").filter((line) => line.includes(shown))).toHaveLength(11);
    expect(toText(everywhere("x")).split("\n")).toHaveLength(printed.split("\n").length);
  });

  test("whatever it is, adds no line and nothing unseen, to text and to Markdown", () => {
    const lines = toText(everywhere("x")).split("\n").length;
    const markdownLines = toMarkdown(everywhere("x")).split("\n").length;
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 30 }), (text) => {
        const printed = toText(everywhere(text));
        expect(printed.split("\n")).toHaveLength(lines);
        // oxlint-disable-next-line no-control-regex -- none of these may reach a terminal.
        expect(printed).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E]/);
        const markdown = toMarkdown(everywhere(text));
        expect(markdown.split("\n")).toHaveLength(markdownLines);
        // oxlint-disable-next-line no-control-regex -- as above.
        expect(markdown).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E]/);
      }),
      { numRuns: 1000 },
    );
  });

  test("in other scripts is left as it is", () => {
    const text = "Größe · 价格 · מחיר · می\u200Cخواهم · \u{1F469}\u200D\u{1F52C}";
    expect(toText([{ kind: "text", text }])).toBe(`${text}\n`);
  });
});
