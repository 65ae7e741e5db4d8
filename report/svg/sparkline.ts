import { max } from "d3-array";
import type { ChartSeries } from "../block.ts";
import { html, type Markup } from "./markup.ts";

const width = 96;
const height = 24;

/**
 * A small row of bars that stands beside a number. It repeats what a table says, so it is hidden from screen readers.
 */
export function sparkline(values: readonly number[], tone: ChartSeries["tone"]): Markup {
  const greatest = max(values.filter(Number.isFinite)) ?? 0;
  const step = width / Math.max(values.length, 1);
  const bars = values.map((value, index) => {
    const share = greatest > 0 && Number.isFinite(value) ? Math.max(value, 0) / greatest : 0;
    const tall = Math.max(share * (height - 2), 1);
    return html`<rect class="bar ${tone}" x="${index * step}" y="${height - tall}" width="${Math.max(step * 0.72, 0.5)}" height="${tall}" />`;
  });
  return html`<svg class="drawing sparkline" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true">${bars}</svg>`;
}
