import type { ApprovalAnswer, TeamApproval } from "../core/approval/index.ts";
import { countText, listText } from "../core/wording.ts";
import { nameOf } from "./words.ts";

/** At most so many people are named one by one. */
const mostNamed = 5;

/** Somebody of several: `mia`, `mia or omar`, `a, b, c, d or one of 7 others`; empty for nobody. */
export function anyOf(people: readonly string[]): string {
  const last = people.at(-1) ?? "";
  if (people.length < 2) return last;
  if (people.length <= mostNamed) return `${people.slice(0, -1).join(", ")} or ${last}`;
  return `${people.slice(0, mostNamed - 1).join(", ")} or one of ${people.length - mostNamed + 1} others`;
}

/** So many of several: `mia or omar`, `2 of lena, sven and rev`, `lena and sven` where both are needed. */
export function someOf(number: number, people: readonly string[]): string {
  if (number < 2) return anyOf(people);
  if (number === people.length) return listText(people);
  const hidden = people.length - mostNamed;
  const named = hidden > 0 ? [...people.slice(0, mostNamed), countText(hidden, "other")] : people;
  return `${number} of ${listText(named)}`;
}

/** Places in a row, which may hold commas themselves: `a; b; and 4 more changes`. */
export function placesAtMost(places: readonly string[], one: string, most: number): string {
  const hidden = places.length - most;
  return hidden > 0
    ? `${places.slice(0, most).join("; ")}; and ${countText(hidden, `more ${one}`)}`
    : places.join("; ");
}

/** Who agreed for a team: `mia and lena, who proposes it`. */
export const agreedWords = ({ agreed }: TeamApproval): string =>
  listText(agreed.map(({ by, as }) => (as === "author" ? `${by}, who proposes it` : by)));

/** True when a team cannot agree with the people that it has. */
export const isShort = ({ short }: TeamApproval): boolean => short > 0;

/** Who is left of a team that is short: nobody, or too few, where nobody counts twice. */
function leftWords({ team, agreed, waitingFor }: TeamApproval): string {
  const others = team.members.length > agreed.length + waitingFor.length;
  const elsewhere = others ? " who is not needed for another team" : "";
  if (waitingFor.length === 0) return `nobody is left to ask${elsewhere}`;
  return `only ${listText(waitingFor)} ${waitingFor.length === 1 ? "is" : "are"} left to ask`;
}

/** Who is waited for in a team: `mia or omar`, or that nobody is left. */
export const waitingWords = (team: TeamApproval): string =>
  isShort(team)
    ? `${countText(team.missing, "more person", "more people")}, but ${leftWords(team)}`
    : someOf(team.missing, team.waitingFor);

/** Teams that have agreed, and of which one more would set somebody free for a team that waits. */
const insteadOf = ({ teams }: ApprovalAnswer): readonly TeamApproval[] =>
  teams.filter(({ missing, waitingFor }) => missing === 0 && waitingFor.length > 0);

/** `for Marketing: mia or omar, so that rev counts for Sales`. */
function insteadWords({ team, agreed, waitingFor }: TeamApproval, answer: ApprovalAnswer): string {
  const open = answer.teams.filter(({ missing }) => missing > 0).map((each) => each.team);
  const free = agreed
    .map(({ by }) => by)
    .filter((person) => open.some(({ members }) => members.includes(person)));
  const who = free.length === 0 ? `one of ${team.title}` : anyOf(free);
  const where = anyOf(open.map(({ title }) => title));
  return `for ${team.title}: ${anyOf(waitingFor)}, so that ${who} counts for ${where}`;
}

/** Teams as people call them: a team that is not asked by its id in words. */
export const titlesOf = ({ teams }: ApprovalAnswer, ids: readonly string[]): string =>
  listText(ids.map((id) => teams.find(({ team }) => team.id === id)?.team.title ?? nameOf(id)));

/** `Asked for changes by omar of Marketing.`; empty where nobody did. */
function blockedSentence(answer: ApprovalAnswer): string {
  const { blockedBy } = answer;
  if (blockedBy.length === 0) return "";
  const people = blockedBy.map(({ by, teams }) => `${by} of ${titlesOf(answer, teams)}`);
  return `Asked for changes by ${listText(people)}.`;
}

function waitingSentence(answer: ApprovalAnswer): string {
  const waiting = answer.teams
    .filter(({ missing }) => missing > 0)
    .map((team) => `for ${team.team.title}: ${waitingWords(team)}`);
  const instead = insteadOf(answer).map((team) => `or ${insteadWords(team, answer)}`);
  return waiting.length === 0 ? "" : `Waiting ${[...waiting, ...instead].join("; ")}.`;
}

function agreedSentence({ state, teams }: ApprovalAnswer): string {
  const agreed = teams
    .filter((team) => team.agreed.length > 0)
    .map((team) => `${team.team.title} (${agreedWords(team)})`);
  if (agreed.length === 0) return "";
  return `${state === "agreed" ? "Agreed" : "Agreed so far"}: ${listText(agreed)}.`;
}

/** How far agreeing is, in a sentence or two: who is in the way, whom it waits for, who has agreed. */
export function approvalSentence(answer: ApprovalAnswer): string {
  const { state, teams, override } = answer;
  if (state === "agreed" && teams.length === 0) return "Nothing is changed, so nobody need agree.";
  return [
    state === "overridden" && override !== undefined
      ? `Decided without the agreement that the rules ask for, by ${override.by}: ${JSON.stringify(override.reason)}.`
      : "",
    blockedSentence(answer),
    waitingSentence(answer),
    agreedSentence(answer),
  ]
    .filter((each) => each !== "")
    .join(" ");
}

function stepOf(team: TeamApproval): string {
  const { title } = team.team;
  if (isShort(team))
    return `${title} cannot agree with the people that are named for it; a change of its own names more of them in approvals.json`;
  const several = team.missing > 1;
  return `${someOf(team.missing, team.waitingFor)} ${several ? "approve" : "approves"} the change for ${title}`;
}

/** What must happen next, and who must do it: one sentence that begins with `Next:`. */
export function nextSentence(answer: ApprovalAnswer): string {
  const { state, blockedBy, teams, override } = answer;
  const steps = teams.filter(({ missing }) => missing > 0).map(stepOf);
  switch (state) {
    case "agreed":
      return "Next: the change can go in; nobody else need agree.";
    case "overridden":
      return `Next: the change can go in on the word of ${override?.by ?? "somebody"}; tell those who were not asked.`;
    case "pending": {
      const instead = insteadOf(answer).map((team) => `or ${stepOf({ ...team, missing: 1 })} too`);
      return `Next: ${[...steps, ...instead].join("; ")}.`;
    }
    case "blocked": {
      const settled = blockedBy.map(
        ({ by, teams: ids }) =>
          `settle with ${by} what must be different, then ${by} or somebody else of ${titlesOf(answer, ids)} approves the change`,
      );
      const own = new Set(blockedBy.flatMap(({ teams: ids }) => ids));
      const others = teams
        .filter(({ missing, team }) => missing > 0 && !own.has(team.id))
        .map(stepOf);
      return `Next: ${[...settled, ...others].join("; ")}.`;
    }
    default:
      return state satisfies never;
  }
}
