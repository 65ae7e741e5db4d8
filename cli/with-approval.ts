import { accountName } from "../core/account-name.ts";
import type { ApprovalPolicy, Review } from "../core/approval/index.ts";
import { suggest } from "../core/document/index.ts";
import { listText } from "../core/wording.ts";
import { type Call, UsageError } from "./command.ts";

/** Somebody who might approve for a team, as `--with` names them. */
export interface Supposed {
  /** Account name, in lower case and without `@`. */
  readonly by: string;
  /** The team's id. */
  readonly team: string;
}

/**
 * Whom `--with` supposes to approve, in the order of the call.
 *
 * @throws UsageError for a word that is no TEAM:NAME.
 */
export function supposedOf({ options }: Call): readonly Supposed[] {
  const words = options["with"];
  if (!Array.isArray(words)) return [];
  return words.map((word: string) => {
    const [, team, name] = /^([^:]+):@?([^:]+)$/.exec(word) ?? [];
    if (team === undefined || name === undefined) {
      throw new UsageError(
        `--with is ${JSON.stringify(word)}; write a team and one of its people, such as marketing:mia.`,
      );
    }
    return { team, by: accountName(name) };
  });
}

const didYouMean = (meant: string | undefined): string =>
  meant === undefined ? "" : ` Did you mean ${meant}?`;

/**
 * Refuses a team or a person that a plan's policy does not have.
 *
 * @throws UsageError naming those that it has.
 */
export function requireMembers(
  plan: string,
  { teams }: ApprovalPolicy,
  supposed: readonly Supposed[],
): void {
  for (const { team, by } of supposed) {
    const ids = teams.map(({ id }) => id);
    const found = teams.find(({ id }) => id === team);
    if (found === undefined) {
      throw new UsageError(
        `The plan ${plan} has no team ${JSON.stringify(team)} that agrees.${didYouMean(suggest(team, ids))} It has ${listText(ids)}.`,
      );
    }
    if (!found.members.includes(by)) {
      const elsewhere = teams.find(({ members }) => members.includes(by));
      const hint =
        elsewhere === undefined
          ? didYouMean(suggest(by, found.members))
          : ` ${by} is in ${elsewhere.title}: write --with ${elsewhere.id}:${by}.`;
      throw new UsageError(
        `${JSON.stringify(by)} is not in the team ${found.title} of the plan ${plan}.${hint} In it are ${listText(found.members)}.`,
      );
    }
  }
}

/**
 * Refuses somebody who is in no team that agrees to a plan.
 *
 * @throws UsageError naming those who are.
 */
export function requireMember(plan: string, { teams }: ApprovalPolicy, by: string): void {
  const members = [...new Set(teams.flatMap((team) => team.members))];
  if (members.includes(by)) return;
  throw new UsageError(
    `${JSON.stringify(by)} is in no team that agrees to the plan ${plan}.${didYouMean(suggest(by, members))} Those who may override are ${listText(members)}.`,
  );
}

/** The approvals of the head as it is now that are supposed, as reviews after all others. */
export const supposedReviews = (
  supposed: readonly Supposed[],
  now: readonly string[],
  at: string,
): readonly Review[] =>
  supposed.map(({ by, team }) => ({ id: `with ${team}:${by}`, by, says: "approve", at, saw: now }));
