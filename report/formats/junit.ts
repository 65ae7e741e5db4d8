import type { Finding, Findings } from "../../core/finding.ts";
import { placeText } from "../findings.ts";
import { visible } from "../visible.ts";
import { type FolderFindings, sortedOnce } from "./checked-rules.ts";

/** JUnit's XML, the form in which build servers take test results. It holds no time, so equal findings give equal bytes. */

/** What XML 1.0 has no way to write, not even as a reference. */
const notXml =
  // oxlint-disable-next-line no-control-regex -- these are what XML cannot hold.
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\p{Surrogate}\uFFFE\uFFFF]/gu;

/** Text as the content or an attribute of an XML element. */
export function escapeXml(text: string): string {
  return text
    .replaceAll(notXml, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

const attributes = (given: Readonly<Record<string, string | number>>): string =>
  Object.entries(given)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join("");

/** Lines of text as content: their line feeds stay, all else that cannot be seen is shown. */
const content = (lines: readonly string[]): string =>
  lines.map((line) => escapeXml(visible(line))).join("\n");

const told = (findings: Findings): readonly string[] =>
  findings.flatMap((each) => [
    `${placeText(each)} ${each.severity}: ${each.message}`,
    `  ${each.help}`,
    ...each.related.map((place) => `  See ${placeText(place)} (${place.message}).`),
  ]);

interface Case {
  readonly rule: string;
  readonly document: string;
  readonly errors: Findings;
  readonly others: Findings;
}

/** One case for each rule and document: those that ran over it, and those that found something in it. */
function casesOf({ findings, documents, rulesRun }: FolderFindings): readonly Case[] {
  const found = new Map<string, Finding[]>();
  for (const each of findings) {
    const key = `${each.file}\n${each.rule}`;
    const here = found.get(key);
    if (here === undefined) found.set(key, [each]);
    else here.push(each);
  }
  const ran = documents.flatMap((document) => rulesRun.map((rule) => `${document}\n${rule}`));
  return sortedOnce([...ran, ...found.keys()]).map((key) => {
    const here = found.get(key) ?? [];
    const end = key.lastIndexOf("\n");
    return {
      rule: key.slice(end + 1),
      document: key.slice(0, end),
      errors: here.filter((each) => each.severity === "error"),
      others: here.filter((each) => each.severity !== "error"),
    };
  });
}

function caseXml({ rule, document, errors, others }: Case): string {
  const [first] = errors;
  const open = `    <testcase${attributes({ name: rule, classname: visible(document), file: visible(document) })}`;
  if (first === undefined && others.length === 0) return `${open}/>`;
  const failure =
    first === undefined
      ? []
      : [
          `      <failure${attributes({ message: visible(first.message), type: "error" })}>${content(told(errors))}</failure>`,
        ];
  const output =
    others.length === 0 ? [] : [`      <system-out>${content(told(others))}</system-out>`];
  return [`${open}>`, ...failure, ...output, "    </testcase>"].join("\n");
}

const countsOf = (cases: readonly Case[]): Record<string, number> => ({
  tests: cases.length,
  failures: cases.filter((each) => each.errors.length > 0).length,
  errors: 0,
});

/** The findings as JUnit XML, a suite for each plan; ends with a line feed. Warnings and infos pass. */
export function toJunit(folders: readonly FolderFindings[]): string {
  const suites = folders.map((folder) => ({
    name: visible(folder.folder),
    cases: casesOf(folder),
  }));
  const all = suites.flatMap((suite) => suite.cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: "jointplan check", ...countsOf(all) })}>`,
    ...suites.flatMap(({ name, cases }) => [
      `  <testsuite${attributes({ name, ...countsOf(cases), skipped: 0 })}>`,
      ...cases.map(caseXml),
      "  </testsuite>",
    ]),
    "</testsuites>\n",
  ].join("\n");
}
