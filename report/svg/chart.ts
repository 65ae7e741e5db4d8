import { max, sum } from "d3-array";
import { scaleBand } from "d3-scale";
import { line } from "d3-shape";
import { monthText } from "../../core/wording.ts";
import type { ChartBlock, ChartSeries } from "../block.ts";
import { axisNumber, monthLabels, valueScale } from "./axis.ts";
import { legend } from "./legend.ts";
import { html, type Markup } from "./markup.ts";
import { fitted, textWidth } from "./text-width.ts";

/** How wide a drawing is meant to be shown: across a column of a page, or on a phone. */
export type DrawingSize = "wide" | "narrow";

const sizes = {
  wide: { width: 600, plot: 190, font: 13 },
  narrow: { width: 340, plot: 180, font: 12 },
} as const;

/** A drawn amount: a finite number from 0 up; nothing that is too small or too great for a scale. */
const amount = (value: number | undefined): number =>
  value !== undefined && Number.isFinite(value) && value > 1e-9 ? Math.min(value, 1e30) : 0;

/**
 * A chart as an SVG element: bars stacked in their order, lines above them, over months.
 *
 * It carries classes, never styles: `drawingStylesheet` colours it for light, dark and print. Values below 0 and
 * values that are no numbers are drawn as 0; a line leaves a gap there.
 */
export function chartSvg(block: ChartBlock, size: DrawingSize): string {
  return drawnChart(block, size).markup;
}

/** The same as markup, to stand within a template. */
export function drawnChart(block: ChartBlock, size: DrawingSize): Markup {
  const { width, plot, font } = sizes[size];
  const { months } = block;
  const totals = months.map((_, month) => sum(block.bars, ({ values }) => amount(values[month])));
  const greatest =
    max([...totals, ...block.lines.flatMap(({ values }) => values.map(amount))]) ?? 0;
  const key = legend(
    [
      ...block.bars.map((series) => ({ series, line: false })),
      ...block.lines.map((series) => ({ series, line: true })),
    ],
    width,
    font,
  );
  const top = key.height + 36;
  const bottom = top + plot;
  const { scale, ticks } = valueScale(greatest, [bottom, top]);
  const left = 8 + Math.max(...ticks.map((tick) => textWidth(axisNumber(tick), font)));
  const band = scaleBand<number>()
    .domain(months.keys())
    .range([left, width - 2])
    .paddingInner(months.length > 24 ? 0.2 : 0.3)
    .paddingOuter(0.15);
  const thick = Math.min(band.bandwidth(), 56);
  const centre = (month: number): number => (band(month) ?? left) + band.bandwidth() / 2;

  const grid = ticks.map(
    (tick) =>
      html`<line class="${tick === 0 ? "base" : "grid"}" x1="${left}" x2="${width}" y1="${scale(tick)}" y2="${scale(tick)}" /><text class="tick" text-anchor="end" x="${left - 6}" y="${scale(tick) + 4}">${axisNumber(tick)}</text>`,
  );
  const names = monthLabels(months, band.step(), font * 3.4).map(
    (label, month) =>
      label !== undefined &&
      html`<text class="tick" text-anchor="middle" x="${within(centre(month), label, width, font)}" y="${bottom + font + 6}">${label}</text>`,
  );
  const floors = months.map(() => 0);
  const bars = block.bars.map((series) =>
    months.map((month, index) => {
      const value = amount(series.values[index]);
      if (value === 0) return undefined;
      const floor = floors[index] ?? 0;
      floors[index] = floor + value;
      const y = scale(floor + value);
      const height = Math.max(scale(floor) - y, 1);
      return html`<rect class="bar ${series.tone}" x="${centre(index) - thick / 2}" y="${y}" width="${thick}" height="${height}"><title>${said(month, series, value)}</title></rect>`;
    }),
  );
  const labels =
    block.lines.length === 0 ? barLabels(totals, band.step(), font, centre, scale) : [];
  const lines = block.lines.map((series) => drawnLine(series, months.length, centre, scale));
  const nothing =
    greatest === 0 &&
    html`<text class="nothing" text-anchor="middle" x="${(left + width) / 2}" y="${top + plot / 2}">0 in every month</text>`;
  return html`<svg class="drawing chart ${size}" viewBox="0 0 ${width} ${bottom + font + 14}" role="img" xmlns="http://www.w3.org/2000/svg"><title>${block.title}</title><desc>${block.description}</desc>${key.markup}<text class="unit" x="0" y="${top - 18}">${fitted(block.unit, width, font)}</text>${grid}${bars}${lines}${labels}${nothing}${names}</svg>`;
}

const said = (month: string, series: ChartSeries, value: number): string =>
  `${monthText(month)}, ${series.title}: ${axisNumber(value)}`;

/** The middle of a label, moved so that it stays within the drawing. */
function within(middle: number, label: string, width: number, font: number): number {
  return Math.min(middle, width - textWidth(label, font) / 2);
}

/** The number above each bar, where all of them fit. */
function barLabels(
  totals: readonly number[],
  step: number,
  font: number,
  centre: (month: number) => number,
  scale: (value: number) => number,
): readonly Markup[] {
  const texts = totals.map(axisNumber);
  if (texts.some((text) => textWidth(text, font) * 1.1 > step - 4)) return [];
  return texts.flatMap((text, month) =>
    amount(totals[month]) === 0
      ? []
      : [
          html`<text class="value" text-anchor="middle" x="${centre(month)}" y="${scale(totals[month] ?? 0) - 5}">${text}</text>`,
        ],
  );
}

/** A line with a dot for every month when there are few, so that one month alone is seen too. */
function drawnLine(
  series: ChartSeries,
  months: number,
  centre: (month: number) => number,
  scale: (value: number) => number,
): Markup {
  const values = series.values.slice(0, months);
  const path = line<number>()
    .defined((value) => Number.isFinite(value))
    .x((_, month) => centre(month))
    .y((value) => scale(amount(value)))
    .digits(1);
  const dots =
    months <= 14 &&
    values.map(
      (value, month) =>
        Number.isFinite(value) &&
        html`<circle class="dot ${series.tone}" cx="${centre(month)}" cy="${scale(amount(value))}" r="2.5" />`,
    );
  return html`<path class="line ${series.tone}" fill="none" d="${path(values) ?? ""}" />${dots}`;
}
