import type { Block, Report, TableBlock } from "./block.ts";
import { toMarkdown } from "./markdown.ts";

/** A comment on GitHub takes 65,536 characters; what else a tool puts around this one still fits. */
export const longestComment = 60_000;

const leftOut =
  "Left out here, because it is too long for this place; the command line shows all of it.";

/** A shorter form of a block, harder and harder; the block itself where it is short enough. */
type Shortening = (block: Block) => readonly Block[];

const note = (text: string): Block => ({ kind: "text", tone: "quiet", text });

const cutText = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;

function cutTable(table: TableBlock, most: number): readonly Block[] {
  if (table.rows.length <= most) return [table];
  return [
    { ...table, rows: table.rows.slice(0, most) },
    note(`${table.rows.length - most} more rows. ${leftOut}`),
  ];
}

/** Parts of a block at most so many, and its texts at most so long. */
const cut =
  (parts: number, characters: number): Shortening =>
  (block) => {
    switch (block.kind) {
      case "heading":
        return [{ ...block, text: cutText(block.text, characters) }];
      case "text":
        return [{ ...block, text: cutText(block.text, characters) }];
      case "list":
        return [
          { ...block, items: block.items.slice(0, parts).map((item) => cutText(item, characters)) },
          ...(block.items.length > parts ? [note(leftOut)] : []),
        ];
      case "table":
        return cutTable(block, parts);
      case "finding":
        return [
          {
            ...block,
            message: cutText(block.message, characters),
            help: cutText(block.help, characters),
            related: block.related.slice(0, 2).map((each) => cutText(each, characters)),
            excerpt: undefined,
          },
        ];
      case "details":
        return [{ ...block, blocks: [note(leftOut)] }];
      case "chart":
        return [];
      default:
        throw new Error("unreachable: a block of an unknown kind");
    }
  };

/** Only the first blocks of a report. */
const first = (report: Report, blocks: number): Report =>
  report.length <= blocks ? report : [...report.slice(0, blocks), note(leftOut)];

/** The report with its last `folded` details emptied. */
function withoutDetails(report: Report, folded: number): Report {
  let left = folded;
  return report
    .toReversed()
    .map((block): Block => {
      if (block.kind !== "details" || left === 0) return block;
      left -= 1;
      return { ...block, blocks: [note(leftOut)] };
    })
    .toReversed();
}

/** The report, then shorter and shorter forms of it. */
function* forms(report: Report): Generator<Report> {
  yield report;
  const details = report.filter(({ kind }) => kind === "details").length;
  for (let folded = 1; folded <= details; folded++) yield withoutDetails(report, folded);
  for (const [parts, characters] of [
    [20, 2000],
    [5, 800],
    [2, 300],
  ] as const) {
    const shorter = report.flatMap(cut(parts, characters));
    yield shorter;
    for (const blocks of [80, 40, 20, 10, 5, 2]) yield first(shorter, blocks);
  }
}

/** The parts of a report, each with its own first heading, such as one for each plan. */
function partsOf(report: Report): readonly Report[] {
  const parts: Block[][] = [];
  for (const block of report) {
    if (parts.length === 0 || (block.kind === "heading" && block.level === 1)) parts.push([]);
    parts.at(-1)?.push(block);
  }
  return parts;
}

function fittingPart(part: Report, most: number): string {
  let text = "";
  for (const form of forms(part)) {
    text = toMarkdown(form);
    if (text.length <= most) return text;
  }
  return text.slice(0, most);
}

/**
 * The report as Markdown of at most `most` characters: details give way first, the last ones before the others, then rows, then the
 * rest from the end. What it begins with, its title and its first sentence, always stays; of several plans each keeps its own.
 *
 * @param most At least 2,000.
 */
export function fittingMarkdown(report: Report, most: number): string {
  const whole = toMarkdown(report);
  if (whole.length <= most) return whole;
  const parts = partsOf(report);
  const share = Math.floor(most / parts.length) - 1;
  return parts.map((part) => fittingPart(part, share)).join("\n");
}
