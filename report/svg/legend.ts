import type { ChartSeries } from "../block.ts";
import { html, type Markup } from "./markup.ts";
import { fitted, textWidth } from "./text-width.ts";

const rowHeight = 20;
const swatch = 14;

/** The legend of a chart: what each mark means, in as many rows as it takes. */
export function legend(
  entries: readonly { readonly series: ChartSeries; readonly line: boolean }[],
  width: number,
  fontSize: number,
): { readonly height: number; readonly markup: Markup } {
  let x = 0;
  let row = 0;
  const items = entries.map(({ series, line }) => {
    const text = fitted(series.title, width - swatch - 8, fontSize);
    const length = swatch + 6 + textWidth(text, fontSize);
    if (x > 0 && x + length > width) {
      x = 0;
      row += 1;
    }
    const y = row * rowHeight + 10;
    const mark = line
      ? html`<line class="line ${series.tone}" x1="${x}" x2="${x + swatch}" y1="${y}" y2="${y}" />`
      : html`<rect class="bar ${series.tone}" x="${x + 1}" y="${y - 5}" width="${swatch - 3}" height="10" />`;
    const item = html`${mark}<text class="legend" x="${x + swatch + 5}" y="${y + 4}">${text}</text>`;
    x += length + 16;
    return item;
  });
  return { height: entries.length === 0 ? 0 : (row + 1) * rowHeight, markup: html`${items}` };
}
