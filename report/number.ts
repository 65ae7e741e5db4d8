import { type Month, monthNames } from "../core/calendar-date.ts";
import { monthText, numberText } from "../core/wording.ts";

/**
 * Numbers and months in the short forms of tables and charts: whole prospects, deals, amounts in thousands, `Mar`.
 * How numbers, shares, amounts and dates read in a sentence is decided in core/wording.ts, for findings too.
 */

/** A whole number of prospects or deals. A positive amount below one half is shown as `< 1`, never as 0. */
export function whole(value: number): string {
  const rounded = Math.floor(value + 0.5);
  return rounded === 0 && value > 1e-9 ? "< 1" : numberText(rounded, 0);
}

/** A number of deals: one decimal, because small numbers of deals are averages; none from 1,000 on. */
export function deals(value: number): string {
  return numberText(value, Math.abs(value) < 999.5 ? 1 : 0);
}

/** A number of deals with its word: `1 deal`, `1.3 deals`. */
export function dealCount(value: number): string {
  return `${deals(value)} ${deals(value) === "1" ? "deal" : "deals"}`;
}

/** An amount in short, for narrow cells: `1.25 M`, `340 k`. */
export function shortMoney(value: number): string {
  const size = Math.abs(value);
  if (size >= 999_500) return `${numberText(value / 1e6, 2)} M`;
  if (size >= 999.5) return `${numberText(value / 1e3, 0)} k`;
  return numberText(value, 0);
}

/** A number of something: `1 day`, `3 days`. */
export function count(value: number, one: string, many = `${one}s`): string {
  const shown = whole(value);
  return `${shown} ${shown === "1" ? one : many}`;
}

/** `2027-03` as `Mar`, with the year in January and where `first` says so: `Jan 2027`, or `Jan 27` with 2 digits. */
export function shortMonth(month: Month, first = false, yearDigits: 2 | 4 = 4): string {
  const name = (monthNames[Number(month.slice(5, 7)) - 1] ?? month).slice(0, 3);
  const year = month.slice(4 - yearDigits, 4);
  return first || month.endsWith("-01") ? `${name} ${year}` : name;
}

/** The first and the last month: `January 2027 to June 2027`, or the one month that there is. */
export function monthSpan(months: readonly Month[]): string {
  const ends = [months[0], months.at(-1)].map((month) => monthText(month ?? ""));
  return [...new Set(ends)].join(" to ");
}
