import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TornadoBlock, TornadoRow } from "../../report/block.ts";
import { toCsv } from "../../report/formats/csv.ts";
import { toHtml } from "../../report/html.ts";
import { toMarkdown } from "../../report/markdown.ts";
import { drawnTornado } from "../../report/svg/tornado.ts";
import { toText } from "../../report/text.ts";
import { hostileTexts, unescapedIn } from "./html-hostile.ts";

const row = (title: string, worse: number, better: number): TornadoRow => ({
  title,
  range: "40 to 60 %",
  worse: { value: worse, text: String(worse) },
  better: { value: better, text: `+${better}` },
});

const tornado = (...rows: readonly TornadoRow[]): TornadoBlock => ({
  kind: "tornado",
  title: "Revenue when one number changes",
  description: "The strongest first.",
  unit: "EUR",
  rows,
});

const block = tornado(row("Late step", -200, 100), row("Early step", -20, 10));

/** Left edge and width of every bar, in the order of the rows. */
const barsOf = (svg: string): readonly (readonly [number, number])[] =>
  [...svg.matchAll(/<rect class="bar [a-z]+" x="([^"]*)" y="[^"]*" width="([^"]*)"/g)].map(
    (each) => [Number(each[1]), Number(each[2])] as const,
  );

describe("a tornado as text", () => {
  test("is a bar to each side of one line, as long as what is lost and gained", () => {
    expect(toText([block])).toBe(
      [
        "Revenue when one number changes (EUR):",
        `Late step   40 to 60 %  -200  ${"█".repeat(20)}│${"█".repeat(10)}${" ".repeat(10)}  +100`,
        `Early step  40 to 60 %   -20  ${" ".repeat(18)}██│█${" ".repeat(19)}  +10`,
        "",
      ].join("\n"),
    );
  });

  test("shows what hardly moves as the shortest bar, and what does not move as none", () => {
    const text = toText([
      tornado(row("Much", -1000, 1000), row("Little", -1, 1), row("Not", 0, 0)),
    ]);
    const bars = text.split("\n").map((line) => [...line].filter((each) => each === "█").length);
    expect(bars).toEqual([0, 40, 2, 0, 0]);
  });
});

describe("a tornado as a drawing", () => {
  test("names and describes itself for those who cannot see it", () => {
    expect(drawnTornado(block, "wide").markup).toMatch(
      /^<svg [^>]*role="img"[^>]*><title>Revenue when one number changes<\/title><desc>The strongest first\.<\/desc>/,
    );
  });

  test("has bars that meet in the middle, in proportion, within the drawing", () => {
    const amount = fc.integer({ min: 0, max: 1_000_000_000 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(amount, amount), { minLength: 1, maxLength: 15 }),
        (amounts) => {
          const rows = amounts.map(([worse, better]) => row("Step", -worse, better));
          const bars = barsOf(drawnTornado(tornado(...rows), "narrow").markup);
          expect(bars).toHaveLength(2 * rows.length);
          const reach = Math.max(1e-300, ...amounts.flat());
          const scale = Math.max(...bars.map(([, width]) => width)) / reach;
          for (const [index, [worse, better]] of amounts.entries()) {
            const [left, right] = [bars[2 * index], bars[2 * index + 1]];
            expect((left?.[0] ?? 0) + (left?.[1] ?? 0)).toBeCloseTo(right?.[0] ?? -1, 1);
            expect(Math.abs((left?.[1] ?? 0) - worse * scale)).toBeLessThan(0.02);
            expect(Math.abs((right?.[1] ?? 0) - better * scale)).toBeLessThan(0.02);
            expect(left?.[0]).toBeGreaterThanOrEqual(0);
            expect((right?.[0] ?? 0) + (right?.[1] ?? 0)).toBeLessThanOrEqual(340);
          }
        },
      ),
    );
  });

  test("draws nothing where nothing moves", () => {
    const svg = drawnTornado(tornado(row("Not", 0, 0)), "wide").markup;
    expect(barsOf(svg).map(([, width]) => width)).toEqual([0, 0]);
    expect(svg).not.toMatch(/NaN|Infinity/);
  });

  test.each(hostileTexts)("keeps %s a text", (_, text) => {
    expect(unescapedIn(toHtml([tornado(row(text, -2, 1))]))).toEqual([]);
  });
});

test("a tornado is a table where nothing is drawn", () => {
  expect(toMarkdown([block])).toBe(
    [
      "| What changes | From worse to better | Worse | Better |",
      "| --- | --: | --: | --: |",
      "| Late step | 40 to 60 % | \\-200 | \\+100 |",
      "| Early step | 40 to 60 % | \\-20 | \\+10 |",
      "",
    ].join("\n"),
  );
  expect(toCsv([block])).toBe(
    "What changes,From worse to better,Worse,Better\r\nLate step,40 to 60 %,-200,100\r\nEarly step,40 to 60 %,-20,10\r\n",
  );
});
