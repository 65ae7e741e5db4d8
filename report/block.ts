import type { Severity } from "../core/finding.ts";

/** Text with a meaning that a rendering may show: plain, or weighed like a finding. A short form such as `1.25 M` brings its number. */
export type Cell =
  | string
  | { readonly text: string; readonly tone?: Tone; readonly value?: number };

/** How a word or number weighs. Every rendering shows it by words or signs too, never by colour alone. */
export type Tone = "good" | "warning" | "bad" | "quiet" | "strong";

/** A column: its heading, and whether it holds numbers (then it is aligned right). */
export interface Column {
  readonly title: string;
  readonly numeric: boolean;
}

/** A table: rows have one cell per column. A sentence stands before every table. */
export interface TableBlock {
  readonly kind: "table";
  /** Names the table for tools and screen readers. */
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Rows at the end that sum up. */
  readonly totals?: readonly (readonly Cell[])[];
}

/** Columns over months: stacked or plain bars and lines, drawn by html and svg, left out by text. */
export interface ChartBlock {
  readonly kind: "chart";
  readonly title: string;
  /** Said to those who cannot see the chart. */
  readonly description: string;
  readonly unit: string;
  readonly months: readonly string[];
  readonly bars: readonly ChartSeries[];
  readonly lines: readonly ChartSeries[];
}

/**
 * A bar for each of several numbers, the longest first: how far the result moves when the number changes for the worse
 * and for the better. Drawn by text, html and svg; a table elsewhere.
 */
export interface TornadoBlock {
  readonly kind: "tornado";
  readonly title: string;
  /** Said to those who cannot see the drawing. */
  readonly description: string;
  readonly unit: string;
  readonly rows: readonly TornadoRow[];
}

/** One number and how far the result moves with it, below 0 to the left; the texts are the same as they are read. */
export interface TornadoRow {
  readonly title: string;
  /** From which value to which the number changes. */
  readonly range: string;
  readonly worse: { readonly value: number; readonly text: string };
  readonly better: { readonly value: number; readonly text: string };
}

/** One series of a chart, shape `[month]`. */
export interface ChartSeries {
  readonly title: string;
  readonly values: readonly number[];
  readonly tone: "required" | "opening" | "target" | "short" | "plain";
}

/** A finding as reports show it. */
export interface FindingBlock {
  readonly kind: "finding";
  readonly severity: Severity;
  readonly rule: string;
  readonly place: string;
  readonly message: string;
  readonly help: string;
  readonly related: readonly string[];
  /** The line of the file with a mark under the place, for text. */
  readonly excerpt: string | undefined;
}

/** Proof and detail that a reader may leave folded; its parts stand below a line that says what they are. */
export interface DetailsBlock {
  readonly kind: "details";
  readonly summary: string;
  readonly blocks: Report;
}

/** One part of a report. */
export type Block =
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: "text"; readonly text: string; readonly tone?: Tone }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | TableBlock
  | ChartBlock
  | TornadoBlock
  | FindingBlock
  | DetailsBlock;

/** A report: blocks in reading order. Every format renders the same report. */
export type Report = readonly Block[];
