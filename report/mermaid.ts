import type { ChartBlock } from "./block.ts";
import { shortMonth } from "./number.ts";
import { visible } from "./visible.ts";

/** A label between quotation marks: nothing in it ends the label, the line or the fence around the diagram. */
const label = (text: string): string =>
  `"${visible(text)
    .replaceAll(/["`\\<>#;]/g, " ")
    .slice(0, 100)}"`;

const numbers = (values: readonly number[]): string =>
  `[${values.map((value) => Number(value.toFixed(2))).join(", ")}]`;

/**
 * A chart as a Mermaid diagram, which GitHub draws; undefined for bars that stand on each other, which Mermaid cannot draw.
 *
 * @see https://mermaid.js.org/syntax/xyChart.html
 */
export function toMermaid(chart: ChartBlock): string | undefined {
  if (chart.bars.length > 1) return undefined;
  const months = chart.months.map((month, index) => label(shortMonth(month, index === 0)));
  return [
    "```mermaid",
    "xychart-beta",
    `  title ${label(chart.title)}`,
    `  x-axis [${months.join(", ")}]`,
    `  y-axis ${label(chart.unit)}`,
    ...chart.bars.map(({ values }) => `  bar ${numbers(values)}`),
    ...chart.lines.map(({ values }) => `  line ${numbers(values)}`),
    "```",
  ].join("\n");
}
