import { accountName } from "../account-name.ts";
import type { JudgedChange } from "../change/judged.ts";
import { type ApprovalPolicy, type Requirement, requirementsOf } from "./policy.ts";
import { lastWords, type Review } from "./review.ts";
import { canSit, fillSeats, type Seat, type Seated } from "./seats.ts";

/** A decision against the rules, by somebody with a name and for a reason; it is logged with the version. */
export interface Override {
  readonly by: string;
  readonly reason: string;
  readonly at: string;
}

/** Everything that agreeing depends on. `policy` is the one of the base, so that a change cannot loosen its own rules. */
export interface ApprovalQuestion {
  readonly policy: ApprovalPolicy;
  readonly changes: readonly JudgedChange[];
  /** Who proposes; counts for the own team. Absent when nobody is known. */
  readonly author?: string;
  /** In the order in which they were given. */
  readonly reviews: readonly Review[];
  readonly override?: Override;
}

/** Somebody who agrees for a team: by a review, or as the author. */
export interface Agreement {
  readonly by: string;
  readonly as: "author" | "reviewer";
  readonly reviewId?: string;
  readonly at?: string;
}

/** How far one team is. */
export interface TeamApproval extends Requirement {
  readonly agreed: readonly Agreement[];
  readonly missing: number;
  /** So many of the missing nobody is left to make up for: each person counts once. */
  readonly short: number;
  /**
   * Whose agreement would bring the whole nearer, counting for this team. Where nothing is missing here: so that somebody who counts
   * for this team now counts for one that waits. Empty where everything is agreed.
   */
  readonly waitingFor: readonly string[];
}

/** An approval that was given and does not count any more, because of what came after it. */
export interface Voided {
  readonly by: string;
  readonly team: string;
  readonly reviewId: string;
  /** Fingerprints of the changes that were not there to be seen. */
  readonly unseen: readonly string[];
}

/** A word that does not count, and why. */
export interface Ignored {
  readonly by: string;
  readonly reason: "no-member" | "bot" | "not-asked";
}

/** Who has agreed to a change, who has not, and who is in the way. `pending` is nobody's failure. */
export interface ApprovalAnswer {
  readonly state: "agreed" | "pending" | "blocked" | "overridden";
  readonly teams: readonly TeamApproval[];
  readonly voided: readonly Voided[];
  readonly blockedBy: readonly { readonly by: string; readonly teams: readonly string[] }[];
  readonly ignored: readonly Ignored[];
  readonly override?: Override;
}

const isMember = ({ team }: Requirement, person: string): boolean => team.members.includes(person);

/** Requests for changes that nobody of the same team took back since. */
function blocks({
  reviews,
  policy: { teams },
  changes,
  author,
}: ApprovalQuestion): ApprovalAnswer["blockedBy"] {
  const proposes = author === undefined ? undefined : accountName(author);
  const teamsOf = (person: string): readonly string[] =>
    teams.filter(({ members }) => members.includes(accountName(person))).map(({ id }) => id);
  return lastWords(reviews).flatMap((review) => {
    if (review.says !== "request-changes" || review.bot === true) return [];
    const own = teamsOf(review.by);
    const cleared = reviews.slice(reviews.indexOf(review) + 1).some(
      (later) =>
        later.says === "approve" &&
        later.bot !== true &&
        // Neither the proposer nor an approval of something else takes an objection back.
        (accountName(later.by) !== proposes || accountName(review.by) === proposes) &&
        changes.every(({ fingerprint }) => later.saw.includes(fingerprint)) &&
        teamsOf(later.by).some((team) => own.includes(team)),
    );
    return own.length === 0 || cleared ? [] : [{ by: accountName(review.by), teams: own }];
  });
}

interface Said {
  readonly agreement: Agreement;
  readonly saw: ReadonlySet<string>;
}

/** What a team is asked about and this person has not seen. */
const unseenBy = ({ saw }: Said, { scope }: Requirement): readonly string[] =>
  scope.filter((fingerprint) => !saw.has(fingerprint));

/** Who says yes: the author to what there is now, reviewers to what they saw. */
function approvals({ author, changes, reviews }: ApprovalQuestion): readonly Said[] {
  const now = new Set(changes.map(({ fingerprint }) => fingerprint));
  const said = lastWords(reviews).flatMap((review): Said[] => {
    const by = accountName(review.by);
    if (review.says !== "approve" || review.bot === true) return [];
    const { id: reviewId, at } = review;
    return [{ agreement: { by, as: "reviewer", reviewId, at }, saw: new Set(review.saw) }];
  });
  if (author === undefined) return said;
  const by = accountName(author);
  const others = said.filter(({ agreement }) => agreement.by !== by);
  // Whoever asks for changes to the own proposal does not stand behind it.
  const objects = lastWords(reviews).some(
    (review) => accountName(review.by) === by && review.says === "request-changes",
  );
  return objects ? others : [{ agreement: { by, as: "author" }, saw: now }, ...others];
}

function ignoredOf(
  { reviews, author, policy }: ApprovalQuestion,
  requirements: readonly Requirement[],
): readonly Ignored[] {
  return lastWords(reviews).flatMap(({ by, bot }): Ignored[] => {
    const person = accountName(by);
    if (bot === true) return [{ by: person, reason: "bot" }];
    if (author !== undefined && person === accountName(author)) return [];
    if (!policy.teams.some(({ members }) => members.includes(person)))
      return [{ by: person, reason: "no-member" }];
    return requirements.some((each) => isMember(each, person))
      ? []
      : [{ by: person, reason: "not-asked" }];
  });
}

/** The seats of one team, with those who agree to everything that it is asked about, and those who could. */
function seatsOf(requirement: Requirement, said: readonly Said[]): readonly Seat[] {
  const candidates = said
    .filter((each) => isMember(requirement, each.agreement.by))
    .filter((each) => unseenBy(each, requirement).length === 0)
    .map(({ agreement }) => agreement.by);
  const { team, count } = requirement;
  const others = team.members.filter((person) => !candidates.includes(person));
  return Array.from({ length: count }, () => ({ team: team.id, candidates, others }));
}

function standingOf(
  requirement: Requirement,
  said: readonly Said[],
  seats: readonly Seat[],
  seated: Seated,
): TeamApproval {
  const { team, count } = requirement;
  const [names, planned] = [seated.agreed, seated.planned].map((seating) =>
    seating.filter((person, seat) => person !== undefined && seats[seat]?.team === team.id),
  );
  if (names === undefined || planned === undefined) throw new Error("unreachable: two seatings");
  const agreed = said.map(({ agreement }) => agreement).filter(({ by }) => names.includes(by));
  const waiting = seated.agreed.includes(undefined);
  return {
    ...requirement,
    agreed,
    missing: count - agreed.length,
    short: count - planned.length,
    waitingFor: team.members.filter(
      (person) =>
        waiting && !seated.agreed.includes(person) && canSit(seats, seated, person, team.id),
    ),
  };
}

/**
 * Whether the people who must agree to a change have agreed to it.
 *
 * An approval is valid for a team as long as everything that the team is asked about was there to be seen: taking
 * something out keeps it, adding or changing voids it. Each person fills one seat. A change without content is agreed.
 */
export function evaluateApprovals(question: ApprovalQuestion): ApprovalAnswer {
  const { policy, changes, override } = question;
  const requirements = requirementsOf(policy, changes);
  const said = approvals(question);
  const seats = requirements.flatMap((requirement) => seatsOf(requirement, said));
  const seated = fillSeats(seats);
  const teams = requirements.map((requirement) => standingOf(requirement, said, seats, seated));
  const voided = requirements.flatMap((requirement) =>
    said.flatMap((each): Voided[] => {
      const unseen = unseenBy(each, requirement);
      const { by, reviewId } = each.agreement;
      return unseen.length === 0 || reviewId === undefined || !isMember(requirement, by)
        ? []
        : [{ by, team: requirement.team.id, reviewId, unseen }];
    }),
  );
  const blockedBy = blocks(question);
  const missing = teams.some((team) => team.missing > 0);
  return {
    state:
      override !== undefined && (missing || blockedBy.length > 0)
        ? "overridden"
        : blockedBy.length > 0
          ? "blocked"
          : missing
            ? "pending"
            : "agreed",
    teams,
    voided,
    blockedBy,
    ignored: ignoredOf(question, requirements),
    ...(override === undefined ? {} : { override }),
  };
}
