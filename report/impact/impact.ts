import type { ApprovalAnswer } from "../../core/approval/index.ts";
import type { CalendarDate } from "../../core/calendar-date.ts";
import type { FindingsChange, Judgement, WeighedChange } from "../../core/change/index.ts";
import type { Findings } from "../../core/finding.ts";
import type { FunnelComparison } from "../../core/funnel/index.ts";
import type { SoundPlan } from "../../core/plan/index.ts";
import { countText, listText } from "../../core/wording.ts";
import { approvalBlocks } from "../approvals.ts";
import type { Block, FindingBlock, Report } from "../block.ts";
import { asksOf } from "./asks.ts";
import { type ToldChange, tellChanges } from "./change-words.ts";
import { type ChangeLines, changeDetails, methodDetails, monthDetails } from "./detail.ts";
import { effectBlocks } from "./effects.ts";
import { verdictOf } from "./verdict.ts";
import { carriedBetween } from "./workload-rows.ts";

/** A change of a plan that can be computed before and after it. */
export interface ImpactQuestion {
  /** How the two states are named, as in `commit 3c1d9aa4b2 (main)`; `short` heads a column. */
  readonly base: { readonly name: string; readonly short: string; readonly plan: SoundPlan };
  readonly head: { readonly name: string; readonly short: string; readonly plan: SoundPlan };
  readonly judgement: Judgement;
  readonly comparison: FunnelComparison;
  readonly findings: FindingsChange;
  readonly asOf: CalendarDate;
  readonly linesOf: (change: WeighedChange) => ChangeLines;
  readonly findingBlock: (finding: Findings[number]) => FindingBlock;
  /** Who must agree, by the rules of the base. */
  readonly approvals: ApprovalAnswer;
  readonly showPay: boolean;
  /** Said when the base's line went on after the change left it. */
  readonly baseMovedOn?: string;
}

const signs = { errors: "❌", warnings: "⚠️" } as const;

const severities = ["error", "warning"] as const;

/** `❌ 1 error · ⚠️ 2 warnings`, of what was not there before; `✅ nothing new found`. */
function found({ fresh }: FindingsChange): string {
  const parts = severities.flatMap((severity) => {
    const number = fresh.filter((each) => each.severity === severity).length;
    if (number === 0) return [];
    return [
      `${severity === "error" ? signs.errors : signs.warnings} ${countText(number, severity)}`,
    ];
  });
  return parts.length === 0 ? "✅ nothing new to mend" : parts.join(" · ");
}

const classWords = {
  major: "major change",
  minor: "minor change",
  editorial: "wording only",
} as const;

/** Every error is shown; of errors and warnings together at least so many, the other warnings are folded. */
const mostFindings = 3;

/** Errors, then warnings; what only informs is left to the check. */
const heaviest = (findings: Findings): Findings =>
  severities.flatMap((severity) => findings.filter((each) => each.severity === severity));

/** The rules that propose numbers, which follow from the rates and targets. */
const following: ReadonlySet<string> = new Set([
  "funnel/tactics-short",
  "sla/value-differs",
  "sla/volume-short",
]);

/** The files of findings, by their names: `journey.json and targets.json`. */
const filesOf = (findings: Findings): string =>
  listText(
    [...new Set(findings.map(({ file }) => file.slice(file.lastIndexOf("/") + 1)))].toSorted(),
  );

/** Where to begin, when what is proposed at one place changes what is proposed at another. */
function orderSentence(findings: Findings): string {
  const inputs = findings.filter(({ file }) => /\/(?:journey|targets)\.json$/.test(file));
  const results = findings.filter(({ rule }) => following.has(rule));
  return inputs.length === 0 || results.length === 0
    ? ""
    : ` Begin with what is found in ${filesOf(inputs)}: the numbers proposed for ${filesOf(results)} follow from it.`;
}

/** What must be mended or decided: what the check finds that it did not find before, and what is over. */
function actionBlocks(
  { findings, findingBlock, judgement }: ImpactQuestion,
  lines: readonly string[],
): readonly Block[] {
  const { fresh, reworded, gone } = findings;
  const now = heaviest(fresh);
  const errors = now.filter(({ severity }) => severity === "error").length;
  const shown = Math.max(errors, mostFindings);
  const blocks: Block[] = [];
  if (now.length > 0) {
    blocks.push(
      { kind: "heading", level: 2, text: "Needs action" },
      {
        kind: "text",
        text: `This is found now and was not before. What was changed stands at ${listText(lines)}.${errors === 0 ? "" : " An error keeps the plan from being published."}${orderSentence(now)}`,
      },
      ...now.slice(0, shown).map(findingBlock),
      ...(now.length > shown
        ? [
            {
              kind: "details",
              summary: countText(now.length - shown, "more warning"),
              blocks: now.slice(shown).map(findingBlock),
            } as const,
          ]
        : []),
    );
  } else if (judgement.class !== "editorial") {
    blocks.push({ kind: "text", text: "The check finds nothing new to mend." });
  }
  const known = heaviest(reworded);
  if (known.length > 0) {
    blocks.push({
      kind: "details",
      summary: `Found before too, in other numbers now (${countText(known.length, "finding")})`,
      blocks: known.map(findingBlock),
    });
  }
  if (gone.length > 0) {
    const messages = gone.slice(0, 5).map(({ message }) => message);
    const more = gone.length - messages.length;
    blocks.push({
      kind: "text",
      tone: "good",
      text: `No longer found: ${messages.join(" ")}${more > 0 ? ` And ${more} more.` : ""}`,
    });
  }
  return blocks;
}

/** At most so many lines are named. */
const mostLines = 5;

/** Where the changes that are more than words stand. */
function changedLines(
  told: readonly ToldChange[],
  linesOf: (told: ToldChange) => ChangeLines,
): readonly string[] {
  const lines = told
    .filter(({ changes }) => changes.some((each) => each.class !== "editorial"))
    .flatMap((each) => linesOf(each).head ?? linesOf(each).base ?? []);
  const distinct = [...new Set(lines)];
  const more = distinct.length - mostLines;
  return [...distinct.slice(0, mostLines), ...(more > 0 ? [`${more} more lines`] : [])];
}

/** A report, and its first paragraph by itself. */
export interface ToldImpact {
  readonly report: Report;
  readonly verdict: string;
}

/** Nobody need agree to what cannot be published. */
const mendFirst = ({ findings: { fresh, reworded } }: ImpactQuestion): Report =>
  [...fresh, ...reworded].some(({ severity }) => severity === "error")
    ? [
        {
          kind: "text",
          tone: "bad",
          text: "Before anybody approves: the error above must be mended, or the change cannot be published. Mending it changes what is asked, so approve what comes after.",
        },
      ]
    : [];

/** One line for a change that leaves everything as it was said. */
function sameMeaning({ base, head }: ImpactQuestion): ToldImpact {
  const verdict = `Layout only: the plan says the same as ${base.name}. Nobody must do anything else, and nobody need agree.`;
  return {
    verdict,
    report: [
      { kind: "heading", level: 1, text: `Plan impact: ${head.plan.title}` },
      { kind: "text", tone: "good", text: verdict },
    ],
  };
}

/**
 * What a change of the plan asks of each function: one paragraph that names both with their numbers, the rows that change, what needs
 * action, who must agree, and folded proof.
 */
export function impactReport(question: ImpactQuestion): ToldImpact {
  const { base, head, judgement, comparison, asOf, linesOf, approvals, showPay } = question;
  if (judgement.sameMeaning) return sameMeaning(question);
  const told = tellChanges(judgement.changes, base.plan, head.plan, { showPay });
  const asks = asksOf(comparison, base.plan, head.plan);
  const toldLines = ({ changes: [first] }: ToldChange): ChangeLines =>
    first === undefined ? {} : linesOf(first);
  const weight = judgement.class === undefined ? "" : ` · ${classWords[judgement.class]}`;
  const { text: verdict, lists } = verdictOf(judgement, told, asks, comparison);
  const report: Report = [
    {
      kind: "heading",
      level: 1,
      text: `Plan impact: ${head.plan.title} — ${found(question.findings)}${weight}`,
    },
    { kind: "text", tone: "strong", text: verdict },
    ...lists,
    ...effectBlocks(asks, carriedBetween(comparison), told, {
      before: base.short,
      after: head.short,
    }),
    ...actionBlocks(question, changedLines(told, toldLines)),
    ...mendFirst(question),
    ...approvalBlocks(approvals, told),
    changeDetails(told, toldLines),
    ...monthDetails(comparison),
    ...methodDetails(comparison),
    {
      kind: "text",
      tone: "quiet",
      text: `Compared with ${base.name}, judged as of ${asOf}.${question.baseMovedOn === undefined ? "" : ` ${question.baseMovedOn}`}`,
    },
  ];
  return { report, verdict };
}
