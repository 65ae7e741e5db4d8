import type { Judgement } from "../../core/change/index.ts";
import type { FunnelComparison } from "../../core/funnel/index.ts";
import { countText } from "../../core/wording.ts";
import type { Block } from "../block.ts";
import { teamNames } from "../words.ts";
import type { Ask } from "./asks.ts";
import { reachedTeams, type ToldChange } from "./change-words.ts";
import { dutyLists, manyChanges } from "./duty-lists.ts";
import {
  isAgreement,
  isEditorial,
  isInput,
  lastSteps,
  movement,
  quoted,
  reasons,
  restSentence,
  weightyOf,
} from "./movements.ts";
import { shortfallSentences } from "./shortfalls.ts";
import {
  fullAsk,
  type Sum,
  shortAsk,
  stillWords,
  sumsByTeam,
  teamSentence,
  toldTeams,
} from "./sums.ts";

/** At most so many agreements are named one by one. */
const mostNamed = 3;

/** What was changed in the inputs of the computation: numbers one by one, the rest counted, and why. */
function cause(told: readonly ToldChange[]): readonly string[] {
  const inputs = told.filter(isInput);
  if (inputs.length === 0) return [];
  const numbers = inputs.filter(({ by }) => by !== undefined);
  const named = (inputs.length === 1 ? inputs : numbers).slice(0, mostNamed);
  const places = new Set(named.map((each) => lastSteps(each)[0]));
  // What a number rests on goes with the number.
  const rest = inputs.filter((each) => !named.includes(each) && !places.has(lastSteps(each)[0]));
  const sentences = [...named.map((each) => `${movement(each)}.`), ...reasons(told)];
  return rest.length === 0
    ? sentences
    : [...sentences, restSentence(rest, named.length === 0 ? "value" : "more value")];
}

/** At most so many other words are told in the paragraph. */
const mostWords = 2;

/** What a change of words alone says now. */
function wording(told: readonly ToldChange[]): readonly string[] {
  const more = told.length - mostWords;
  return [
    "Only words change; no number, duty or pay moves.",
    ...told.slice(0, mostWords).map((each) => `${movement(quotedWords(each))}.`),
    ...(more > 0
      ? [`${countText(more, "more text")} ${more === 1 ? "changes" : "change"}, see below.`]
      : []),
  ];
}

const quotedWords = (told: ToldChange): ToldChange => ({
  ...told,
  before: quoted(told.before),
  after: quoted(told.after),
});

/** What was changed in agreements, each with whom it reaches. */
function agreements(told: readonly ToldChange[]): readonly string[] {
  const agreed = told.filter(isAgreement);
  const sentences = agreed.slice(0, mostNamed).map((each) => {
    const teams = reachedTeams(each);
    return `${teams === undefined ? "" : `For ${teams}: `}${movement(each)}.`;
  });
  const more = agreed.length - sentences.length;
  return more > 0
    ? [
        ...sentences,
        `${countText(more, "more agreement")} ${more === 1 ? "changes" : "change"}, see below.`,
      ]
    : sentences;
}

/** What one function must do where nothing moves; nothing where it has no numbers. */
const owed = (name: string, sums: readonly Sum[]): readonly string[] =>
  sums.length === 0 ? [] : [`${name} must ${stillWords(sums)}`];

/** One sentence for both functions where nothing moves for either. */
function nothingMoves(marketing: readonly Sum[], sales: readonly Sum[], agreed: boolean): string {
  const both = [
    ...owed(teamNames.marketing, marketing),
    ...owed(
      teamNames.sales,
      sales.filter(({ kind }) => kind !== "take-over"),
    ),
  ].join("; ");
  const why = agreed
    ? "What this does to conversions and deals is not computed, so the numbers stay"
    : "The numbers stay";
  return both === "" ? `${why}.` : `${why}: ${both}.`;
}

/** From so many changes on, a list says more than a paragraph. */
const many = 3;

/** What a change asks of each function. */
export interface Verdict {
  /** By itself, where there is room for no more: what was changed, and what each function must do now. */
  readonly text: string;
  /** What follows the text in a report: of many changes a list for each function, of few nothing. */
  readonly lists: readonly Block[];
}

/** What was changed, and what each function must do now: a paragraph for few changes, a short one and lists for many. */
export function verdictOf(
  judgement: Judgement,
  told: readonly ToldChange[],
  asks: readonly Ask[],
  { base, head, months }: FunnelComparison,
): Verdict {
  const sums = sumsByTeam(asks);
  const { marketing, sales } = sums;
  if (told.every(isEditorial))
    return {
      text: [...wording(told), nothingMoves(marketing, sales, false)].join(" "),
      lists: [],
    };
  const still = toldTeams.every((team) => sums[team].every(({ moved }) => !moved));
  const long = weightyOf(told).length >= many;
  const words = (sum: Sum): string => (long ? shortAsk(sum) : fullAsk(sum, months));
  const text = [
    ...(judgement.affects.length === 0
      ? ["Nobody's duty or pay moves; something is added or loosened that binds nobody yet."]
      : []),
    ...(long ? [manyChanges(told)] : [...cause(told), ...agreements(told)]),
    ...(still
      ? [nothingMoves(marketing, sales, told.some(isAgreement))]
      : toldTeams
          .filter((team) => team !== "success" || sums[team].some(({ moved }) => moved))
          .map((team) => teamSentence(team, sums[team], words))),
    ...(!still && told.some(isAgreement) && told.some(isInput)
      ? ["What the changed agreements do to conversions and deals is not computed."]
      : []),
    ...shortfallSentences(base, head),
  ].join(" ");
  return { text, lists: long ? dutyLists(told, sums, months) : [] };
}
