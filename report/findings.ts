import type { SilencedFinding } from "../core/check/index.ts";
import type { Finding, Findings, Severity } from "../core/finding.ts";
import { dateText, listText } from "../core/wording.ts";
import type { Block, FindingBlock, Report } from "./block.ts";
import { count } from "./number.ts";
import { visible } from "./visible.ts";

/** How many findings of each severity. */
export interface FindingTotals {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** Counts findings by severity. */
export function totalsOf(findings: Findings): FindingTotals {
  const of = (severity: Severity): number =>
    findings.filter((each) => each.severity === severity).length;
  return { errors: of("error"), warnings: of("warning"), infos: of("info") };
}

/** What was checked and found in one plan. */
export interface CheckedFolder {
  readonly folder: string;
  readonly title: string | undefined;
  readonly asOf: string;
  readonly findings: Findings;
  readonly silenced: readonly SilencedFinding[];
  readonly notRun: readonly string[];
  /** The lines of a file that a finding names, for its excerpt. */
  readonly linesOf: (file: string) => readonly string[] | undefined;
}

/** At most so many findings are shown; the rest are counted. */
export const mostShown = 100;

/** `file:line:column`, or the file alone where there is no place. */
export function placeText(finding: Pick<Finding, "file" | "range">): string {
  const start = finding.range?.start;
  return start === undefined ? finding.file : `${finding.file}:${start.line}:${start.column}`;
}

/** The findings of a check, plan by plan, and a last sentence that counts them. */
export function checkReport(folders: readonly CheckedFolder[]): Report {
  const blocks: Block[] = [];
  for (const folder of folders) {
    blocks.push({
      kind: "heading",
      level: 2,
      text: folder.title === undefined ? folder.folder : `${folder.title} (${folder.folder})`,
    });
    blocks.push({ kind: "text", text: sentence(folder) });
    for (const each of folder.findings.slice(0, mostShown))
      blocks.push(findingBlock(each, folder.linesOf));
    const hidden = folder.findings.length - mostShown;
    if (hidden > 0) {
      blocks.push({
        kind: "text",
        text: `${count(hidden, "more finding")} not shown; mend these first, or use --format json.`,
      });
    }
    if (folder.silenced.length > 0)
      blocks.push({ kind: "list", items: silencedLines(folder.silenced) });
    if (folder.notRun.length > 0) {
      blocks.push({
        kind: "text",
        tone: "quiet",
        text: `Not run, because they compare with another version: ${folder.notRun.join(", ")}.`,
      });
    }
  }
  return blocks;
}

/** What exceptions silence: a line for each exception, with what it silences, until when and why. */
export function silencedLines(silenced: readonly SilencedFinding[]): readonly string[] {
  const exceptions = [...new Set(silenced.map(({ exception }) => exception))];
  const lines = exceptions.slice(0, mostShown).map((exception) => {
    const found = silenced.filter((each) => each.exception === exception).length;
    return `${count(found, "finding")} of ${exception.rule} at ${exception.subject} ${found === 1 ? "is" : "are"} silenced until ${dateText(exception.expires)} by the exception "${exception.id}", agreed by ${listText(exception.approvedBy)}: ${exception.reason}`;
  });
  const more = exceptions.length - lines.length;
  return more > 0 ? [...lines, `${count(more, "more exception")} not shown.`] : lines;
}

function sentence({ findings, silenced, asOf }: CheckedFolder): string {
  const day = `As of ${asOf}`;
  const beside =
    silenced.length === 0 ? "" : `; ${count(silenced.length, "finding")} silenced by exceptions`;
  if (findings.length === 0) return `${day} the plan holds together: nothing found${beside}.`;
  const { errors, warnings, infos } = totalsOf(findings);
  if (errors > 0)
    return `${day} the plan does not hold together: ${totalsText(findings)}${beside}.`;
  if (warnings === 0) return `${day} the plan holds together: ${totalsText(findings)}${beside}.`;
  const more = infos === 0 ? "" : ` and ${count(infos, "info", "infos")}`;
  return `${day} the plan holds together, with ${count(warnings, "warning")} to look at${more}${beside}.`;
}

/** `2 errors, 1 warning and 1 info`; `nothing found` for none. */
export function totalsText(findings: Findings): string {
  const { errors, warnings, infos } = totalsOf(findings);
  const parts = [
    errors === 0 ? undefined : count(errors, "error"),
    warnings === 0 ? undefined : count(warnings, "warning"),
    infos === 0 ? undefined : count(infos, "info", "infos"),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? "nothing found" : listText(parts);
}

/** A finding as a block of a report. */
export function findingBlock(
  finding: Finding,
  linesOf: (file: string) => readonly string[] | undefined,
): FindingBlock {
  return {
    kind: "finding",
    severity: finding.severity,
    rule: finding.rule,
    place: placeText(finding),
    message: finding.message,
    help: finding.help,
    related: finding.related.map((each) => `${placeText(each)} (${each.message})`),
    excerpt: excerptOf(finding, linesOf(finding.file)),
  };
}

/** So many characters of a line are shown, and so many of them before the place. */
const widest = 100;
const widestBefore = 60;

/**
 * The line that a finding stands on, with a mark under its place; long lines are cut around it.
 *
 * A tab counts as one space and every character as one column, so marks are off under full-width letters.
 */
function excerptOf(finding: Finding, lines: readonly string[] | undefined): string | undefined {
  const range = finding.range;
  if (range === undefined) return undefined;
  const line = lines?.[range.start.line - 1];
  if (line === undefined || line.trim() === "") return undefined;
  const start = range.start.column - 1;
  const end = range.end.line === range.start.line ? range.end.column - 1 : line.length;
  const before = lastOf(line.slice(0, start).trimStart(), widestBefore);
  const marked = firstOf(line.slice(start, end), widest - before.length);
  const after = firstOf(line.slice(end), widest - before.length - marked.length);
  const [shownBefore, shown] = [visible(before.join("")), visible(marked.join(""))];
  const number = `${range.start.line} | `;
  const gap = " ".repeat(number.length + [...shownBefore].length);
  const marks = "^".repeat(Math.max(1, [...shown].length));
  return `${number}${shownBefore}${shown}${visible(after.join(""))}\n${gap}${marks}`;
}

/** The first characters of a text, never half a surrogate pair; the last of them is `…` when something was cut off. */
function firstOf(text: string, most: number): readonly string[] {
  const characters = Array.from(text.slice(0, 2 * most + 2));
  if (characters.length <= most) return characters;
  return most < 1 ? [] : [...characters.slice(0, most - 1), "…"];
}

/** The last characters of a text; the first of them is `…` when something was cut off. */
function lastOf(text: string, most: number): readonly string[] {
  const characters = Array.from(text.slice(-(2 * most + 2)));
  return characters.length <= most ? characters : ["…", ...characters.slice(1 - most)];
}
