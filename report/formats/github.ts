import type { Finding, Severity } from "../../core/finding.ts";
import { cutText } from "../cut-text.ts";
import { totalsText } from "../findings.ts";
import { visible } from "../visible.ts";
import { type FolderFindings, heaviestFirst } from "./checked-rules.ts";

/**
 * Workflow commands of GitHub Actions, which become annotations of a pull request:
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands.
 * GitHub shows at most ten of each level for a step, and fifty for a job; one of the notices counts what is left out.
 */
const most: Readonly<Record<Severity, number>> = { error: 10, warning: 10, info: 9 };

const commands = { error: "error", warning: "warning", info: "notice" } as const;

/** A command's message: a raw line feed would end the command and let what follows begin another. */
export function escapeMessage(text: string): string {
  return text
    .replaceAll(/\p{Surrogate}/gu, "\uFFFD")
    .replaceAll("%", "%25")
    .replaceAll("\r", "%0D")
    .replaceAll("\n", "%0A");
}

/** A command's property, which a comma or a colon would end as well. */
export function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/**
 * GitHub takes 64 KB for an annotation. So many UTF-16 code units of its two parts, at most three bytes each, stay below
 * that.
 */
const longest = { message: 15_000, help: 5_000 };

function annotation(finding: Finding): string {
  const start = finding.range?.start;
  const properties = [
    `file=${escapeProperty(visible(finding.file))}`,
    ...(start === undefined ? [] : [`line=${start.line}`, `col=${start.column}`]),
    `title=${escapeProperty(visible(finding.rule))}`,
  ];
  const [said, help] = [visible(finding.message), visible(finding.help)];
  const message = `${cutText(said, longest.message)}\n${cutText(help, longest.help)}`.trim();
  return `::${commands[finding.severity]} ${properties.join(",")}::${escapeMessage(message)}\n`;
}

/** The findings as annotations, the heaviest first; empty when nothing was found, else it ends with a line feed. */
export function toGithub(folders: readonly FolderFindings[]): string {
  const findings = heaviestFirst(folders.flatMap((folder) => folder.findings));
  const left = { ...most };
  const shown: Finding[] = [];
  const hidden: Finding[] = [];
  for (const each of findings) {
    left[each.severity] -= 1;
    (left[each.severity] < 0 ? hidden : shown).push(each);
  }
  const rest =
    hidden.length === 0
      ? ""
      : `::notice title=jointplan::Not shown here: ${totalsText(hidden)}. GitHub shows few annotations a step; "jointplan check" shows all.\n`;
  return `${shown.map(annotation).join("")}${rest}`;
}
