import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ChartBlock } from "../../report/block.ts";
import { toMarkdown } from "../../report/markdown.ts";
import { toMermaid } from "../../report/mermaid.ts";

const chart = (title: string): ChartBlock => ({
  kind: "chart",
  title,
  description: "Before and after.",
  unit: "prospects",
  months: ["2027-01", "2027-02"],
  bars: [{ title: "Before", tone: "plain", values: [10.123_456_7, 0] }],
  lines: [{ title: "After", tone: "target", values: [12, 1e-9] }],
});

describe("a chart as a Mermaid diagram", () => {
  test("has a bar for before and a line for after", () => {
    expect(toMermaid(chart("New prospects"))).toMatchInlineSnapshot(`
      "\`\`\`mermaid
      xychart-beta
        title "New prospects"
        x-axis ["Jan 2027", "Feb"]
        y-axis "prospects"
        bar [10.12, 0]
        line [12, 0]
      \`\`\`"
    `);
  });

  test("is left out where bars stand on each other", () => {
    const { bars, ...rest } = chart("Two");
    expect(toMermaid({ ...rest, bars: [...bars, ...bars] })).toBeUndefined();
  });

  test("is a fence of its own whatever a plan's titles say", () => {
    const signs = fc.string({
      unit: fc.constantFrom(..."`\"'\\<>#;%{}[]\n\r@x "),
      maxLength: 30,
    });
    fc.assert(
      fc.property(signs, (title) => {
        const lines = toMarkdown([chart(title)])
          .trimEnd()
          .split("\n");
        expect(lines).toHaveLength(8);
        expect(lines[2]).toMatch(/^ {2}title "[^"`\\<>#;]*"$/);
        expect(lines.filter((line) => line.includes("```"))).toEqual(["```mermaid", "```"]);
      }),
    );
  });
});
