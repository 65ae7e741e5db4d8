import type { Month } from "../../core/calendar-date.ts";
import type { Team } from "../../core/finding.ts";
import { countText, listText } from "../../core/wording.ts";
import type { Block } from "../block.ts";
import { teamNames } from "../words.ts";
import { reachedTeams, type ToldChange } from "./change-words.ts";
import {
  isAgreement,
  isInput,
  lastSteps,
  movement,
  reasons,
  restSentence,
  weightyOf,
} from "./movements.ts";
import { fullAsk, type Sum, type SumsByTeam, toldTeams } from "./sums.ts";

/** Of the agreements of one function, and of the numbers that were changed, at most so many are told one by one. */
const mostListed = 5;

/** The heaviest first: what moves what somebody owes or is paid, then by how far the value moves; else in the plan's order. */
const heaviestFirst = (told: readonly ToldChange[]): readonly ToldChange[] =>
  told.toSorted((a, b) => Number(isMajor(b)) - Number(isMajor(a)) || (b.size ?? 0) - (a.size ?? 0));

const isMajor = ({ changes }: ToldChange): boolean =>
  changes.some((each) => each.class === "major");

/** The first sentence of many changes: `Changed are 2 numbers of the plan and 4 agreements of Marketing.` */
export function manyChanges(told: readonly ToldChange[]): string {
  const weighty = weightyOf(told);
  const agreed = weighty.filter(isAgreement);
  const inputs = weighty.filter(isInput).length;
  const binding = toldTeams.flatMap((team) => {
    const own = agreed.filter((each) => reaches(each, team)).length;
    return own === 0 ? [] : [`${countText(own, "agreement")} of ${teamNames[team]}`];
  });
  const free = agreed.filter((each) => !toldTeams.some((team) => reaches(each, team))).length;
  const parts = [
    ...(inputs === 0 ? [] : [`${countText(inputs, "number")} of the plan`]),
    ...binding,
    ...(free === 0 ? [] : [`${countText(free, "agreement")} binding nobody yet`]),
  ];
  return `Changed are ${listText(parts)}.`;
}

const reaches = ({ changes }: ToldChange, team: Team): boolean =>
  changes.some(({ affects }) => affects.includes(team));

const list = (text: string, items: readonly string[]): readonly Block[] =>
  items.length === 0
    ? []
    : [
        { kind: "text", text },
        { kind: "list", items },
      ];

/** The heaviest agreements one by one, and how many smaller ones there are. */
function listed(told: readonly ToldChange[]): readonly string[] {
  const more = told.length - mostListed;
  return [
    ...heaviestFirst(told).slice(0, mostListed).map(movement),
    ...(more > 0 ? [`and ${countText(more, "smaller change")}, see below`] : []),
  ];
}

/** What was changed in the numbers that the funnel is computed from, and why. */
function inputItems(told: readonly ToldChange[]): readonly string[] {
  const inputs = told.filter(isInput);
  const named = heaviestFirst(inputs.filter(({ by }) => by !== undefined)).slice(0, mostListed);
  const places = new Set(named.map((each) => lastSteps(each)[0]));
  // What a number rests on goes with the number.
  const rest = inputs.filter((each) => !named.includes(each) && !places.has(lastSteps(each)[0]));
  const sentences = [...named.map((each) => `${movement(each)}.`), ...reasons(told)];
  return rest.length === 0
    ? sentences
    : [...sentences, restSentence(rest, named.length === 0 ? "value" : "more value")];
}

/** What each function must do now, a list each: the numbers, then its agreements, the heaviest first; then what was changed to ask for it. */
export function dutyLists(
  told: readonly ToldChange[],
  sums: SumsByTeam,
  months: readonly Month[],
): readonly Block[] {
  const agreed = told.filter(isAgreement);
  const groups = new Map<string, ToldChange[]>(toldTeams.map((team) => [teamNames[team], []]));
  for (const each of agreed) {
    const whom = reachedTeams(each) ?? "";
    groups.set(whom, [...(groups.get(whom) ?? []), each]);
  }
  const numbers = (whom: string): readonly string[] =>
    toldTeams
      .filter((team) => teamNames[team] === whom)
      .flatMap((team) => sums[team])
      .filter(({ moved }) => moved)
      .map((sum: Sum) => `must ${fullAsk(sum, months)}`);
  return [
    ...[...groups].flatMap(([whom, changes]) =>
      list(whom === "" ? "Nobody is bound by this yet:" : `${whom}:`, [
        ...numbers(whom),
        ...listed(changes),
      ]),
    ),
    ...list("What the numbers come from:", inputItems(told)),
  ];
}
