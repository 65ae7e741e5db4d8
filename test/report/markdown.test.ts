import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escapeMarkdown, toMarkdown } from "../../report/markdown.ts";

/** Reports as GitHub Markdown: what a plan says is shown as it is, and notifies nobody. `·` stands for a zero-width space. */

const shown = (text: string): string => escapeMarkdown(text).replaceAll("\u200B", "·");

describe("text from a plan", () => {
  test.each([
    ["mentions nobody", "ask @everyone and @acme/sales", "ask @·everyone and @·acme/sales"],
    ["is no reference", "#1, acme/plan#12 and GH-7", "\\#·1, acme/plan\\#·12 and GH-·7"],
    ["is no cell of a table", "a | b", "a \\| b"],
    ["is no code", "`rm -rf`", "\\`rm -rf\\`"],
    ["is no markup", "<script>alert(1)</script>", "&lt;script&gt;alert\\(1\\)&lt;/script&gt;"],
    ["is no entity", "&lt; &#60;", "&amp;lt; &amp;\\#·60;"],
    ["is no link", "[pay](https://evil.example)", "\\[pay\\]\\(https:·//evil.example\\)"],
    [
      "is no address",
      "https://evil.example www.evil.example",
      "https:·//evil.example www·.evil.example",
    ],
    ["is no e-mail address", "dana@example.com", "dana@·example.com"],
    ["is no image", "![x](y)", "\\!\\[x\\]\\(y\\)"],
    ["is no emphasis", "*a* _b_ **c** ~~d~~", "\\*a\\* \\_b\\_ \\*\\*c\\*\\* \\~\\~d\\~\\~"],
    ["is no heading", "# Plan", "\\# Plan"],
    ["is no list", "- one", "\\- one"],
    ["is no other list", "+ one", "\\+ one"],
    ["is no numbered list", "1. one", "1\\. one"],
    ["is no numbered list of another kind", "12) one", "12\\) one"],
    ["is no quote", "> said", "&gt; said"],
    ["is no line across", "---", "\\---"],
    ["is no underline", "===", "\\==="],
    ["is no code by indentation", "    code", "code"],
    ["is no mathematics", "$x$ costs $5", "\\$x\\$ costs \\$5"],
    ["is no picture by name", "done :tada:", "done :·tada:"],
    ["stays on its line", "one\r\ntwo\n\n# three", "one two  \\# three"],
    ["shows a backslash", "a\\b", "a\\\\b"],
    ["shows what cannot be seen", "a\u202Eb\u0007", "a\\\\u202eb\\\\u0007"],
    [
      "is otherwise left alone",
      "12.5 % of 1,200 – Größe: 10:30, C# & co.",
      "12.5 % of 1,200 – Größe: 10:30, C\\# &amp; co.",
    ],
  ])("%s", (_, text, escaped) => {
    expect(shown(text)).toBe(escaped);
  });

  test("has every sign of Markdown behind a backslash, whatever it says", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."`*_{}[]()|~!#$\\<>@&:/-+=.1aw \n"), maxLength: 20 }),
        (text) => {
          const escaped = escapeMarkdown(text);
          const bare = escaped.replaceAll(/\\[!-/:-@[-`{-~]/g, "");
          expect(bare).not.toMatch(/[`*_{}[\]()|~!$<>\\]|#(?!\d+;)/);
          const rendered = escaped.replaceAll(/\\([!-/:-@[-`{-~])/g, "$1");
          expect(rendered).not.toMatch(/@[a-z0-9]|#\d(?!\d*;)|:\/\//);
          expect(escaped).not.toMatch(/^(?:[-+=]|\d+\.(?:\s|$)|\s)/);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

test("a report has headings below the page's own, tables with aligned numbers, and findings as a list", () => {
  expect(
    toMarkdown([
      { kind: "heading", level: 1, text: "What the plan needs" },
      { kind: "heading", level: 3, text: "Marketing" },
      { kind: "text", text: "18 deals.", tone: "strong" },
      { kind: "list", items: ["Bring in 40.", "- twice"] },
      {
        kind: "table",
        caption: "Deals",
        columns: [
          { title: "Deals | won", numeric: false },
          { title: "Total", numeric: true },
        ],
        rows: [[{ text: "Expected", tone: "strong" }, "18"], ["  on the way"]],
        totals: [["Sum", "22"]],
      },
      {
        kind: "finding",
        severity: "error",
        rule: "document/unknown",
        place: "plans/a`b|c.json:1:1",
        message: "<b> is not known.",
        help: "Rename it.",
        related: ["x.json:1:1 (the other)"],
        excerpt: "1 | hidden",
      },
    ]),
  ).toBe(
    `## What the plan needs

#### Marketing

**18 deals.**

- Bring in 40.
- \\- twice

| Deals \\| won | Total |
| --- | --: |
| **Expected** | 18 |
| on the way |  |
| Sum | 22 |

- ❌ error \`document/unknown\` at \`plans/a'b|c.json:1:1\`: &lt;b&gt; is not known. Rename it. See x.json:1:1 \\(the other\\).
`,
  );
});
