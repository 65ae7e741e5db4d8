import type { Severity } from "../core/finding.ts";
import type {
  Block,
  Cell,
  ChartBlock,
  Column,
  FindingBlock,
  Report,
  TableBlock,
  Tone,
} from "./block.ts";
import { blockStylesheet } from "./html-stylesheet.ts";
import { drawnChart } from "./svg/chart.ts";
import { clipped, html, type Markup, trusted } from "./svg/markup.ts";
import { colours, drawingStylesheet } from "./svg/stylesheet.ts";
import { drawnTornado } from "./svg/tornado.ts";

/** Everything that the markup of {@link toHtml} needs to look right: colours, blocks and drawings. */
export const htmlStylesheet = `${colours}${blockStylesheet}${drawingStylesheet}`;

const toneSigns: Readonly<
  Record<Tone, { readonly sign: string; readonly word: string } | undefined>
> = {
  good: { sign: "✓", word: "good" },
  warning: { sign: "▲", word: "caution" },
  bad: { sign: "✕", word: "bad" },
  quiet: undefined,
  strong: undefined,
};

const severityWords: Readonly<Record<Severity, { readonly sign: string; readonly word: string }>> =
  {
    error: { sign: "✕", word: "Error" },
    warning: { sign: "▲", word: "Warning" },
    info: { sign: "i", word: "Note" },
  };

/** A report as HTML elements in reading order, to stand in a page that has {@link htmlStylesheet}. */
export function toHtml(report: Report): string {
  return report.map((block) => blockHtml(block).markup).join("\n");
}

/**
 * A report as a whole HTML document: self-contained, no script, no request to anywhere.
 *
 * @param title Stands in the window's title, and as the heading unless the report begins with one.
 */
export function toHtmlDocument(report: Report, title: string): string {
  const first = report[0];
  const headed = first?.kind === "heading" && first.level === 1;
  const body = html`<main class="report">${headed ? undefined : html`<h1>${clipped(title, 500)}</h1>`}
${trusted(toHtml(report))}</main>`;
  return htmlDocument(title, `${htmlStylesheet}${reportStylesheet}`, body).markup;
}

const reportStylesheet = `
.report{max-width:64rem;margin:0 auto;padding:2.5rem 1.25rem 4rem;display:grid;gap:1rem;grid-template-columns:minmax(0,1fr)}
.report h1{font-size:1.9rem}.report h2{font-size:1.35rem;margin-top:1.5rem}.report h3{font-size:1.05rem;margin-top:.5rem}
.report>p,.report>ul{max-width:46rem}.report ul{padding-inline-start:1.2rem}.report figure{max-width:46rem}`;

/** The frame of every document: language, title, one inline stylesheet, nothing that is fetched or run. */
export function htmlDocument(title: string, stylesheet: string, body: Markup): Markup {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${clipped(title, 200)}</title>
<style>${trusted(stylesheet)}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

/** One block as markup. */
export function blockHtml(block: Block): Markup {
  switch (block.kind) {
    case "heading":
      return headingHtml(block.level, block.text);
    case "text":
      return html`<p>${block.tone === undefined ? block.text : toned(block.text, block.tone)}</p>`;
    case "list":
      return html`<ul>${block.items.map((item) => html`<li>${item}</li>`)}</ul>`;
    case "table":
      return tableHtml(block);
    case "chart":
      return chartHtml(block);
    case "tornado":
      return html`<figure><figcaption>${block.title}</figcaption>${drawnTornado(block, "wide")}${drawnTornado(block, "narrow")}</figure>`;
    case "finding":
      return findingHtml(block);
    case "details":
      return html`<details><summary>${block.summary}</summary>${block.blocks.map(blockHtml)}</details>`;
    default:
      throw new Error("unreachable: a block of an unknown kind");
  }
}

function headingHtml(level: 1 | 2 | 3, text: string): Markup {
  const shown = clipped(text, 500);
  if (level === 1) return html`<h1>${shown}</h1>`;
  return level === 2 ? html`<h2>${shown}</h2>` : html`<h3>${shown}</h3>`;
}

/** Text that weighs: with a sign, and a word for those who do not see it. */
export function toned(text: string, tone: Tone): Markup {
  const sign = toneSigns[tone];
  return html`<span class="tone ${tone}">${
    sign !== undefined &&
    html`<span class="icon" aria-hidden="true">${sign.sign}</span><span class="hidden">${sign.word}: </span>`
  }${text}</span>`;
}

const cellText = (cell: Cell): Markup =>
  typeof cell === "string"
    ? html`${cell}`
    : cell.tone === undefined
      ? html`${cell.text}`
      : toned(cell.text, cell.tone);

const aligned = (column: Column | undefined): Markup | undefined =>
  column?.numeric === true ? html` class="number"` : undefined;

/** A table that scrolls by itself when it is wider than its place; the first cell of a row names the row. */
export function tableHtml(table: TableBlock): Markup {
  const row = (cells: readonly Cell[]): Markup =>
    html`<tr>${cells.map((cell, index) =>
      index === 0
        ? html`<th scope="row"${aligned(table.columns[0])}>${cellText(cell)}</th>`
        : html`<td${aligned(table.columns[index])}>${cellText(cell)}</td>`,
    )}</tr>`;
  return html`<div class="scroll" role="region" aria-label="${table.caption}" tabindex="0"><table><caption>${table.caption}</caption><thead><tr>${table.columns.map((column) => html`<th scope="col"${aligned(column)}>${column.title}</th>`)}</tr></thead><tbody>${table.rows.map(row)}</tbody>${
    table.totals !== undefined &&
    table.totals.length > 0 &&
    html`<tfoot>${table.totals.map(row)}</tfoot>`
  }</table></div>`;
}

/** A chart as a figure: one drawing for wide places, one for phones; the stylesheet shows one of them. */
export function chartHtml(chart: ChartBlock): Markup {
  return html`<figure><figcaption>${chart.title}</figcaption>${drawnChart(chart, "wide")}${drawnChart(chart, "narrow")}</figure>`;
}

/** A finding: how much it weighs in a word and a sign, what is wrong, the way out, and where. */
export function findingHtml(finding: FindingBlock): Markup {
  const { sign, word } = severityWords[finding.severity];
  return html`<article class="finding ${finding.severity}"><p class="message"><span class="severity"><span class="icon" aria-hidden="true">${sign}</span>${word}.</span> ${finding.message}</p><p class="help">${finding.help}</p>${
    finding.excerpt !== undefined && html`<pre>${finding.excerpt}</pre>`
  }${
    finding.related.length > 0 &&
    html`<ul>${finding.related.map((each) => html`<li>${each}</li>`)}</ul>`
  }<p class="place">${finding.place} <span class="rule">· ${finding.rule}</span></p></article>`;
}
