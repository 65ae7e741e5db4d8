import { sha256Hex } from "./digest.ts";

/** How much a finding weighs: an `error` stops a publish, a `warning` asks for a decision, an `info` explains. */
export type Severity = "error" | "warning" | "info";

/** RFC 6901 JSON Pointer into one document; the empty string is the whole document. */
export type Pointer = string;

/** A place in a text file. Line and column count from 1; columns count UTF-16 code units, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A stretch of a text file; `end` is exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A second place that a finding speaks of, for example the target that drives a volume. */
export interface RelatedPlace {
  readonly file: string;
  readonly pointer: Pointer;
  readonly range?: Range;
  readonly message: string;
}

/** A function of the company that a duty, a role or a finding belongs to. */
export type Team = "marketing" | "sales" | "success";

/**
 * One thing that an author should look at: a value, never an exception.
 *
 * `range` is absent only where there is no place to show (an empty folder).
 * `fingerprint` is stable across reformatting and changed numbers: it hashes the rule and the stable subject ids alone.
 */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly file: string;
  readonly pointer: Pointer;
  readonly range?: Range;
  readonly message: string;
  readonly help: string;
  readonly related: readonly RelatedPlace[];
  readonly teams: readonly Team[];
  readonly data: Readonly<Record<string, string>>;
  readonly fingerprint: string;
}

/** Findings in the order of {@link compareFindings}. */
export type Findings = readonly Finding[];

/** What a maker of findings states; the rest is derived. */
export interface FindingInput {
  readonly rule: string;
  readonly severity: Severity;
  readonly file: string;
  readonly pointer?: Pointer;
  readonly range?: Range | undefined;
  readonly message: string;
  readonly help: string;
  readonly related?: readonly RelatedPlace[];
  readonly teams?: readonly Team[];
  readonly data?: Readonly<Record<string, string>>;
  /** Stable ids of what the finding is about; defaults to file and pointer. */
  readonly subject?: string;
}

/** A finding with its defaults and its fingerprint (first 12 hex digits of SHA-256 over rule and subject). */
export function finding(input: FindingInput): Finding {
  const pointer = input.pointer ?? "";
  const subject = input.subject ?? `${input.file}#${pointer}`;
  return {
    rule: input.rule,
    severity: input.severity,
    file: input.file,
    pointer,
    ...(input.range === undefined ? {} : { range: input.range }),
    message: input.message,
    help: input.help,
    related: input.related ?? [],
    teams: input.teams ?? [],
    data: input.data ?? {},
    fingerprint: sha256Hex(`${input.rule}\n${subject}`).slice(0, 12),
  };
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The one order of findings: file, line, column, rule, then message; by code unit, so it is the same everywhere. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.file, b.file) ||
    (a.range?.start.line ?? 0) - (b.range?.start.line ?? 0) ||
    (a.range?.start.column ?? 0) - (b.range?.start.column ?? 0) ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message)
  );
}

/** True when nothing weighs `error`. */
export function passes(findings: Findings): boolean {
  return findings.every((each) => each.severity !== "error");
}
