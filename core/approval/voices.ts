import { accountName } from "../account-name.ts";
import type { ApprovalAnswer, ApprovalQuestion } from "./evaluate.ts";
import type { ApprovalTeam } from "./policy.ts";
import { lastWords } from "./review.ts";

/**
 * Why somebody's word counts or does not.
 *
 * Counts: `author`, `approved`. Is in the way: `asks-for-changes`. Does not count: `settled` (asked for changes, and somebody of the
 * same team approved since), `unseen` (approved before something came in), `other-seat` (counts for another team already), `enough`
 * (the team has as many as it needs), `taken-back`, `comment`, `not-asked` (no rule asks the own team), `no-member`, `bot`.
 */
export type VoiceReason =
  | "author"
  | "approved"
  | "asks-for-changes"
  | "settled"
  | "unseen"
  | "other-seat"
  | "enough"
  | "taken-back"
  | "comment"
  | "not-asked"
  | "no-member"
  | "bot";

/** What one person's word does for one team. */
export interface Voice {
  /** Account name, in lower case and without `@`. */
  readonly by: string;
  /** The team's id; absent for who is in no team, and for a program. */
  readonly team?: string;
  readonly why: VoiceReason;
  /** When it was said; absent for the author. */
  readonly at?: string;
  /** Fingerprints of what had not been there to be seen, with `unseen`. */
  readonly unseen?: readonly string[];
  /** The id of the team that the person counts for, with `other-seat`. */
  readonly seat?: string;
}

/** A person's last word, and everything that it is judged by. */
interface Speaker {
  readonly by: string;
  readonly answer: ApprovalAnswer;
  readonly isAuthor: boolean;
  readonly last: ReturnType<typeof lastWords>[number] | undefined;
}

/** What the word of somebody who agrees does for a team that is asked. */
function agreeing({ by, answer, isAuthor, last }: Speaker, id: string): Voice {
  const at = isAuthor || last === undefined ? {} : { at: last.at };
  const known = { by, team: id, ...at };
  const seat = answer.teams.find(({ agreed }) => agreed.some((each) => each.by === by))?.team.id;
  if (seat === id) return { ...known, why: isAuthor ? "author" : "approved" };
  const voided = answer.voided.find((each) => each.by === by && each.team === id);
  if (voided !== undefined) return { ...known, why: "unseen", unseen: voided.unseen };
  return seat === undefined ? { ...known, why: "enough" } : { ...known, why: "other-seat", seat };
}

function voiceFor(speaker: Speaker, question: ApprovalQuestion, { id }: ApprovalTeam): Voice {
  const { by, answer, isAuthor, last } = speaker;
  const known = { by, team: id, ...(last === undefined ? {} : { at: last.at }) };
  if (last?.says === "request-changes") {
    const blocks = answer.blockedBy.some((each) => each.by === by);
    return { ...known, why: blocks ? "asks-for-changes" : "settled" };
  }
  if (!answer.teams.some(({ team }) => team.id === id)) return { ...known, why: "not-asked" };
  if (isAuthor || last !== undefined) return agreeing(speaker, id);
  const dismissed = question.reviews.some(
    (each) => accountName(each.by) === by && each.says === "dismissed",
  );
  return { ...known, why: dismissed ? "taken-back" : "comment" };
}

/**
 * Whose word was heard, and what it does: for each person, the author first and then in the order of the reviews, one voice for each
 * of the person's teams that is asked; one without a team for strangers and programs.
 *
 * @param answer What `evaluateApprovals` said of the same question.
 */
export function voicesOf(question: ApprovalQuestion, answer: ApprovalAnswer): readonly Voice[] {
  const { author, policy, reviews } = question;
  const proposer = author === undefined ? undefined : accountName(author);
  const last = new Map(lastWords(reviews).map((each) => [accountName(each.by), each]));
  const people = new Set([
    ...(proposer === undefined ? [] : [proposer]),
    ...reviews.map((each) => accountName(each.by)),
  ]);
  const bots = new Set(
    reviews.filter(({ bot }) => bot === true).map((each) => accountName(each.by)),
  );
  return [...people].flatMap((by): readonly Voice[] => {
    const isAuthor = by === proposer;
    if (bots.has(by) && !isAuthor) return [{ by, why: "bot" }];
    const own = policy.teams.filter(({ members }) => members.includes(by));
    if (own.length === 0) return [{ by, why: "no-member" }];
    const asked = own.filter(({ id }) => answer.teams.some(({ team }) => team.id === id));
    const speaker = { by, answer, isAuthor, last: last.get(by) };
    return (asked.length === 0 ? own.slice(0, 1) : asked).map((team) =>
      voiceFor(speaker, question, team),
    );
  });
}
