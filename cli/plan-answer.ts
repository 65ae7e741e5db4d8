import type { FunnelAnswer } from "../core/funnel/index.ts";
import type { SoundPlan } from "../core/plan/index.ts";
import type { Block, Report } from "../report/block.ts";
import { checkBody } from "../report/body.ts";
import { checkReport, totalsOf, totalsText } from "../report/findings.ts";
import type { Answer, Call } from "./command.ts";
import { checkedFolder, codeFor, type OpenedPlan, openPlans } from "./plans.ts";

/** What a command says of one sound plan. */
export interface PlanAnswer {
  readonly report: Report;
  readonly body: object;
}

/**
 * Answers a question for every plan of a call.
 *
 * A plan that does not hold together still shows its numbers, beside a line that says so; documents that do not
 * make a plan show their findings instead. `funnel` is what the plan needs, computed once.
 */
export async function answerPlans(
  call: Call,
  title: string,
  answer: (plan: SoundPlan, funnel: () => FunnelAnswer) => PlanAnswer,
): Promise<Answer> {
  const opened = await openPlans(call);
  const parts = opened.map((each) => answerPlan(call, each, answer));
  return {
    title,
    report: parts.flatMap((part) => part.report),
    body: { plans: parts.map((part) => part.body) },
    code: codeFor(
      call,
      opened.flatMap((each) => each.findings),
    ),
  };
}

function answerPlan(
  call: Call,
  opened: OpenedPlan,
  answer: (plan: SoundPlan, funnel: () => FunnelAnswer) => PlanAnswer,
): PlanAnswer {
  if (opened.sound === undefined) {
    return {
      report: checkReport([checkedFolder(opened, call.asOf)]),
      body: checkBody(undefined, opened.folder, {
        asOf: call.asOf,
        findings: opened.findings,
        silenced: [],
        notRun: [],
      }),
    };
  }
  const { plan, check } = opened.sound;
  const { report, body } = answer(plan, check.funnel);
  return {
    report: [...report, ...doubt(opened)],
    body: { ...body, findings: totalsOf(opened.findings) },
  };
}

/** A line that keeps an inconsistent plan's numbers from being taken for an agreed plan's. */
function doubt(opened: OpenedPlan): readonly Block[] {
  if (opened.findings.length === 0) return [];
  const { errors } = totalsOf(opened.findings);
  const see = `see "jointplan check ${opened.folder}".`;
  return [
    errors > 0
      ? {
          kind: "text",
          tone: "bad",
          text: `✖ This plan does not hold together (${totalsText(opened.findings)}): ${see}`,
        }
      : {
          kind: "text",
          tone: "quiet",
          text: `The check found ${totalsText(opened.findings)}: ${see}`,
        },
  ];
}
