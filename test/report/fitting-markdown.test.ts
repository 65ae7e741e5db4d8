import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block, Report } from "../../report/block.ts";
import { fittingMarkdown } from "../../report/fitting-markdown.ts";
import { toMarkdown } from "../../report/markdown.ts";

const verdict = "Marketing must bring 1,599 more new prospects.";

const table = (rows: number): Block => ({
  kind: "table",
  caption: "Rows",
  columns: [{ title: "Row", numeric: false }],
  rows: Array.from({ length: rows }, (_, index) => [`row ${index} ${"x".repeat(40)}`]),
});

const details = (summary: string, rows: number): Block => ({
  kind: "details",
  summary,
  blocks: [table(rows)],
});

const report = (...more: Report): Report => [
  { kind: "heading", level: 1, text: "Plan impact" },
  { kind: "text", tone: "strong", text: verdict },
  ...more,
];

describe("a report for a place that takes only so many characters", () => {
  test("that fits is left as it is", () => {
    const short = report(table(5), details("Proof", 5));
    expect(fittingMarkdown(short, 60_000)).toBe(toMarkdown(short));
  });

  test("gives up details first, the last ones before the others", () => {
    const text = fittingMarkdown(report(table(5), details("First", 20), details("Last", 80)), 3000);
    expect(text.length).toBeLessThanOrEqual(3000);
    expect(text.match(/row \d+/g)).toHaveLength(25);
    expect(text).toContain("<summary>Last</summary>");
    expect(text).toContain("Left out here");
  });

  test("then rows, which are counted", () => {
    const text = fittingMarkdown(report(table(2000), details("Proof", 5)), 5000);
    expect(text.length).toBeLessThanOrEqual(5000);
    expect(text).toContain(verdict);
    expect(text).toMatch(/[\d,]+ more rows\./);
  });

  test("and what it begins with, sentences and lists, only when nothing else is left", () => {
    const duties = Array.from({ length: 8 }, (_, duty) => `duty ${duty} ${"x".repeat(100)}`);
    const answer: Report = [
      { kind: "text", text: "Marketing:" },
      { kind: "list", items: duties },
      { kind: "text", text: "Sales:" },
      { kind: "list", items: duties },
    ];
    const rest = [...Array.from({ length: 40 }, () => table(50)), details("Proof", 500)];
    const text = fittingMarkdown(report(...answer, ...rest), 4000);
    expect(text.length).toBeLessThanOrEqual(4000);
    expect(text.match(/^- duty \d/gm)).toHaveLength(16);
    const tight = fittingMarkdown(report(...answer, ...rest), 2000);
    expect(tight.length).toBeLessThanOrEqual(2000);
    expect(tight).toContain("Sales:");
  });

  test("of several plans keeps the title and the first sentence of each", () => {
    const plans = Array.from({ length: 25 }, (_, plan) => [
      { kind: "heading", level: 1, text: `Plan ${plan}` } as const,
      { kind: "text", tone: "strong", text: `Verdict ${plan}.` } as const,
      table(200),
      details("Proof", 200),
    ]).flat();
    const text = fittingMarkdown(plans, 60_000);
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(text.match(/^\*\*Verdict \d+\.\*\*$/gm)).toHaveLength(25);
  });

  const words = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.constantFrom(
      "x".repeat(30_000),
      "|".repeat(9000),
      "@a ".repeat(4000),
      "\u{1F600}".repeat(5000),
    ),
  );
  const block: fc.Arbitrary<Block> = fc.oneof(
    words.map((text): Block => ({ kind: "text", text })),
    words.map((text): Block => ({ kind: "heading", level: 2, text })),
    fc.array(words, { maxLength: 40 }).map((items): Block => ({ kind: "list", items })),
    fc.integer({ min: 0, max: 500 }).map(table),
    fc.tuple(words, fc.integer({ min: 0, max: 500 })).map(([text, rows]) => details(text, rows)),
    words.map(
      (text): Block => ({
        kind: "finding",
        severity: "error",
        rule: "a/b",
        place: "plan.json:1:1",
        message: text,
        help: text,
        related: [text],
        excerpt: undefined,
      }),
    ),
  );

  test("always fits, and always begins with its title and its first sentence", () => {
    fc.assert(
      fc.property(
        fc.array(block, { maxLength: 60 }),
        fc.integer({ min: 2000, max: 70_000 }),
        (blocks, most) => {
          const text = fittingMarkdown(report(...blocks), most);
          expect(text.length).toBeLessThanOrEqual(most);
          expect(text.startsWith(`## Plan impact\n\n**${verdict}**\n`)).toBe(true);
          expect(text.match(/<details>/g) ?? []).toHaveLength(
            (text.match(/<\/details>/g) ?? []).length,
          );
        },
      ),
      { numRuns: 200 },
    );
  });
});
