import { describe, expect, test } from "vitest";
import type { Change } from "../../core/change/index.ts";
import { compare, type FunnelAnswer, requireFunnel } from "../../core/funnel/index.ts";
import { comparisonReport } from "../../report/comparison.ts";
import { comparisonBody } from "../../report/comparison-body.ts";
import { toText } from "../../report/text.ts";
import { type Edit, planOf } from "../core/plan/edited.ts";

const names = { title: "What is different", base: "before", head: "after" };
const needs = (...edits: readonly Edit[]): FunnelAnswer =>
  requireFunnel(planOf(...edits), "2026-12-01");
const textOf = (base: FunnelAnswer, head: FunnelAnswer, changes: readonly Change[] = []): string =>
  toText(comparisonReport(names, changes, compare(base, head)), { colour: false });

describe("a comparison as a leader reads it", () => {
  test("says what each team must do more, and the tables add up to it", () => {
    const more: Edit = ["targets", '"2027-Q2": 180000', '"2027-Q2": 240000'];
    const text = textOf(needs(), needs(more));
    const [, difference] = /Marketing must bring (\d+) more new prospects/.exec(text) ?? [];
    expect(difference).toBeDefined();
    expect(text).toMatch(new RegExp(`^Small firms .*\\+${difference}\\b`, "m"));
    expect(text).toMatch(new RegExp(`^Noticing .*\\+${difference}$`, "m"));
  });

  test("says when only the months move", () => {
    const base = needs();
    const later: FunnelAnswer = {
      ...base,
      segments: base.segments.map((segment) => ({
        ...segment,
        stages: segment.stages.map((stage) => ({
          ...stage,
          fromOutside: stage.fromOutside.toReversed(),
        })),
      })),
    };
    expect(textOf(base, later)).toContain(
      "Marketing must bring as many new prospects (266 before and after), but in other months.",
    );
  });

  test("counts one as one", () => {
    const text = textOf(needs(), needs(["targets", "180000", "170000"]));
    expect(text).toMatch(/must lead 1 fewer prospect into Running/);
  });

  test("names segments, months and currencies that only one plan has", () => {
    const base = needs();
    const other: FunnelAnswer = {
      ...base,
      currency: "USD",
      months: [...base.months.slice(1), "2027-07"],
      segments: base.segments.map((each) => ({ ...each, segment: "big", title: "Big firms" })),
    };
    const text = textOf(base, other);
    expect(text).toContain("In the plan only after: July 2027.");
    expect(text).toContain("In the plan only before: January 2027.");
    expect(text).toContain("Revenue is not compared: it is in EUR before and in USD after.");
    expect(text).toMatch(/^- Big firms \(added\): Marketing must bring \d+ more/m);
    expect(text).toMatch(/^- Small firms \(removed\): Marketing must bring \d+ fewer/m);
    expect(text).not.toContain("New revenue expected");
  });

  test("shows fifty changes, counts the rest, and cuts long values", () => {
    const changes = Array.from(
      { length: 52 },
      (_, index): Change => ({
        document: "plan",
        path: `glossary/word-${index}`,
        kind: "added",
        after: "x".repeat(200),
      }),
    );
    const text = textOf(needs(), needs(), changes);
    expect(text).toContain("52 values in the documents are different:");
    expect(text).toContain("2 more differences not shown");
    expect(text).toContain("not there");
    expect(text).not.toContain("x".repeat(61));
  });
});

describe("a comparison for tools", () => {
  test("carries money whose difference is exact to the cent", () => {
    type Money = { base: string[]; head: string[]; difference: string[] };
    const body = comparisonBody(
      compare(needs(), needs(["journey", '"value": 0.25', '"value": 0.26'])),
    ) as { segments: { revenue: { new: Money } }[] };
    const cents = (text = "0"): number => Math.round(Number(text) * 100);
    const { base, head, difference } = body.segments[0]?.revenue.new ?? {
      base: [],
      head: [],
      difference: [],
    };
    expect(base.length).toBe(6);
    for (const [month, each] of difference.entries())
      expect(cents(each)).toBe(cents(head[month]) - cents(base[month]));
  });
});
