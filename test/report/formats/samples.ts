import * as fc from "fast-check";
import { type FindingInput, finding } from "../../../core/finding.ts";
import type { FolderFindings } from "../../../report/formats/checked-rules.ts";

/** The folder of these plans. */
export const folder = "plans/über uns";
/** Words that try to break out of every form. */
const nasty = "a%b\r\n::error::c, d: <&\"'>]]>\u0007\u001B[31m\uD800 \u202E=1+1";

/** A finding, with what differs. */
export const one = (given: Partial<FindingInput> = {}): FolderFindings["findings"][number] =>
  finding({
    rule: "sla/volume-short",
    severity: "error",
    file: `${folder}/sla.json`,
    pointer: "/duties/0",
    range: { start: { line: 3, column: 5 }, end: { line: 3, column: 9 } },
    message: "It is short.",
    help: "Promise more.",
    ...given,
  });

/** A finding that both teams accept for a time. */
export const accepted: FolderFindings["silenced"][number] = {
  finding: one({ rule: "journey/rate-stale", severity: "warning", pointer: "/duties/2" }),
  exception: {
    id: "count-in-spring",
    rule: "journey/rate-stale",
    subject: "sla/duties/first-attempt",
    reason: nasty,
    approvedBy: ["mia", "@omar"],
    expires: "2027-04-01",
  },
};

/** Two plans with findings of every kind. */
export const mixed: readonly FolderFindings[] = [
  {
    folder,
    documents: [`${folder}/plan.json`, `${folder}/sla.json`],
    silenced: [accepted],
    rulesRun: ["goal/incomplete", "sla/volume-short"],
    findings: [
      one({
        teams: ["marketing"],
        data: { actual: "3" },
        related: [{ file: `${folder}/plan.json`, pointer: "/x", message: "the goal" }],
      }),
      one({ severity: "warning", message: nasty, help: nasty, pointer: "/duties/1" }),
      one({ rule: "journey/rate-stale", severity: "warning" }),
      one({ rule: "new/unlisted", severity: "info", range: undefined }),
    ],
  },
  {
    folder: "plans/broken",
    documents: ["plans/broken/plan.json"],
    silenced: [],
    rulesRun: [],
    findings: [one({ rule: "document/missing", file: "plans/broken/sla.json", range: undefined })],
  },
];
/** A plan in which nothing is found. */
export const nothing: readonly FolderFindings[] = [
  {
    folder,
    documents: [`${folder}/plan.json`],
    rulesRun: ["goal/incomplete"],
    silenced: [],
    findings: [],
  },
];

/** Whatever may be found. */
export const anyFinding = fc
  .record({
    rule: fc.constantFrom("sla/volume-short", "document/empty", "new/unlisted"),
    severity: fc.constantFrom("error" as const, "warning" as const, "info" as const),
    file: fc.string({ unit: "binary", minLength: 1 }).map((name) => `plans/${name}`),
    message: fc.string({ unit: "binary", minLength: 1 }),
    help: fc.string({ unit: "binary" }),
    range: fc.option(fc.constant({ start: { line: 1, column: 1 }, end: { line: 2, column: 1 } }), {
      nil: undefined,
    }),
  })
  .map(finding);
/** A plan with whatever may be found, some of it silenced. */
export const anyFolders = fc.array(anyFinding, { maxLength: 40 }).map((findings) => [
  {
    folder,
    documents: [],
    rulesRun: ["goal/incomplete"],
    findings,
    silenced: findings.slice(0, 5).map((found) => ({ ...accepted, finding: found })),
  },
]);
