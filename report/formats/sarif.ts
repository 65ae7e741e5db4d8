import type { SilencedFinding } from "../../core/check/index.ts";
import type { Finding, RelatedPlace, Severity } from "../../core/finding.ts";
import { count, whole } from "../number.ts";
import { visible } from "../visible.ts";
import { findRule, ruleHelp } from "./catalogue.ts";
import { type FolderFindings, heaviestFirst, sortedOnce } from "./checked-rules.ts";

/** SARIF 2.1.0, the form in which code scanning takes findings: https://docs.oasis-open.org/sarif/sarif/v2.1.0/. */

const schema =
  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

const levels = { error: "error", warning: "warning", info: "note" } as const satisfies Record<
  Severity,
  string
>;

/** A path as a relative URI reference; a lone surrogate, which no URI can hold, becomes U+FFFD. */
const uriOf = (path: string): string =>
  path
    .split("/")
    .map((part) => encodeURIComponent(part.replaceAll(/\p{Surrogate}/gu, "\uFFFD")))
    .join("/");

function physical(place: Pick<RelatedPlace, "file" | "range">): object {
  const { range } = place;
  return {
    artifactLocation: { uri: uriOf(place.file), uriBaseId: "ROOT" },
    ...(range === undefined
      ? {}
      : {
          region: {
            startLine: range.start.line,
            startColumn: range.start.column,
            endLine: range.end.line,
            endColumn: range.end.column,
          },
        }),
  };
}

function ruleObject(id: string): object {
  const rule = findRule(id);
  if (rule === undefined) return { id };
  const help = ruleHelp(rule);
  return {
    id,
    shortDescription: { text: rule.summary },
    help: {
      text: [rule.summary, ...help].join(" "),
      markdown: [`**${rule.summary}**`, ...help].join("\n\n"),
    },
    defaultConfiguration: { level: levels[rule.severity] },
    properties: { tags: [id.split("/")[0], ...rule.teams] },
  };
}

/** A silenced finding stays a result, so that code scanning shows what was accepted, and why. */
function suppression({ id, reason, approvedBy, expires }: SilencedFinding["exception"]): object {
  return {
    kind: "external",
    status: "accepted",
    justification: visible(
      `${reason} (exception "${id}", agreed by ${approvedBy.join(", ")}, until ${expires})`,
    ),
  };
}

/** What a result says; the standard takes no empty text, so blank words give way to the rule's name. */
const textOf = ({ message, help, rule }: Finding): string =>
  visible(`${message} ${help}`.trim()) || rule;

function resultObject(
  finding: Finding,
  ruleIndex: number,
  exception?: SilencedFinding["exception"],
): object {
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: levels[finding.severity],
    message: { text: textOf(finding) },
    locations: [{ physicalLocation: physical(finding) }],
    ...(finding.related.length === 0
      ? {}
      : {
          relatedLocations: finding.related.slice(0, most.places).map((each, id) => ({
            id,
            physicalLocation: physical(each),
            message: { text: visible(each.message) },
          })),
        }),
    ...(exception === undefined ? {} : { suppressions: [suppression(exception)] }),
    partialFingerprints: { "jointplan/v1": finding.fingerprint },
    properties: { pointer: finding.pointer, teams: finding.teams, data: finding.data },
  };
}

/**
 * What code scanning takes: it keeps 5,000 results of a run and 100 places of a result, and refuses files far over that.
 *
 * @see https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit
 */
const most = { results: 5_000, places: 100 };

interface Result {
  readonly finding: Finding;
  readonly exception?: SilencedFinding["exception"];
}

/** The heaviest results, what exceptions silence last; those that are kept stay in their order. */
function kept(results: readonly Result[]): readonly Result[] {
  const silenced = results.filter(({ exception }) => exception !== undefined);
  const counted = results.filter(({ exception }) => exception === undefined);
  const inOrder = [
    ...heaviestFirst(counted.map(({ finding }) => finding)),
    ...silenced.map(({ finding }) => finding),
  ];
  const chosen = new Set(inOrder.slice(0, most.results));
  return results.filter(({ finding }) => chosen.has(finding));
}

/** Says how many results are left out; nothing when none is. */
function leftOut(results: number): object {
  if (results === 0) return {};
  const text = `Not shown here: ${count(results, "result")}. Code scanning takes ${whole(most.results)}; "jointplan check" counts all.`;
  return {
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: [{ level: "note", message: { text } }],
      },
    ],
  };
}

/** The findings as one run of SARIF; ends with a line feed. Columns count UTF-16 code units from 1. */
export function toSarif(folders: readonly FolderFindings[], version: string): string {
  const all: readonly Result[] = folders.flatMap(({ findings, silenced }) => [
    ...findings.map((finding) => ({ finding })),
    ...silenced,
  ]);
  const results = all.length > most.results ? kept(all) : all;
  const ids = sortedOnce([
    ...folders.flatMap((folder) => folder.rulesRun),
    ...results.map(({ finding }) => finding.rule),
  ]);
  const indices = new Map(ids.map((id, index) => [id, index]));
  const log = {
    $schema: schema,
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "jointplan", version, rules: ids.map(ruleObject) } },
        ...leftOut(all.length - results.length),
        originalUriBaseIds: {
          ROOT: { description: { text: "The folder in which jointplan was called." } },
        },
        columnKind: "utf16CodeUnits",
        results: results.map(({ finding, exception }) =>
          resultObject(finding, indices.get(finding.rule) ?? -1, exception),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}
