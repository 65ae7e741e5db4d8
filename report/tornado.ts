import type { TableBlock, TornadoBlock, TornadoRow } from "./block.ts";
import { visible } from "./visible.ts";

/** How long the longest bar to one side is, in characters. */
const longest = 20;

/** The greatest distance to either side; 1 when nothing moves. */
export function reachOf(rows: readonly TornadoRow[]): number {
  const distances = rows.flatMap(({ worse, better }) => [worse.value, better.value].map(Math.abs));
  return Math.max(0, ...distances.filter(Number.isFinite)) || 1;
}

/** How far a row reaches to the left and to the right, both from 0 up. */
export function sidesOf({ worse, better }: TornadoRow): {
  readonly left: number;
  readonly right: number;
} {
  const values = [worse.value, better.value].filter(Number.isFinite);
  return { left: Math.max(0, ...values.map((each) => -each)), right: Math.max(0, ...values) };
}

const padded = (text: string, width: number): string =>
  text + " ".repeat(Math.max(0, width - [...text].length));

const led = (text: string, width: number): string =>
  " ".repeat(Math.max(0, width - [...text].length)) + text;

/** The bars as text: to the left of the line what is lost, to the right what is gained. */
export function tornadoText(block: TornadoBlock): string {
  const { rows } = block;
  const reach = reachOf(rows);
  const widest = (textOf: (row: TornadoRow) => string): number =>
    Math.max(0, ...rows.map((row) => [...visible(textOf(row))].length));
  const titles = widest(({ title }) => title);
  const ranges = widest(({ range }) => range);
  const losses = widest(({ worse }) => worse.text);
  const bar = (length: number): string =>
    "█".repeat(length <= 0 ? 0 : Math.max(1, Math.round((length / reach) * longest)));
  const lines = rows.map((row) => {
    const { left, right } = sidesOf(row);
    return [
      padded(visible(row.title), titles),
      led(visible(row.range), ranges),
      led(visible(row.worse.text), losses),
      `${led(bar(left), longest)}│${padded(bar(right), longest)}`,
      visible(row.better.text),
    ].join("  ");
  });
  return [visible(`${block.title} (${block.unit}):`), ...lines].join("\n");
}

/** The same as a table, for renderings without drawings. */
export function tornadoTable({ title, rows }: TornadoBlock): TableBlock {
  return {
    kind: "table",
    caption: title,
    columns: [
      { title: "What changes", numeric: false },
      { title: "From worse to better", numeric: true },
      { title: "Worse", numeric: true },
      { title: "Better", numeric: true },
    ],
    rows: rows.map((row) => [row.title, row.range, row.worse, row.better]),
  };
}
