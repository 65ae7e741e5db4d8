import type { Block, Cell, FindingBlock, Report, TableBlock, Tone } from "./block.ts";
import { tornadoText } from "./tornado.ts";
import { visible } from "./visible.ts";

/** How text is painted; without one it is plain. */
export interface Paint {
  readonly colour: boolean;
}

const codes: Readonly<Record<Tone, string>> = {
  good: "32",
  warning: "33",
  bad: "31",
  quiet: "2",
  strong: "1",
};

/** The report as text for a terminal or a file; ends with a line feed. Charts are left out: their numbers stand in a table. */
export function toText(report: Report, paint: Paint = { colour: false }): string {
  const parts = report.flatMap((block) => {
    const text = blockText(block, paint);
    return text === undefined ? [] : [text];
  });
  return parts.length === 0 ? "" : `${parts.join("\n\n")}\n`;
}

const tinted = (text: string, tone: Tone | undefined, paint: Paint): string =>
  paint.colour && tone !== undefined && text !== ""
    ? `\u001B[${codes[tone]}m${text}\u001B[0m`
    : text;

function blockText(block: Block, paint: Paint): string | undefined {
  switch (block.kind) {
    case "heading": {
      const text = visible(block.text);
      const mark = block.level === 1 ? "=" : "-";
      return block.level === 3
        ? tinted(text, "strong", paint)
        : `${tinted(text, "strong", paint)}\n${mark.repeat(Math.min(100, [...text].length))}`;
    }
    case "text":
      return tinted(visible(block.text), block.tone, paint);
    case "list":
      return block.items.length === 0
        ? undefined
        : block.items.map((item) => `- ${visible(item)}`).join("\n");
    case "table":
      return tableText(block, paint);
    case "finding":
      return findingText(block, paint);
    case "chart":
      return undefined;
    case "tornado":
      return tornadoText(block);
    case "details":
      return toText(
        [{ kind: "heading", level: 2, text: block.summary }, ...block.blocks],
        paint,
      ).trimEnd();
    default:
      return block satisfies never;
  }
}

const textOf = (cell: Cell): string => visible(typeof cell === "string" ? cell : cell.text);
const toneOf = (cell: Cell): Tone | undefined => (typeof cell === "string" ? undefined : cell.tone);

function tableText(table: TableBlock, paint: Paint): string {
  const rows = [...table.rows, ...(table.totals ?? [])];
  const widths = table.columns.map((column, index) =>
    Math.max([...column.title].length, ...rows.map((row) => [...textOf(row[index] ?? "")].length)),
  );
  const line = (cells: readonly Cell[], heading: boolean): string =>
    table.columns
      .map((column, index) => {
        const cell = cells[index] ?? "";
        const text = textOf(cell);
        const gap = " ".repeat(Math.max(0, (widths[index] ?? 0) - [...text].length));
        const shown = tinted(text, heading ? "quiet" : toneOf(cell), paint);
        return column.numeric ? `${gap}${shown}` : `${shown}${gap}`;
      })
      .join("  ")
      .trimEnd();
  return [
    line(
      table.columns.map((column) => column.title),
      true,
    ),
    ...rows.map((row) => line(row, false)),
  ].join("\n");
}

const marks = { error: "✖ error", warning: "▲ warning", info: "· info" } as const;
const tones = { error: "bad", warning: "warning", info: "quiet" } as const;

function findingText(block: FindingBlock, paint: Paint): string {
  const head = `${visible(block.place)}  ${tinted(marks[block.severity], tones[block.severity], paint)}  ${block.rule}`;
  return [
    head,
    `  ${visible(block.message)}`,
    ...(block.excerpt === undefined
      ? []
      : [
          block.excerpt
            .split("\n")
            .map((line) => `    ${visible(line)}`)
            .join("\n"),
        ]),
    `  → ${visible(block.help)}`,
    ...block.related.map((each) => `  see ${visible(each)}`),
  ].join("\n");
}
