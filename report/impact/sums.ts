import type { Month } from "../../core/calendar-date.ts";
import type { Team } from "../../core/finding.ts";
import { listText, monthText } from "../../core/wording.ts";
import { teamNames, total } from "../words.ts";
import type { Ask, AskKind } from "./asks.ts";

const verbs: Readonly<Record<AskKind, string>> = {
  bring: "bring",
  "take-over": "take over",
  "hand-over": "hand over",
  win: "win",
  book: "book",
};

/** The sum of one kind of ask over all segments. */
export interface Sum {
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

/** What one function must do; revenue only where it moves, for revenue that stays is told by the deals that stay. */
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

/** `1,240 more new prospects`, `as many new deals as before`. */
function howManyMore({ kind, one, before, after, moved, show }: Sum): string {
  const difference = Math.round(Math.abs(after - before) * 10) / 10;
  const many = (value: number): string => (kind === "book" || value === 1 ? one : `${one}s`);
  if (difference === 0) {
    const much = kind === "book" ? "as much" : "as many";
    return `${much} ${many(2)} as before (${show(after)})${moved ? ", but in other months" : ""}`;
  }
  const word = after > before ? "more" : kind === "book" ? "less" : "fewer";
  return `${show(difference)} ${word} ${many(difference)}`;
}

/** `bring 1,240 more new prospects`. */
export const shortAsk = (sum: Sum): string => `${verbs[sum.kind]} ${howManyMore(sum)}`;

/** `bring 1,240 more new prospects (12,882 → 14,122; 442 of them in January 2027)`. */
export function fullAsk(sum: Sum, months: readonly Month[]): string {
  const { kind, before, after, peak, show } = sum;
  if (before === after) return shortAsk(sum);
  const when =
    kind === "bring" && peak !== undefined
      ? `; ${show(peak.more)} of them in ${monthText(months[peak.month] ?? "")}`
      : "";
  return `${shortAsk(sum)} (${show(before)} → ${show(after)}${when})`;
}

/** What a function must do where nothing of it moves: `bring 12,882 new prospects and hand over 993 prospects`. */
export const stillWords = (sums: readonly Sum[]): string =>
  listText(sums.map((sum) => `${verbs[sum.kind]} ${sum.show(sum.after)} ${sum.one}s`));

/** What a function must do now, as one sentence; `words` says how each ask is put. */
export function teamSentence(
  team: Team,
  sums: readonly Sum[],
  words: (sum: Sum) => string,
): string {
  const name = teamNames[team];
  if (sums.length === 0) return `${name} owes no number of prospects or deals in this plan.`;
  if (sums.every(({ moved }) => !moved)) return `${name} must ${stillWords(sums)}, as before.`;
  return `${name} must ${listText(sums.map(words))}.`;
}

/** The functions in the order in which they are told. */
export const toldTeams = ["marketing", "sales", "success"] as const;

/** What each function must do. */
export type SumsByTeam = Readonly<Record<(typeof toldTeams)[number], readonly Sum[]>>;

/** What each function must do. */
export const sumsByTeam = (asks: readonly Ask[]): SumsByTeam => ({
  marketing: sumsOf(asks, "marketing"),
  sales: sumsOf(asks, "sales"),
  success: sumsOf(asks, "success"),
});
