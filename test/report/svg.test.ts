import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { monthsFrom } from "../../core/calendar-date.ts";
import type { ChartBlock } from "../../report/block.ts";
import { axisNumber, monthLabels, valueScale } from "../../report/svg/axis.ts";
import { chartSvg } from "../../report/svg/chart.ts";
import { drawnFunnel, type FunnelStep } from "../../report/svg/funnel.ts";
import { sparkline } from "../../report/svg/sparkline.ts";
import { fitted, textWidth, wrapped } from "../../report/svg/text-width.ts";

const chart = (
  months: number,
  values: readonly number[],
  line?: readonly number[],
): ChartBlock => ({
  kind: "chart",
  title: "New prospects",
  description: "Month by month.",
  unit: "prospects",
  months: monthsFrom("2027-01", months),
  bars: [{ title: "Needed", values, tone: "required" }],
  lines: line === undefined ? [] : [{ title: "Wanted", values: line, tone: "target" }],
});

const numbersOf = (svg: string): readonly string[] =>
  [...svg.matchAll(/ (?:x|y|x1|x2|y1|y2|cx|cy|r|width|height)="([^"]*)"/g)].map(
    (each) => each[1] ?? "",
  );

describe("chartSvg", () => {
  test("names and describes the drawing for those who cannot see it", () => {
    const svg = chartSvg(chart(3, [1, 2, 3]), "wide");
    expect(svg).toMatch(
      /^<svg [^>]*role="img"[^>]*><title>New prospects<\/title><desc>Month by month\.<\/desc>/,
    );
    expect(svg).toContain("<title>March 2027, Needed: 3</title>");
  });

  test("stacks bars without a gap and up to their sum", () => {
    const block = {
      ...chart(1, [6]),
      bars: [
        { title: "Old", values: [4], tone: "opening" },
        { title: "New", values: [6], tone: "required" },
      ],
    } satisfies ChartBlock;
    const bars = [
      ...chartSvg(block, "wide").matchAll(
        /class="bar [^"]*" x="[^"]*" y="([^"]*)" width="[^"]*" height="([^"]*)"><title>/g,
      ),
    ];
    const [below, above] = bars.map((each) => ({ y: Number(each[1]), height: Number(each[2]) }));
    expect((above?.y ?? 0) + (above?.height ?? 0)).toBeCloseTo(below?.y ?? 0, 1);
    expect((above?.height ?? 0) / (below?.height ?? 1)).toBeCloseTo(1.5, 1);
  });

  test("says so when every month is 0", () => {
    expect(chartSvg(chart(12, Array(12).fill(0)), "wide")).toContain("0 in every month");
  });

  test("draws one month as one bar of a sensible width, with its line as a dot", () => {
    const svg = chartSvg(chart(1, [12], [14]), "wide");
    expect(svg).toMatch(/class="bar required"[^>]* width="56"/);
    expect(svg).toContain('class="dot target"');
  });

  test("keeps 36 months within the drawing and thins out the names of months", () => {
    const svg = chartSvg(chart(36, Array(36).fill(5)), "narrow");
    expect(svg.match(/class="bar required"/g)).toHaveLength(36 + 1);
    expect(svg.match(/text-anchor="middle"[^>]*>[A-Z]/g)?.length).toBeLessThan(12);
    expect(svg).toContain(">Jan 28<");
  });

  test("puts the number above each bar only where all of them fit", () => {
    expect(chartSvg(chart(12, Array(12).fill(428)), "wide")).toContain('class="value"');
    expect(chartSvg(chart(36, Array(36).fill(428)), "wide")).not.toContain('class="value"');
  });

  test("leaves a gap in a line where there is no number", () => {
    const path = /class="line target" fill="none" d="([^"]*)"/.exec(
      chartSvg(chart(4, [1, 1, 1, 1], [1, 2, Number.NaN, 2]), "wide"),
    );
    expect(path?.[1]?.match(/M/g)).toHaveLength(2);
  });

  test("writes finite numbers only, whatever the values are", () => {
    const value = fc.oneof(
      fc.double(),
      fc.constantFrom(Number.NaN, Infinity, -Infinity, 0, -0, 5e-324, 1e300, Number.MAX_VALUE),
    );
    fc.assert(
      fc.property(
        fc.array(value, { maxLength: 40 }),
        fc.array(value, { maxLength: 40 }),
        fc.constantFrom("wide", "narrow"),
        (values, line, size) => {
          const svg = chartSvg(chart(values.length, values, line), size);
          expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
          for (const each of numbersOf(svg)) expect(Number.isFinite(Number(each))).toBe(true);
          expect(svg).not.toMatch(/ (?:width|height|r)="-/);
        },
      ),
      { numRuns: 200 },
    );
  });

  test("asks for nothing and carries no style of its own", () => {
    const svg = chartSvg(chart(2, [1, 2]), "wide");
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(
      /https?:|href|url\(|style=/,
    );
  });
});

describe("the axis", () => {
  test.each([
    [0, "0"],
    [0.05, "0.05"],
    [0.001, "< 0.01"],
    [428, "428"],
    [9_999, "9,999"],
    [12_500, "12.5 k"],
    [3e6, "3 M"],
    [2e9, "2 bn"],
    [5e18, "5 × 10^18"],
  ])("reads %d as %s", (value, text) => {
    expect(axisNumber(value)).toBe(text);
  });

  test("has few ticks, whole ones where deals are whole", () => {
    expect(valueScale(3, [100, 0]).ticks).toEqual([0, 1, 2, 3]);
    expect(valueScale(568, [100, 0]).ticks).toEqual([0, 200, 400, 600]);
    expect(valueScale(0, [100, 0]).ticks).toEqual([0]);
  });

  test("names whole quarters where there is no room for every month", () => {
    const labels = monthLabels(monthsFrom("2027-01", 12), 15, 40);
    expect(labels.filter((label) => label !== undefined)).toEqual(["Jan 27", "Apr", "Jul", "Oct"]);
  });
});

const step = (value: number, title = "Aware"): FunnelStep => ({
  title,
  value,
  text: String(value),
  tone: "required",
  next: { conversion: "28 %", time: "16 days" },
});

describe("drawnFunnel", () => {
  const words = { title: "The way to the sale", description: "Aware: 100." };

  test("draws circles whose areas are as the numbers", () => {
    const radii = [
      ...drawnFunnel([step(400), step(100)], words).markup.matchAll(/ r="([^"]*)"/g),
    ].map((each) => Number(each[1]));
    expect((radii[0] ?? 0) / (radii[1] ?? 1)).toBeCloseTo(2, 2);
  });

  test("has a wide and a narrow form, and one form alone for many stages", () => {
    expect(drawnFunnel([step(2), step(1)], words).markup.match(/<svg/g)).toHaveLength(2);
    expect(drawnFunnel(Array(12).fill(step(1)), words).markup.match(/<svg/g)).toHaveLength(1);
    expect(drawnFunnel([], words).markup).toBe("");
  });

  test("stands any number and any title", () => {
    const markup = drawnFunnel(
      [step(Number.NaN, "W".repeat(10_000)), step(Infinity, "<b>"), step(0), step(-4)],
      words,
    ).markup;
    for (const each of numbersOf(markup)) expect(Number.isFinite(Number(each))).toBe(true);
    expect(markup.length).toBeLessThan(12_000);
    expect(markup).not.toContain("<b>");
  });
});

test("a sparkline is hidden from screen readers and stands any values", () => {
  for (const values of [[], [0, 0], [1], [Number.NaN, 2, -3], Array(36).fill(7)]) {
    const { markup } = sparkline(values, "required");
    expect(markup).toContain('aria-hidden="true"');
    expect(markup).not.toMatch(/NaN|Infinity/);
  }
});

describe("text within a width", () => {
  test("is cut with an ellipsis when it is too long", () => {
    const cut = fitted("W".repeat(10_000), 100, 12);
    expect(cut.endsWith("…")).toBe(true);
    expect(textWidth(cut, 12)).toBeLessThanOrEqual(100);
    expect(fitted("short", 100, 12)).toBe("short");
  });

  test("is wrapped at spaces, breaks words that are too long, and keeps to its lines", () => {
    expect(wrapped("Ready to talk", 50, 12, 4)).toEqual(["Ready", "to talk"]);
    expect(wrapped("x".repeat(10_000), 60, 12, 3)).toHaveLength(3);
    expect(wrapped("", 60, 12, 3)).toEqual([]);
  });
});
