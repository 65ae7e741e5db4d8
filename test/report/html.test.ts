import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block, Report } from "../../report/block.ts";
import { blockHtml, toHtml, toHtmlDocument } from "../../report/html.ts";
import { clipped, escapeHtml, html } from "../../report/svg/markup.ts";
import { hostileTexts, unescapedIn } from "./html-hostile.ts";

/** One block of every kind with `text` wherever text can stand. */
const everywhere = (text: string): Report => [
  { kind: "heading", level: 1, text },
  { kind: "heading", level: 2, text },
  { kind: "heading", level: 3, text },
  { kind: "text", text },
  { kind: "text", text, tone: "bad" },
  { kind: "list", items: [text] },
  {
    kind: "table",
    caption: text,
    columns: [
      { title: text, numeric: false },
      { title: text, numeric: true },
    ],
    rows: [[text, { text, tone: "good" }]],
    totals: [[text, text]],
  },
  {
    kind: "chart",
    title: text,
    description: text,
    unit: text,
    months: ["2027-01"],
    bars: [{ title: text, values: [1], tone: "required" }],
    lines: [{ title: text, values: [1], tone: "target" }],
  },
  {
    kind: "finding",
    severity: "error",
    rule: text,
    place: text,
    message: text,
    help: text,
    related: [text],
    excerpt: text,
  },
];

const tags = (markup: string): number => markup.match(/<[a-z/]/g)?.length ?? 0;

const finding = (severity: "error" | "warning" | "info"): string =>
  toHtml([
    {
      kind: "finding",
      severity,
      rule: "a/b",
      place: "f.json:1:2",
      message: "m",
      help: "h",
      related: [],
      excerpt: undefined,
    },
  ]);

const firstHeadings = (report: Report): number =>
  toHtmlDocument(report, "T").match(/<h1/g)?.length ?? 0;

describe("escapeHtml", () => {
  test("makes markup and quotes harmless", () => {
    expect(escapeHtml(`<a href="x" id='y'>&`)).toBe(
      "&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;",
    );
  });

  test("shows characters that turn the reading direction, and keeps letters and marks of any script", () => {
    expect(escapeHtml("a\u202Eb\u2066c")).toBe("a[U+202E]b[U+2066]c");
    expect(escapeHtml("שלום\u200F 東京 👩\u200D💻")).toBe("שלום\u200F 東京 👩\u200D💻");
  });

  test("replaces what no document may hold", () => {
    expect(escapeHtml("a\u0000b\uD800c\u0085\uFFFEd\te\n")).toBe(
      "a\uFFFDb\uFFFDc\uFFFD\uFFFDd\te\n",
    );
  });
});

describe("toHtml", () => {
  test.each(hostileTexts)("lets no text out of its place: %s", (_, text) => {
    expect(unescapedIn(toHtml(everywhere(text)))).toEqual([]);
  });

  test("keeps its elements in balance for any text", () => {
    const expected = tags(toHtml(everywhere("plain")));
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 12 }), (text) => {
        const markup = toHtml(everywhere(`x${text}`));
        expect(tags(markup)).toBe(expected);
        expect(unescapedIn(markup)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test("gives a table a caption, scoped headings, aligned numbers and its own scrolling", () => {
    const table: Block = {
      kind: "table",
      caption: "Per segment",
      columns: [
        { title: "Segment", numeric: false },
        { title: "Prospects", numeric: true },
      ],
      rows: [["Small", "428"]],
      totals: [["All", "428"]],
    };
    expect(blockHtml(table).markup).toMatchInlineSnapshot(
      `"<div class="scroll" role="region" aria-label="Per segment" tabindex="0"><table><caption>Per segment</caption><thead><tr><th scope="col">Segment</th><th scope="col" class="number">Prospects</th></tr></thead><tbody><tr><th scope="row">Small</th><td class="number">428</td></tr></tbody><tfoot><tr><th scope="row">All</th><td class="number">428</td></tr></tfoot></table></div>"`,
    );
  });

  test("says how much a finding weighs in a word and a sign", () => {
    expect(finding("error")).toContain('<span class="icon" aria-hidden="true">✕</span>Error.');
    expect(finding("warning")).toContain('<span class="icon" aria-hidden="true">▲</span>Warning.');
    expect(finding("info")).toContain('<span class="icon" aria-hidden="true">i</span>Note.');
  });

  test("says a tone in a word for those who do not see its sign", () => {
    expect(toHtml([{ kind: "text", text: "none", tone: "good" }])).toContain(
      '<span class="hidden">good: </span>none',
    );
  });

  test("draws a chart for wide and for narrow places in one figure", () => {
    const markup = toHtml(everywhere("x").filter(({ kind }) => kind === "chart"));
    expect(markup).toMatch(
      /^<figure><figcaption>x<\/figcaption><svg class="drawing chart wide".*<svg class="drawing chart narrow".*<\/figure>$/,
    );
  });

  test("renders an empty report as nothing", () => {
    expect(toHtml([])).toBe("");
  });
});

describe("toHtmlDocument", () => {
  test("is one self-contained document: no script, no request, no style attribute", () => {
    const document = toHtmlDocument(everywhere("x"), "Requirements");
    expect(document).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(document.match(/<style>/g)).toHaveLength(1);
    expect(document.replaceAll('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(
      /<script|<link|<img|@import|url\(|https?:|style=/,
    );
  });

  test("adds the title as a heading only when the report has none", () => {
    expect(firstHeadings([{ kind: "text", text: "a" }])).toBe(1);
    expect(firstHeadings([{ kind: "heading", level: 1, text: "a" }])).toBe(1);
  });
});

test("a template escapes text, keeps markup, and leaves out what is not there", () => {
  expect(
    html`<p class="${'"'}">${"<"}${html`<b>${1 / 3}</b>`}${undefined}${false}${["a", "&"]}</p>`
      .markup,
  ).toBe('<p class="&quot;">&lt;<b>0.33</b>a&amp;</p>');
});

test("a long name is clipped between characters", () => {
  expect(clipped("👍".repeat(10), 4)).toBe("👍👍👍…");
  expect(clipped("abc", 3)).toBe("abc");
});
