import { scaleLinear } from "d3-scale";
import type { TornadoBlock } from "../block.ts";
import { reachOf, sidesOf } from "../tornado.ts";
import type { DrawingSize } from "./chart.ts";
import { html, type Markup } from "./markup.ts";
import { fitted, textWidth } from "./text-width.ts";

const sizes = { wide: { width: 600, font: 13 }, narrow: { width: 340, font: 12 } } as const;

/**
 * A tornado as an SVG element: for each number its name above its bar, to the left of the middle what is lost, to the
 * right what is gained, each with its amount. It carries classes, never styles.
 */
export function drawnTornado(block: TornadoBlock, size: DrawingSize): Markup {
  const { width, font } = sizes[size];
  const texts = block.rows.flatMap(({ worse, better }) => [worse.text, better.text]);
  const room = Math.max(0, ...texts.map((text) => textWidth(text, font))) * 1.1 + 6;
  const reach = reachOf(block.rows);
  const across = scaleLinear()
    .domain([-reach, reach])
    .range([room, width - room]);
  const middle = across(0);
  const [top, step, thick] = [30, font * 3.4, font * 1.1];
  const bottom = top + block.rows.length * step;
  const rows = block.rows.map((row, index) => {
    const y = top + index * step;
    const { left, right } = sidesOf(row);
    const [from, until] = [across(-left), across(right)];
    const name = fitted(`${row.title}, ${row.range}`, width, font);
    const bars = html`<rect class="bar short" x="${from}" y="${y + font + 2}" width="${middle - from}" height="${thick}" /><rect class="bar required" x="${middle}" y="${y + font + 2}" width="${until - middle}" height="${thick}" /><line class="base" x1="${middle}" x2="${middle}" y1="${y + font - 1}" y2="${y + font + thick + 5}" />`;
    const base = y + font * 2 + 2;
    return html`<text class="stage" x="0" y="${y + font - 3}">${name}</text>${bars}<text class="value" text-anchor="end" x="${from - 4}" y="${base}">${row.worse.text}</text><text class="value" x="${until + 4}" y="${base}">${row.better.text}</text>`;
  });
  return html`<svg class="drawing tornado ${size}" viewBox="0 0 ${width} ${bottom + 6}" role="img" xmlns="http://www.w3.org/2000/svg"><title>${block.title}</title><desc>${block.description}</desc><text class="unit" x="0" y="14">${fitted(block.unit, width, font)}</text>${rows}</svg>`;
}
