import { evaluateApprovals, policyOf } from "../../core/approval/index.ts";
import type { CalendarDate } from "../../core/calendar-date.ts";
import {
  type ChangePlaces,
  changePlaces,
  findingsBetween,
  judge,
  type WeighedChange,
} from "../../core/change/index.ts";
import type { Findings } from "../../core/finding.ts";
import { compare, type FunnelAnswer } from "../../core/funnel/index.ts";
import type { SoundPlan } from "../../core/plan/index.ts";
import type { Report } from "../block.ts";
import { findingsBody } from "../body.ts";
import { comparisonBody, mostChangesTold } from "../comparison-body.ts";
import { findingBlock } from "../findings.ts";
import { withoutPayAmounts } from "../findings-without-pay.ts";
import { withoutPay } from "./change-words.ts";
import type { ChangeLines } from "./detail.ts";
import { impactReport } from "./impact.ts";

/** A plan before or after a change, with what was computed and found of it. */
export interface ImpactSide {
  /** As a sentence names it: `commit 3c1d9aa4b2 (main)`. */
  readonly name: string;
  /** The version, where it was published. */
  readonly version: number | undefined;
  readonly plan: SoundPlan;
  readonly funnel: FunnelAnswer;
  readonly findings: Findings;
}

/** How an impact is told. */
export interface ImpactOptions {
  readonly asOf: CalendarDate;
  /** Whether amounts of pay are told; weights and measures always are. */
  readonly showPay: boolean;
  /** Who proposes the change; counts for the own team. */
  readonly author?: string;
  /** Said when the base's line went on after the change left it. */
  readonly baseMovedOn?: string;
  /** The lines of a file of the head, for excerpts. */
  readonly linesOf?: (file: string) => readonly string[] | undefined;
}

/** An impact as a report, and the same for tools. */
export interface ImpactAnswer {
  readonly report: Report;
  readonly body: object;
}

const lineOf = (place: ChangePlaces["base"]): string | undefined =>
  place === undefined ? undefined : `${place.file}:${place.range.start.line}`;

/** Where a change stands; a side that has nothing there has no line. */
function changeLines({ kind }: WeighedChange, { base, head }: ChangePlaces): ChangeLines {
  const before = kind === "added" ? undefined : lineOf(base);
  const after = kind === "removed" ? undefined : lineOf(head);
  return {
    ...(before === undefined ? {} : { base: before }),
    ...(after === undefined ? {} : { head: after }),
  };
}

const columnTitle = ({ version }: ImpactSide, title: string): string =>
  version === undefined ? title : `${title} (version ${version})`;

function changeBody(
  { before, after, ...change }: WeighedChange,
  lines: ChangeLines,
  showPay: boolean,
): object {
  if (!showPay && change.path.split("/").includes("payAtTarget"))
    return { ...change, hidden: true, lines };
  const seen = (value: unknown): unknown => (showPay ? value : withoutPay(value));
  return {
    ...change,
    ...(before === undefined ? {} : { before: seen(before) }),
    ...(after === undefined ? {} : { after: seen(after) }),
    lines,
  };
}

/** What a change of a plan asks of each function, from both plans as they were computed. */
export function impactAnswer(
  base: ImpactSide,
  head: ImpactSide,
  options: ImpactOptions,
): ImpactAnswer {
  const { asOf, showPay, author, baseMovedOn } = options;
  const judgement = judge(base, head);
  const comparison = compare(base.funnel, head.funnel);
  const told = (findings: Findings): Findings => (showPay ? findings : withoutPayAmounts(findings));
  const findings = findingsBetween(told(base.findings), told(head.findings));
  const linesOf = (change: WeighedChange): ChangeLines =>
    changeLines(change, changePlaces(change, base.plan, head.plan));
  const approvals = evaluateApprovals({
    policy: policyOf(base.plan.documents.approvals.value),
    changes: judgement.changes,
    reviews: [],
    ...(author === undefined ? {} : { author }),
  });
  const { report, verdict } = impactReport({
    base: { name: base.name, short: columnTitle(base, "Before"), plan: base.plan },
    head: { name: head.name, short: columnTitle(head, "After"), plan: head.plan },
    judgement,
    comparison,
    findings,
    asOf,
    linesOf,
    findingBlock: (each) => findingBlock(each, options.linesOf ?? (() => undefined)),
    approvals,
    showPay,
    ...(baseMovedOn === undefined ? {} : { baseMovedOn }),
  });
  const { changes, affects, sameMeaning } = judgement;
  return {
    report,
    body: {
      plan: head.plan.id,
      title: head.plan.title,
      asOf,
      verdict,
      ...(judgement.class === undefined ? {} : { class: judgement.class }),
      affects,
      sameMeaning,
      changesTotal: changes.length,
      changes: changes
        .slice(0, mostChangesTold)
        .map((each) => changeBody(each, linesOf(each), showPay)),
      findings: {
        fresh: findingsBody(findings.fresh),
        reworded: findingsBody(findings.reworded),
        gone: findingsBody(findings.gone),
      },
      difference: comparisonBody(comparison),
    },
  };
}
