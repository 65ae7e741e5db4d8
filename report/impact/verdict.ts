import { type Judgement } from "../../core/change/index.ts";
import { type DocumentKind } from "../../core/document/index.ts";
import { type Team } from "../../core/finding.ts";
import { countText, listText } from "../../core/wording.ts";
import { teamNames, total } from "../words.ts";
import { type Ask, type AskKind } from "./asks.ts";
import { type ToldChange } from "./change-words.ts";
import { notThere } from "./value-words.ts";

/** The documents that the funnel is computed from; what a change in them asks is told by its numbers. */
const computed: ReadonlySet<DocumentKind> = new Set(["plan", "journey", "targets"]);

/** At most so many agreements are named one by one. */
const mostNamed = 3;

/** At most so many characters of a value are told in a sentence. */
const longestValue = 80;

const clipped = (text: string): string => {
  const characters = [...text];
  return characters.length <= longestValue
    ? text
    : `${characters.slice(0, longestValue - 1).join("")}…`;
};

const isEditorial = ({ changes }: ToldChange): boolean =>
  changes.every((each) => each.class === "editorial");

/** True for a change of what is agreed in words: a duty, pay, a definition. */
export const isAgreement = (told: ToldChange): boolean =>
  !isEditorial(told) && told.changes.some(({ document }) => !computed.has(document));

/** `32 % to 25.6 % (−20 %)`, or what came and went. */
function movement({ where, before, after, by }: ToldChange): string {
  if (before === notThere) return `${where} is new: ${clipped(after)}`;
  if (after === notThere) return `${where} is gone; it was ${clipped(before)}`;
  return `${where} goes from ${clipped(before)} to ${clipped(after)}${by === undefined ? "" : ` (${by})`}`;
}

/** What was changed in the inputs of the computation: numbers one by one, the rest counted. */
function cause(told: readonly ToldChange[]): readonly string[] {
  const inputs = told.filter((each) => !isEditorial(each) && !isAgreement(each));
  const [only] = inputs;
  if (only === undefined) return [];
  if (inputs.length === 1) return [`${movement(only)}.`];
  const named = inputs.filter(({ by }) => by !== undefined).slice(0, mostNamed);
  const rest = inputs.filter((each) => !named.includes(each));
  const sentences = named.map((each) => `${movement(each)}.`);
  if (rest.length === 0) return sentences;
  const documents = [...new Set(rest.map(({ changes }) => changes[0]?.document ?? "plan"))];
  const values = countText(rest.length, named.length === 0 ? "value" : "more value");
  const where = listText(documents.map((document) => `${document}.json`));
  return [...sentences, `${values} ${rest.length === 1 ? "changes" : "change"} in ${where}.`];
}

/** What was changed in agreements, each with whom it reaches. */
function agreements(told: readonly ToldChange[]): readonly string[] {
  const agreed = told.filter(isAgreement);
  const sentences = agreed.slice(0, mostNamed).map((each) => {
    const teams = [...new Set(each.changes.flatMap(({ affects }) => affects))];
    const reaches =
      teams.length === 0 ? "" : `For ${listText(teams.map((team) => teamNames[team]))}: `;
    return `${reaches}${movement(each)}.`;
  });
  const more = agreed.length - sentences.length;
  return more > 0
    ? [
        ...sentences,
        `${countText(more, "more agreement")} ${more === 1 ? "changes" : "change"}, see below.`,
      ]
    : sentences;
}

const verbs: Readonly<Record<AskKind, string>> = {
  bring: "bring",
  "take-over": "take over",
  "hand-over": "hand over",
  win: "win",
  book: "book",
};

/** The sum of one kind of ask over all segments; undefined where the function has none of it. */
interface Sum {
  readonly kind: AskKind;
  readonly one: string;
  readonly before: number;
  readonly after: number;
  readonly moved: boolean;
  readonly show: Ask["show"];
}

const nouns: Readonly<Record<Exclude<AskKind, "book">, string>> = {
  bring: "new prospect",
  "take-over": "prospect",
  "hand-over": "prospect",
  win: "new deal",
};

function sumOf(asks: readonly Ask[], one: string): Sum | undefined {
  const [first] = asks;
  if (first === undefined) return undefined;
  const before = Math.round(total(asks.map((each) => each.before)) * 10) / 10;
  const after = Math.round(total(asks.map((each) => each.after)) * 10) / 10;
  if (before === 0 && after === 0) return undefined;
  const { kind, show } = first;
  return { kind, one, before, after, moved: asks.some((each) => each.moved), show };
}

function sumsOf(asks: readonly Ask[], team: Team): readonly Sum[] {
  // What one function hands over is what the other takes over.
  const received = asks
    .filter((each) => each.to === team && each.team !== team)
    .map((each): Ask => ({ ...each, kind: "take-over" }));
  const own = [...received, ...asks.filter((each) => each.team === team)];
  const counted = (["bring", "take-over", "hand-over", "win"] as const).flatMap(
    (kind) =>
      sumOf(
        own.filter((each) => each.kind === kind),
        nouns[kind],
      ) ?? [],
  );
  const booked = [...new Set(own.filter(({ kind }) => kind === "book").map(({ what }) => what))];
  const revenue = booked.flatMap((what) => {
    const sum = sumOf(
      own.filter((each) => each.what === what),
      `${what.charAt(0).toLowerCase()}${what.slice(1)}`,
    );
    // Revenue that stays is told by the deals that stay.
    return sum?.moved === true ? [sum] : [];
  });
  return [...counted, ...revenue];
}

/** `1,240 more new prospects (12,882 → 14,122)`. */
function asked({ kind, one, before, after, moved, show }: Sum): string {
  const difference = Math.round(Math.abs(after - before) * 10) / 10;
  const many = (value: number): string => (kind === "book" || value === 1 ? one : `${one}s`);
  if (difference !== 0) {
    const word = after > before ? "more" : kind === "book" ? "less" : "fewer";
    return `${show(difference)} ${word} ${many(difference)} (${show(before)} → ${show(after)})`;
  }
  const much = kind === "book" ? "as much" : "as many";
  return `${much} ${many(2)} as before (${show(after)})${moved ? ", but in other months" : ""}`;
}

function teamSentence(team: Team, sums: readonly Sum[]): string {
  const name = teamNames[team];
  if (sums.length === 0) return `${name} owes no number of prospects or deals in this plan.`;
  if (sums.every(({ moved }) => !moved)) {
    const still = sums.map((sum) => `${verbs[sum.kind]} ${sum.show(sum.after)} ${sum.one}s`);
    return `${name} must ${listText(still)}, as before.`;
  }
  return `${name} must ${listText(sums.map((sum) => `${verbs[sum.kind]} ${asked(sum)}`))}.`;
}

/** One paragraph: what was changed, and what each function must do now, with the numbers before and after. */
export function verdictText(
  judgement: Judgement,
  told: readonly ToldChange[],
  asks: readonly Ask[],
): string {
  const onlyWords = told.every(isEditorial);
  const success = sumsOf(asks, "success");
  return [
    ...(onlyWords ? ["Only words change: nobody's duty or pay moves."] : []),
    ...(!onlyWords && judgement.affects.length === 0
      ? ["Nobody's duty or pay moves; something is added or loosened that binds nobody yet."]
      : []),
    ...cause(told),
    ...agreements(told),
    teamSentence("marketing", sumsOf(asks, "marketing")),
    teamSentence("sales", sumsOf(asks, "sales")),
    ...(success.some(({ moved }) => moved) ? [teamSentence("success", success)] : []),
  ].join(" ");
}
