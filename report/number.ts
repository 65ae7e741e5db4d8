import { type Month, monthNames } from "../core/calendar-date.ts";

/**
 * Numbers and dates as people read them. Deterministic and free of any locale of the machine:
 * thousands by comma, decimals by point, at most 10 significant digits.
 */

const group = (digits: string): string => digits.replaceAll(/\B(?=(\d{3})+$)/g, ",");

/** A number with at most `decimals` decimals and thousands separators; trailing zeros are dropped. */
export function decimal(value: number, decimals = 2): string {
  const rounded = Number(value.toPrecision(10));
  const [integer = "0", fraction = ""] = Math.abs(rounded).toFixed(decimals).split(".");
  const kept = fraction.replace(/0+$/, "");
  const text = `${group(integer)}${kept === "" ? "" : `.${kept}`}`;
  return rounded < 0 && Number(text.replaceAll(",", "")) !== 0 ? `−${text}` : text;
}

/** A whole number of prospects or deals. A positive amount below one half is shown as `< 1`, never as 0. */
export function whole(value: number): string {
  const rounded = Math.floor(value + 0.5);
  return rounded === 0 && value > 1e-9 ? "< 1" : decimal(rounded, 0);
}

/** A number of deals: one decimal, because small numbers of deals are averages; none from 1,000 on. */
export function deals(value: number): string {
  return decimal(value, Math.abs(value) < 999.5 ? 1 : 0);
}

/** A number of deals with its word: `1 deal`, `1.3 deals`. */
export function dealCount(value: number): string {
  return `${deals(value)} ${deals(value) === "1" ? "deal" : "deals"}`;
}

/** A share as a percentage with one decimal at most: `12.5 %`. */
export function percent(share: number): string {
  return `${decimal(share * 100, 1)} %`;
}

/** An amount with its currency, whole units: `1,250,000 EUR`. */
export function money(value: number, currency: string): string {
  return `${decimal(value, 0)} ${currency}`;
}

/** An amount in short, for narrow cells: `1.25 M`, `340 k`. */
export function shortMoney(value: number): string {
  const size = Math.abs(value);
  if (size >= 999_500) return `${decimal(value / 1e6, 2)} M`;
  if (size >= 999.5) return `${decimal(value / 1e3, 0)} k`;
  return decimal(value, 0);
}

/** A number of something: `1 day`, `3 days`. */
export function count(value: number, one: string, many = `${one}s`): string {
  const shown = whole(value);
  return `${shown} ${shown === "1" ? one : many}`;
}

/** `2027-03` as `March 2027`. */
export function monthName(month: Month): string {
  return `${monthNames[Number(month.slice(5, 7)) - 1] ?? month} ${month.slice(0, 4)}`;
}

/** `2027-03` as `Mar`, with the year in January and where `first` says so: `Jan 2027`, or `Jan 27` with 2 digits. */
export function shortMonth(month: Month, first = false, yearDigits: 2 | 4 = 4): string {
  const name = (monthNames[Number(month.slice(5, 7)) - 1] ?? month).slice(0, 3);
  const year = month.slice(4 - yearDigits, 4);
  return first || month.endsWith("-01") ? `${name} ${year}` : name;
}

/** The first and the last month: `January 2027 to June 2027`, or the one month that there is. */
export function monthSpan(months: readonly Month[]): string {
  const ends = [months[0], months.at(-1)].map((month) => monthName(month ?? ""));
  return [...new Set(ends)].join(" to ");
}

/** Words in a row: `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  const last = words.at(-1);
  if (last === undefined) return "";
  return words.length === 1 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

/** Runs of consecutive months in words: `January to March 2027 and May 2027`. */
export function monthRuns(months: readonly Month[], flags: readonly boolean[]): string {
  const runs: string[] = [];
  for (let index = 0; index < months.length; index += 1) {
    if (flags[index] !== true) continue;
    const start = index;
    while (flags[index + 1] === true && index + 1 < months.length) index += 1;
    const from = months[start] ?? "";
    const to = months[index] ?? "";
    if (start === index) runs.push(monthName(from));
    else if (from.slice(0, 4) === to.slice(0, 4)) {
      runs.push(`${monthName(from).replace(/ \d+$/, "")} to ${monthName(to)}`);
    } else runs.push(`${monthName(from)} to ${monthName(to)}`);
  }
  return listed(runs);
}
