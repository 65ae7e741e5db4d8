import type { Cell, FindingBlock, Report, TableBlock } from "../block.ts";
import { tornadoTable } from "../tornado.ts";
import { visible } from "../visible.ts";

/** CSV as RFC 4180 has it: commas, CR LF, quotes doubled within quotes. */

const isNumber = /^[-+]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?(?:e[-+]?\d+)?(?: ?[%kM])?$/;

/** A cell's text; what a spreadsheet would take for a formula gets an apostrophe before it, a number does not. */
export function csvCell(text: string): string {
  const shown = visible(text).replaceAll(/\p{Surrogate}/gu, "\uFFFD");
  const safe =
    /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/.test(shown) && !isNumber.test(shown)
      ? `'${shown}`
      : shown;
  return /[",]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A number as reports show it, thousands by comma, with its sign if it is a difference. */
const shownNumber = /^([-+−]?)(\d+|\d{1,3}(?:,\d{3})+)(\.\d+)?$/;

/**
 * A number as tools read it: a point before decimals, at most two of them, nothing between thousands; empty for the dash of a table. What is
 * no plain number, such as `12 days`, stays as it is shown.
 */
function rawNumber(cell: Cell | undefined): string {
  if (cell !== undefined && typeof cell !== "string" && cell.value !== undefined)
    return String(Math.round(cell.value * 100) / 100);
  const text = textOf(cell);
  if (text === "–") return "";
  const [, sign, whole = "", decimals = ""] = shownNumber.exec(text) ?? [];
  if (sign === undefined) return text;
  return `${sign === "" || sign === "+" ? "" : "-"}${whole.replaceAll(",", "")}${decimals}`;
}

const row = (cells: readonly string[]): string => `${cells.map(csvCell).join(",")}\r\n`;
const textOf = (cell: Cell | undefined): string =>
  cell === undefined ? "" : typeof cell === "string" ? cell : cell.text;

const rowsOf = (table: TableBlock): string =>
  [
    table.columns.map((column) => column.title),
    ...[...table.rows, ...(table.totals ?? [])].map((cells) =>
      table.columns.map(({ numeric }, index) =>
        numeric ? rawNumber(cells[index]) : textOf(cells[index]),
      ),
    ),
  ]
    .map(row)
    .join("");

/** Findings as a table. */
function findingsTable(findings: readonly FindingBlock[]): TableBlock {
  return {
    kind: "table",
    caption: "Findings",
    columns: ["Severity", "Rule", "Place", "Message", "Help"].map((title) => ({
      title,
      numeric: false,
    })),
    rows: findings.map((each) => [each.severity, each.rule, each.place, each.message, each.help]),
  };
}

interface Titled {
  readonly title: string;
  readonly table: TableBlock;
}

/** A report with what may be folded at its place. */
const unfolded = (report: Report): Report =>
  report.flatMap((block) => (block.kind === "details" ? unfolded(block.blocks) : [block]));

/** The tables of a report, named by the heading of their plan; findings that follow one another are one table. */
function tablesOf(report: Report): readonly Titled[] {
  const tables: Titled[] = [];
  let heading = "";
  let findings: FindingBlock[] = [];
  const add = (table: TableBlock): void => {
    tables.push({ title: heading === "" ? table.caption : `${heading}: ${table.caption}`, table });
  };
  const endFindings = (): void => {
    if (findings.length > 0) add(findingsTable(findings));
    findings = [];
  };
  for (const block of unfolded(report)) {
    if (block.kind === "finding") {
      findings.push(block);
      continue;
    }
    endFindings();
    if (block.kind === "heading" && block.level === 1) heading = block.text;
    if (block.kind === "table") add(block);
    if (block.kind === "tornado") add(tornadoTable(block));
  }
  endFindings();
  return tables;
}

/**
 * The tables of a report as CSV; everything else in it is left out. A single table stands by itself; several stand
 * under a line with their caption each, with an empty line between them.
 */
export function toCsv(report: Report): string {
  const tables = tablesOf(report);
  if (tables.length === 1) return tables.map(({ table }) => rowsOf(table)).join("");
  return tables.map(({ title, table }) => `${row([title])}${rowsOf(table)}`).join("\r\n");
}

/** Findings as one table of CSV; its heading stands there even when nothing was found. */
export function findingsCsv(findings: readonly FindingBlock[]): string {
  return rowsOf(findingsTable(findings));
}
