import { accountName } from "../core/account-name.ts";
import {
  type ApprovalAnswer,
  type ApprovalQuestion,
  evaluateApprovals,
  type GivenReview,
  type Override,
  reasonsOf,
  voicesOf,
} from "../core/approval/index.ts";
import { suggest } from "../core/document/index.ts";
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
import type { PolicyBefore } from "./policy-before.ts";
import type { SeenPoint } from "./reviews.ts";
import { requireMember, requireMembers, type Supposed, supposedReviews } from "./with-approval.ts";

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

/** Whose list of people counts, where the plan as a whole is agreed on. */
function peopleText({ policy, policyFrom, policyCommit = "" }: ApprovalCase): string {
  const rules = policy.rules.length === 0 ? "" : ", and its rules hold too";
  switch (policyFrom) {
    case "head":
      return "The list of people is the one that the plan itself brings, for there is none before it.";
    case "base":
      return `The list of people is the one from before the change${rules}.`;
    case "earlier":
      return `The list of people is the one of commit ${policyCommit.slice(0, 10)}, the last before the change that can be read${rules}.`;
    default:
      return policyFrom satisfies never;
  }
}

/** Said of a plan as a whole, and of whose list of people counts. */
function basisText(approval: ApprovalCase, { base }: AskedApprovals): Report {
  const { kind } = approval;
  const list = peopleText(approval);
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
          text: `The plan is taken away. Both teams must agree to that${approval.policy.rules.length === 0 ? "" : ", and whoever its rules name"}; what is live of it stays until then.`,
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

/** Said where the name of who proposes is nobody's in a team: a slip of the pen, or a stranger. */
function unknownAuthor({ policy, changes }: ApprovalCase, { author }: AskedApprovals): Report {
  if (author === undefined || changes.length === 0) return [];
  const [person, members] = [accountName(author), policy.teams.flatMap((team) => team.members)];
  if (members.includes(person)) return [];
  const meant = suggest(person, members);
  return [
    {
      kind: "text",
      tone: "warning",
      text: `${person}, who proposes this, is in no team of approvals.json, so that counts for nobody: each team that is asked must agree by itself.${meant === undefined ? "" : ` Did you mean ${meant}?`} If ${person} is one of a team, a change of its own adds ${person} to it.`,
    },
  ];
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
  if (override !== undefined) requireMember(id, approval.policy, override.by);
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
    ...unknownAuthor(approval, asked),
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

/** One plan before and after a change, and who must agree as it was agreed before. */
export interface OpenedPair {
  readonly before: OpenedPlan | undefined;
  readonly after: OpenedPlan | undefined;
  readonly known: PolicyBefore | undefined;
}

/** How far agreeing to the change of one plan is; documents that make no plan can be agreed to by nobody. */
export function approvalsOf(
  call: Call,
  id: string,
  { before, after, known }: OpenedPair,
  asked: AskedApprovals,
): PlanApprovals {
  const title = after?.sound?.plan.title ?? before?.sound?.plan.title ?? id;
  const approval = approvalCase(before, after, known);
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
