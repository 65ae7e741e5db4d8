import type { Month } from "../../core/calendar-date.ts";
import type { Judgement } from "../../core/change/index.ts";
import type { DocumentKind } from "../../core/document/index.ts";
import type { Team } from "../../core/finding.ts";
import type { FunnelComparison } from "../../core/funnel/index.ts";
import { countText, listText, monthText } from "../../core/wording.ts";
import { clipped } from "../svg/markup.ts";
import { teamNames, total } from "../words.ts";
import type { Ask, AskKind } from "./asks.ts";
import { reachedTeams, type ToldChange } from "./change-words.ts";
import { shortfallSentences } from "./shortfalls.ts";
import { notThere } from "./value-words.ts";

/** The documents that the funnel is computed from; what a change in them asks is told by its numbers. */
const computed: ReadonlySet<DocumentKind> = new Set(["plan", "journey", "targets"]);

/** At most so many agreements are named one by one. */
const mostNamed = 3;

/** At most so many characters of a value are told in a sentence. */
const longestValue = 120;

const short = (text: string): string => clipped(text, longestValue);

const isEditorial = ({ changes }: ToldChange): boolean =>
  changes.every((each) => each.class === "editorial");

/** True for a change of what is agreed in words: a duty, pay, a definition, what a measure is. */
export const isAgreement = (told: ToldChange): boolean =>
  !isEditorial(told) &&
  told.changes.some(
    ({ document, path }) =>
      !computed.has(document) || (document === "plan" && /^metrics(?:\/|$)/.test(path)),
  );

/** `32 % to 25.6 % (−6.4 points)`, or what came and went. */
function movement({ where, before, after, by }: ToldChange): string {
  if (before === notThere) return `${where} is new: ${short(after)}`;
  if (after === notThere) return `${where} is gone; it was ${short(before)}`;
  return `${where} goes from ${short(before)} to ${short(after)}${by === undefined ? "" : ` (${by})`}`;
}

const lastSteps = ({ changes: [first] }: ToldChange): readonly [above: string, last: string] => {
  const path = first === undefined ? "" : `${first.document}/${first.path}`;
  const cut = path.lastIndexOf("/");
  return [path.slice(0, cut), path.slice(cut + 1)];
};

/** Keys in which an author says why. */
const reasonKeys: ReadonlySet<string> = new Set(["assumed", "because", "reason", "why"]);

/** Why, in the author's words, where they were written or changed; the last sentence of the cause. */
function reasons(told: readonly ToldChange[]): readonly string[] {
  return told
    .filter((each) => reasonKeys.has(lastSteps(each)[1]) && each.after !== notThere)
    .slice(0, 2)
    .map((each) => {
      const assumed = lastSteps(each)[1] === "assumed" ? "Assumed, not measured" : "Reason given";
      return `${assumed}: ${quoted(each.after.replace(/[.!?]$/, ""))}.`;
    });
}

/** What was changed in the inputs of the computation: numbers one by one, the rest counted, and why. */
function cause(told: readonly ToldChange[]): readonly string[] {
  const inputs = told.filter((each) => !isEditorial(each) && !isAgreement(each));
  if (inputs.length === 0) return [];
  const numbers = inputs.filter(({ by }) => by !== undefined);
  const named = (inputs.length === 1 ? inputs : numbers).slice(0, mostNamed);
  const places = new Set(named.map((each) => lastSteps(each)[0]));
  // What a number rests on goes with the number.
  const rest = inputs.filter((each) => !named.includes(each) && !places.has(lastSteps(each)[0]));
  const sentences = [...named.map((each) => `${movement(each)}.`), ...reasons(told)];
  if (rest.length === 0) return sentences;
  const documents = [...new Set(rest.map(({ changes }) => changes[0]?.document ?? "plan"))];
  const values = countText(rest.length, named.length === 0 ? "value" : "more value");
  const where = listText(documents.map((document) => `${document}.json`));
  return [...sentences, `${values} ${rest.length === 1 ? "changes" : "change"} in ${where}.`];
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

const quoted = (text: string): string => (text === notThere ? text : `"${short(text)}"`);

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
  /** Where most of a rise falls into one month: which, and how much. */
  readonly peak: { readonly month: number; readonly more: number } | undefined;
  readonly show: Ask["show"];
}

/** A month in which twice as much more comes due as in the mean of the months. */
function peakOf(perMonth: readonly number[]): Sum["peak"] {
  const months = perMonth.length;
  const more = Math.max(0, ...perMonth);
  return months > 1 && more > (2 * total(perMonth)) / months && total(perMonth) > 0
    ? { month: perMonth.indexOf(more), more }
    : undefined;
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
  const { kind, show, perMonth: months } = first;
  const perMonth = months.map((_, month) => total(asks.map((each) => each.perMonth[month] ?? 0)));
  return {
    kind,
    one,
    before,
    after,
    moved: perMonth.some((each) => Math.abs(each) > 1e-6),
    peak: peakOf(perMonth),
    show,
  };
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

/** `1,240 more new prospects (12,882 → 14,122; 442 of them in January 2027)`. */
function asked(
  { kind, one, before, after, moved, peak, show }: Sum,
  months: readonly Month[],
): string {
  const difference = Math.round(Math.abs(after - before) * 10) / 10;
  const many = (value: number): string => (kind === "book" || value === 1 ? one : `${one}s`);
  if (difference !== 0) {
    const word = after > before ? "more" : kind === "book" ? "less" : "fewer";
    const when =
      kind === "bring" && peak !== undefined
        ? `; ${show(peak.more)} of them in ${monthText(months[peak.month] ?? "")}`
        : "";
    return `${show(difference)} ${word} ${many(difference)} (${show(before)} → ${show(after)}${when})`;
  }
  const much = kind === "book" ? "as much" : "as many";
  return `${much} ${many(2)} as before (${show(after)})${moved ? ", but in other months" : ""}`;
}

/** What a function must do where nothing of it moves: `bring 12,882 new prospects and hand over 993 prospects`. */
const stillWords = (sums: readonly Sum[]): string =>
  listText(sums.map((sum) => `${verbs[sum.kind]} ${sum.show(sum.after)} ${sum.one}s`));

function teamSentence(team: Team, sums: readonly Sum[], months: readonly Month[]): string {
  const name = teamNames[team];
  if (sums.length === 0) return `${name} owes no number of prospects or deals in this plan.`;
  if (sums.every(({ moved }) => !moved)) {
    return `${name} must ${stillWords(sums)}, as before.`;
  }
  return `${name} must ${listText(sums.map((sum) => `${verbs[sum.kind]} ${asked(sum, months)}`))}.`;
}

/** One sentence for both functions where nothing moves for either. */
function nothingMoves(marketing: readonly Sum[], sales: readonly Sum[], agreed: boolean): string {
  const part = (name: string, sums: readonly Sum[]): readonly string[] =>
    sums.length === 0 ? [] : [`${name} must ${stillWords(sums)}`];
  const both = [
    ...part(teamNames.marketing, marketing),
    ...part(
      teamNames.sales,
      sales.filter(({ kind }) => kind !== "take-over"),
    ),
  ].join("; ");
  const why = agreed
    ? "What this does to conversions and deals is not computed, so the numbers stay"
    : "The numbers stay";
  return both === "" ? `${why}.` : `${why}: ${both}.`;
}

/** One paragraph: what was changed, and what each function must do now, with the numbers before and after. */
export function verdictText(
  judgement: Judgement,
  told: readonly ToldChange[],
  asks: readonly Ask[],
  comparison: FunnelComparison,
): string {
  const { base, head, months } = comparison;
  const [marketing, sales, success] = (["marketing", "sales", "success"] as const).map((team) =>
    sumsOf(asks, team),
  );
  if (marketing === undefined || sales === undefined || success === undefined)
    throw new Error("unreachable: three functions");
  if (told.every(isEditorial))
    return [...wording(told), nothingMoves(marketing, sales, false)].join(" ");
  const still = ![...marketing, ...sales, ...success].some(({ moved }) => moved);
  return [
    ...(judgement.affects.length === 0
      ? ["Nobody's duty or pay moves; something is added or loosened that binds nobody yet."]
      : []),
    ...cause(told),
    ...agreements(told),
    ...(still
      ? [nothingMoves(marketing, sales, told.some(isAgreement))]
      : [teamSentence("marketing", marketing, months), teamSentence("sales", sales, months)]),
    ...(success.some(({ moved }) => moved) ? [teamSentence("success", success, months)] : []),
    ...shortfallSentences(base, head),
  ].join(" ");
}
