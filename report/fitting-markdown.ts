import type { Block, Report, TableBlock } from "./block.ts";
import { cutText } from "./cut-text.ts";
import { toMarkdown } from "./markdown.ts";

/** A comment on GitHub takes 65,536 characters; what else a tool puts around this one still fits. */
export const longestComment = 60_000;

const leftOut =
  "Left out here, because it is too long for this place; the command line shows all of it.";

/** A shorter form of a block, harder and harder; the block itself where it is short enough. */
type Shortening = (block: Block) => readonly Block[];

const note = (text: string): Block => ({ kind: "text", tone: "quiet", text });

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
      case "tornado":
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

/** Splits off what a report begins with: its title and its answer, in sentences and lists. */
function splitLead(report: Report): readonly [lead: Report, rest: Report] {
  const end = report.findIndex(
    ({ kind }, index) => index > 0 && kind !== "text" && kind !== "list",
  );
  return end < 0 ? [[], report] : [report.slice(0, end), report.slice(end)];
}

/** Shorter and shorter forms of a report of which the lead stays as it is. */
function* shorterForms(lead: Report, rest: Report): Generator<Report> {
  for (const [parts, characters] of [
    [20, 2000],
    [5, 800],
    [2, 300],
  ] as const) {
    const shorter = rest.flatMap(cut(parts, characters));
    yield [...lead, ...shorter];
    for (const blocks of [80, 40, 20, 10, 5, 2]) yield [...lead, ...first(shorter, blocks)];
  }
}

/** Shorter and shorter forms of a report; what it begins with gives way last. */
function* forms(report: Report): Generator<Report> {
  const details = report.filter(({ kind }) => kind === "details").length;
  for (let folded = 1; folded <= details; folded++) yield withoutDetails(report, folded);
  const [lead, rest] = splitLead(report);
  if (lead.length > 0) yield* shorterForms(lead, rest);
  yield* shorterForms([], report);
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

function fittingForm(part: Report, most: number): string {
  let text = "";
  for (const form of forms(part)) {
    text = toMarkdown(form);
    if (text.length <= most) return text;
  }
  return text.slice(0, most);
}

/**
 * The report as Markdown of at most `most` characters: details give way first, the last ones before the others, then rows and the
 * rest from the end, then its answer. Its title and its first sentence always stay; of several plans each keeps its own.
 *
 * @param most At least 2,000.
 */
export function fittingMarkdown(report: Report, most: number): string {
  const whole = toMarkdown(report);
  if (whole.length <= most) return whole;
  const parts = partsOf(report);
  const [only] = parts;
  // Of a single plan it is known that all of it is too long.
  if (parts.length === 1 && only !== undefined) return fittingForm(only, most);
  const share = Math.floor(most / parts.length) - 1;
  return parts
    .map((part) => {
      const text = toMarkdown(part);
      return text.length <= share ? text : fittingForm(part, share);
    })
    .join("\n");
}
