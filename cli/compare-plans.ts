import { changesBetween, findingsBetween } from "../core/change/index.ts";
import type { Findings } from "../core/finding.ts";
import { compare } from "../core/funnel/index.ts";
import { countText } from "../core/wording.ts";
import type { Block, Report } from "../report/block.ts";
import { checkBody } from "../report/body.ts";
import { type Compared, comparisonReport } from "../report/comparison.ts";
import { changesBody, comparisonBody } from "../report/comparison-body.ts";
import { checkReport } from "../report/findings.ts";
import type { Answer, Call } from "./command.ts";
import { checkedFolder, codeFor, type OpenedPlan } from "./plans.ts";

/**
 * Sets two opened plans side by side: what is different in the documents, what that asks of each function, and what the check finds in
 * the head that it does not find in the base. Documents that make no plan show their findings instead of numbers.
 */
export function comparePlans(
  call: Call,
  base: OpenedPlan,
  head: OpenedPlan,
  names: Compared,
): Answer {
  const changes =
    base.loaded === undefined || head.loaded === undefined
      ? undefined
      : changesBetween(base.loaded, head.loaded);
  const comparison =
    base.sound === undefined || head.sound === undefined
      ? undefined
      : compare(base.sound.check.funnel(), head.sound.check.funnel());
  return {
    title: names.title,
    report: [
      ...comparisonReport(names, changes, comparison),
      ...(base.sound === undefined ? checkReport([checkedFolder(base, call.asOf)]) : []),
      ...newFindings(call, base, head),
    ],
    body: {
      base: sideBody(base, call),
      head: sideBody(head, call),
      ...(changes === undefined ? {} : changesBody(changes)),
      ...(comparison === undefined ? {} : { difference: comparisonBody(comparison) }),
    },
    code: codeFor(call, [...base.findings, ...head.findings]),
  };
}

/** What the check says of the head and not of the base: of something else, or otherwise of the same; and what is gone. */
function newFindings(call: Call, base: OpenedPlan, head: OpenedPlan): Report {
  const { fresh, reworded, gone } = findingsBetween(base.findings, head.findings);
  const part = (text: string, findings: Findings): Report =>
    findings.length === 0
      ? []
      : [
          { kind: "heading", level: 2, text },
          // Its own heading would name the folder again, and its sentence would speak of the whole plan.
          ...checkReport([
            { ...checkedFolder(head, call.asOf), findings, silenced: [], notRun: [] },
          ]).filter(({ kind }) => kind === "finding"),
        ];
  const report = [
    ...part(
      base.sound === undefined
        ? "What the check finds now; before, it could not look for all of it"
        : "What the check finds that was not there before",
      fresh,
    ),
    ...part("What the check says otherwise now", reworded),
    ...(gone.length === 0 ? [] : [head.sound === undefined ? notLookedFor(gone) : noLonger(gone)]),
  ];
  return report.length === 0
    ? [{ kind: "text", tone: "quiet", text: "The check finds nothing new." }]
    : report;
}

const noLonger = (gone: Findings): Block => ({
  kind: "text",
  tone: "good",
  text: `No longer found: ${gone.map(({ message }) => message).join(" ")}`,
});

/** Where the documents make no plan nothing is computed, and no rule can say that something is over. */
const notLookedFor = (gone: Findings): Block => ({
  kind: "text",
  tone: "quiet",
  text: `Not computed: the documents make no plan as they would be, so there are no numbers to compare, and ${countText(gone.length, "finding")} of before could not be looked for again. Mend the error above first.`,
});

const sideBody = ({ folder, findings, sound }: OpenedPlan, { asOf }: Call): object =>
  checkBody(sound?.plan.id, folder, {
    asOf,
    findings,
    silenced: sound?.check.silenced ?? [],
    notRun: sound?.check.notRun ?? [],
  });
