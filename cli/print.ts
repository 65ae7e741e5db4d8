import { isAbsolute, relative, resolve } from "node:path";
import type { Finding } from "../core/finding.ts";
import { findingBlock } from "../report/findings.ts";
import { fittingMarkdown } from "../report/fitting-markdown.ts";
import type { FolderFindings } from "../report/formats/checked-rules.ts";
import { findingsCsv, toCsv } from "../report/formats/csv.ts";
import { toGithub } from "../report/formats/github.ts";
import { toJunit } from "../report/formats/junit.ts";
import { toSarif } from "../report/formats/sarif.ts";
import { toHtmlDocument } from "../report/html.ts";
import { toMarkdown } from "../report/markdown.ts";
import { toText } from "../report/text.ts";
import { type Answer, type Shell, UsageError } from "./command.ts";
import type { Format } from "./options.ts";
import { version } from "./version.ts";

type Place = Pick<Shell, "root" | "colour" | "environment">;

/** An answer in one of the formats; ends with a line feed unless it is empty. */
export function print(answer: Answer, format: Format, shell: Place): string {
  switch (format) {
    case "text":
      return answer.text ?? toText(answer.report, { colour: shell.colour });
    case "markdown":
      return answer.mostCharacters === undefined
        ? toMarkdown(answer.report)
        : fittingMarkdown(answer.report, answer.mostCharacters);
    case "html":
      return toHtmlDocument(answer.report, answer.title);
    case "json":
      return `${JSON.stringify(answer.body, undefined, 2)}\n`;
    case "csv":
      return answer.findings === undefined ? toCsv(answer.report) : tableOf(answer.findings);
    case "sarif":
      return toSarif(findingsFrom(answer, format, shell.root, shell), version);
    case "junit":
      return toJunit(findingsFrom(answer, format, shell.root, shell));
    case "github":
      return toGithub(findingsFrom(answer, format, workspaceOf(shell), shell));
    default:
      return format satisfies never;
  }
}

const tableOf = (folders: readonly FolderFindings[]): string =>
  findingsCsv(
    folders.flatMap(({ findings }) => findings.map((each) => findingBlock(each, () => undefined))),
  );

function findingsFrom(
  answer: Answer,
  format: Format,
  base: string,
  { root }: Place,
): readonly FolderFindings[] {
  if (answer.findings === undefined) {
    throw new UsageError(`This answer holds no findings, so it cannot be printed as ${format}.`);
  }
  return answer.findings.map((folder) => seenFrom(base, root, folder));
}

/** The top of the checkout on GitHub, from which annotations name their files; else where the command was called. */
function workspaceOf({ root, environment }: Place): string {
  const workspace = environment["GITHUB_WORKSPACE"] ?? "";
  if (!isAbsolute(workspace)) return root;
  const inside = relative(workspace, root);
  return inside === ".." || inside.startsWith("../") ? root : workspace;
}

/** Findings with their paths relative to a base, whichever way the caller named the folder. */
function seenFrom(base: string, root: string, given: FolderFindings): FolderFindings {
  const from = given.folder;
  const folder = relative(base, resolve(root, from)) || ".";
  const moved = (path: string): string =>
    !path.startsWith(`${from}/`)
      ? path
      : folder === "."
        ? path.slice(from.length + 1)
        : `${folder}${path.slice(from.length)}`;
  const said = (text: string): string => (isAbsolute(from) ? text.replaceAll(from, folder) : text);
  const movedFinding = (each: Finding): Finding => ({
    ...each,
    file: moved(each.file),
    message: said(each.message),
    help: said(each.help),
    related: each.related.map((place) => ({
      ...place,
      file: moved(place.file),
      message: said(place.message),
    })),
  });
  return {
    folder,
    findings: given.findings.map(movedFinding),
    silenced: given.silenced.map((each) => ({ ...each, finding: movedFinding(each.finding) })),
    documents: given.documents.map(moved),
    rulesRun: given.rulesRun,
  };
}

/**
 * Prints an answer to stdout or to the file that `--output` names. On GitHub Actions its findings become annotations
 * too, by way of stderr.
 */
export async function deliver(
  answer: Answer,
  format: Format,
  output: string | undefined,
  shell: Shell,
): Promise<void> {
  const text = print(answer, format, { ...shell, colour: shell.colour && output === undefined });
  if (output === undefined) shell.out(text);
  else await shell.writeFile(output, text);
  if (answer.findings === undefined || format === "github") return;
  if (shell.environment["GITHUB_ACTIONS"] !== "true") return;
  const annotations = print(answer, "github", shell);
  if (annotations !== "") shell.note(annotations.replace(/\n$/, ""));
}
