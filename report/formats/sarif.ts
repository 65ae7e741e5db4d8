import { type SilencedFinding } from "../../core/check/index.ts";
import { type Finding, type RelatedPlace, type Severity } from "../../core/finding.ts";
import { visible } from "../visible.ts";
import { findRule, ruleHelp } from "./catalogue.ts";
import { type FolderFindings, sortedOnce } from "./checked-rules.ts";

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

function result(
  finding: Finding,
  ruleIndex: number,
  exception?: SilencedFinding["exception"],
): object {
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: levels[finding.severity],
    message: { text: visible(`${finding.message} ${finding.help}`.trim()) },
    locations: [{ physicalLocation: physical(finding) }],
    ...(finding.related.length === 0
      ? {}
      : {
          relatedLocations: finding.related.map((each, id) => ({
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

/** The findings as one run of SARIF; ends with a line feed. Columns count UTF-16 code units from 1. */
export function toSarif(folders: readonly FolderFindings[], version: string): string {
  const results: readonly {
    readonly finding: Finding;
    readonly exception?: SilencedFinding["exception"];
  }[] = folders.flatMap(({ findings, silenced }) => [
    ...findings.map((finding) => ({ finding })),
    ...silenced,
  ]);
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
        originalUriBaseIds: {
          ROOT: { description: { text: "The folder in which jointplan was called." } },
        },
        columnKind: "utf16CodeUnits",
        results: results.map(({ finding, exception }) =>
          result(finding, indices.get(finding.rule) ?? -1, exception),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}
