import {
  type ApprovalAnswer,
  type ApprovalQuestion,
  evaluateApprovals,
  type GivenReview,
  type Override,
  reasonsOf,
  voicesOf,
} from "../core/approval/index.ts";
import type { PlansAt } from "../functions/local/plans-at.ts";
import { approvalSentence, nextSentence } from "../report/approval-words.ts";
import { standingBlocks } from "../report/approvals.ts";
import { type ApprovalBasis, type ApprovalBody, approvalBody } from "../report/approvals-body.ts";
import { explanationBlocks } from "../report/approvals-explained.ts";
import type { Block, Report } from "../report/block.ts";
import { checkReport } from "../report/findings.ts";
import { type ApprovalCase, approvalCase, withSeen } from "./approval-case.ts";
import type { Call } from "./command.ts";
import { checkedFolderWithoutPay, type OpenedPlan } from "./plans.ts";
import type { SeenPoint } from "./reviews.ts";
import { requireMembers, type Supposed, supposedReviews } from "./with-approval.ts";

/** What people said of the change, and what is asked about it. */
export interface AskedApprovals {
  readonly explain: boolean;
  readonly author: string | undefined;
  readonly reviews: readonly GivenReview[];
  readonly points: ReadonlyMap<string, SeenPoint>;
  readonly supposed: readonly Supposed[];
  readonly override: Override | undefined;
  readonly base: PlansAt;
  readonly head: PlansAt;
  readonly now: string;
}

/** How far agreeing to the change of one plan is, as a report and for tools. */
export interface PlanApprovals {
  readonly report: Report;
  readonly body: ApprovalBody;
}

/** Said of a plan as a whole, and of whose list of people counts. */
function basisText({ kind, policyFrom }: ApprovalCase, { base }: AskedApprovals): Report {
  const list =
    policyFrom === "head"
      ? "The list of people is the one that the plan itself brings, for there is none before it."
      : "The list of people is the one from before the change.";
  switch (kind) {
    case "change":
      return [];
    case "new":
      return [
        {
          kind: "text",
          text: `The plan is new: there is none of this id in ${base.name}. Both teams must agree to all of it. ${list}`,
        },
      ];
    case "no-base":
      return [
        {
          kind: "text",
          text: `The documents in ${base.name} make no plan, so it cannot be told what the change moves. Both teams must agree to the whole plan. ${list}`,
        },
      ];
    case "gone":
      return [
        {
          kind: "text",
          text: "The plan is taken away. Both teams must agree to that; what is live of it stays until then.",
        },
      ];
    default:
      return kind satisfies never;
  }
}

/** Reviews of commits that are not known here, which count as having seen nothing. */
function unknownCommits({ reviews, points }: AskedApprovals): Report {
  const unknown = reviews.filter(({ says, commit }) => says === "approve" && !points.has(commit));
  return unknown.map(
    ({ by, commit }): Block => ({
      kind: "text",
      tone: "warning",
      text: `${by} approved at commit ${commit.slice(0, 10)}, which is not known here, so ${by} counts as having seen nothing. Fetch the whole history and ask again.`,
    }),
  );
}

interface SupposedAnswer {
  readonly sentence: string;
  readonly answer: ApprovalAnswer;
}

/** What would be if those approved whom `--with` names. */
function supposing(
  question: ApprovalQuestion,
  { supposed, now }: AskedApprovals,
): SupposedAnswer | undefined {
  if (supposed.length === 0) return undefined;
  const all = question.changes.map(({ fingerprint }) => fingerprint);
  const { override: _override, ...open } = question;
  const answer = evaluateApprovals({
    ...open,
    reviews: [...question.reviews, ...supposedReviews(supposed, all, now)],
  });
  const people = supposed.map(({ by, team }) => {
    const title = question.policy.teams.find(({ id }) => id === team)?.title ?? team;
    return `${by} for ${title}`;
  });
  const begins = `With ${people.join(" and ")}`;
  const sentence =
    answer.state === "agreed"
      ? `${begins}: agreed.`
      : `${begins}: not agreed yet. ${approvalSentence(answer)} ${nextSentence(answer)}`;
  return { sentence, answer };
}

function judged(
  id: string,
  title: string,
  approval: ApprovalCase,
  asked: AskedApprovals,
): PlanApprovals {
  const { author, override, reviews, points, base } = asked;
  requireMembers(id, approval.policy, asked.supposed);
  const question: ApprovalQuestion = {
    policy: approval.policy,
    changes: approval.changes,
    reviews: withSeen(id, approval, base, reviews, points),
    ...(author === undefined ? {} : { author }),
    ...(override === undefined ? {} : { override }),
  };
  const answer = evaluateApprovals(question);
  const reasons = reasonsOf(approval.policy, approval.changes);
  const voices = voicesOf(question, answer);
  const supposed = supposing(question, asked);
  const { told, asks, policy, policyFrom } = approval;
  const report: Report = [
    { kind: "heading", level: 1, text: title },
    ...basisText(approval, asked),
    ...standingBlocks(answer, told),
    ...unknownCommits(asked),
    ...(supposed === undefined
      ? []
      : [{ kind: "text", tone: "strong", text: supposed.sentence } as const]),
    ...(asked.explain
      ? explanationBlocks({ policy, policyFrom, answer, reasons, voices, told, asks })
      : []),
  ];
  const basis: ApprovalBasis = { kind: approval.kind, policyFrom };
  const body = approvalBody({
    plan: id,
    title,
    basis,
    answer,
    changes: approval.changes,
    reasons,
    voices,
    unknownCommits: [
      ...new Set(reviews.map(({ commit }) => commit).filter((each) => !points.has(each))),
    ],
    ...(supposed === undefined
      ? {}
      : { supposed: { people: asked.supposed, answer: supposed.answer } }),
  });
  return { report, body };
}

/** How far agreeing to the change of one plan is; documents that make no plan can be agreed to by nobody. */
export function approvalsOf(
  call: Call,
  id: string,
  {
    before,
    after,
  }: { readonly before: OpenedPlan | undefined; readonly after: OpenedPlan | undefined },
  asked: AskedApprovals,
): PlanApprovals {
  const title = after?.sound?.plan.title ?? before?.sound?.plan.title ?? id;
  const approval = approvalCase(before, after);
  if (approval !== undefined) return judged(id, title, approval, asked);
  const reason =
    "The changed documents make no plan, so nobody can agree to them yet. Mend what is found first.";
  return {
    report: [
      { kind: "heading", level: 1, text: title },
      { kind: "text", tone: "bad", text: `✖ ${reason}` },
      ...(after === undefined ? [] : checkReport([checkedFolderWithoutPay(after, call.asOf)])),
    ],
    body: { plan: id, title, state: "pending", reason },
  };
}
