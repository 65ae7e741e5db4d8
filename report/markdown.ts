import type { Block, Cell, FindingBlock, Report, TableBlock } from "./block.ts";
import { toMermaid } from "./mermaid.ts";
import { tornadoTable } from "./tornado.ts";
import { visible } from "./visible.ts";

/** The report as GitHub Markdown; ends with a line feed. Everything from a plan is escaped, and `@name` and `#1` never notify. */
export function toMarkdown(report: Report): string {
  const parts = report.flatMap((block) => {
    const text = blockMarkdown(block);
    return text === undefined ? [] : [text];
  });
  return parts.length === 0 ? "" : `${parts.join("\n\n")}\n`;
}

/** Text that Markdown shows as it is. A zero-width space breaks what GitHub would turn into a mention or a reference. */
export function escapeMarkdown(text: string): string {
  return visible(text)
    .trim()
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(/[\\`*_{}[\]()|~!#$]/g, (character) => `\\${character}`)
    .replace(/^(?=[-+=])/, "\\")
    .replace(/^(\d+)(?=\.(?:\s|$))/, "$1\\")
    .replaceAll(/[@#](?=\w)/g, (character) => `${character}\u200B`)
    .replaceAll(/\bGH-(?=\d)/gi, "$&\u200B")
    .replaceAll(/:(?=\/\/|[a-z][\w+-]*:)/gi, ":\u200B")
    .replaceAll(/\bwww\./gi, "www\u200B.")
    .replaceAll(commitName, "$1\u200B$2");
}

/** What GitHub may take for the name of a commit; numbers without a letter are left alone. */
const commitName = /\b(?=[0-9a-f]*[a-f])([0-9a-f])([0-9a-f]{6,39})\b/g;

function blockMarkdown(block: Block): string | undefined {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.level + 1)} ${escapeMarkdown(block.text)}`;
    case "text":
      return block.tone === "strong"
        ? `**${escapeMarkdown(block.text)}**`
        : escapeMarkdown(block.text);
    case "list":
      return block.items.length === 0
        ? undefined
        : block.items.map((item) => `- ${escapeMarkdown(item)}`).join("\n");
    case "table":
      return tableMarkdown(block);
    case "finding":
      return findingMarkdown(block);
    case "chart":
      return toMermaid(block);
    case "tornado":
      return tableMarkdown(tornadoTable(block));
    case "details":
      return `<details><summary>${inHtml(block.summary)}</summary>\n\n${toMarkdown(block.blocks)}\n</details>`;
    default:
      return block satisfies never;
  }
}

/** Text inside an HTML element, where a backslash would be shown; it notifies nobody either. */
const inHtml = (text: string): string =>
  visible(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(/[@#](?=\w)/g, (character) => `${character}\u200B`);

const cellText = (cell: Cell): string =>
  typeof cell === "string"
    ? escapeMarkdown(cell)
    : cell.tone === "strong"
      ? `**${escapeMarkdown(cell.text)}**`
      : escapeMarkdown(cell.text);

const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

function tableMarkdown(table: TableBlock): string {
  return [
    line(table.columns.map((column) => escapeMarkdown(column.title))),
    line(table.columns.map((column) => (column.numeric ? "--:" : "---"))),
    ...[...table.rows, ...(table.totals ?? [])].map((row) =>
      line(table.columns.map((_, index) => cellText(row[index] ?? ""))),
    ),
  ].join("\n");
}

const marks = { error: "❌ error", warning: "⚠️ warning", info: "ℹ️ info" } as const;

function findingMarkdown(block: FindingBlock): string {
  const related = block.related.map((each) => ` See ${escapeMarkdown(each)}.`).join("");
  return `- ${marks[block.severity]} \`${block.rule}\` at \`${visible(block.place).replaceAll("`", "'")}\`: ${escapeMarkdown(block.message)} ${escapeMarkdown(block.help)}${related}`;
}
