import {
  type CalendarDate,
  covers,
  type Month,
  type MonthSpan,
  monthIndex,
  monthNames,
} from "./calendar-date.ts";
import { type Currency, type Minor, moneyText } from "./money.ts";

/**
 * Numbers, shares, amounts, dates and lists as people read them, in findings and in reports alike. Deterministic and free
 * of any locale of the machine: thousands by comma, decimals by point, the currency before the amount.
 */

const group = (whole: string): string => whole.replaceAll(/\B(?=(\d{3})+$)/g, ",");

/**
 * A number as people write it: `1,240.5`, `−3`. At most `decimals` decimals and ten significant digits; trailing zeros
 * are dropped.
 */
export function numberText(value: number, decimals = 1): string {
  const rounded = Number(value.toPrecision(10));
  const [whole = "0", fraction = ""] = Math.abs(rounded).toFixed(decimals).split(".");
  const kept = fraction.replace(/0+$/, "");
  const text = `${group(whole)}${kept === "" ? "" : `.${kept}`}`;
  return rounded < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

/** A share as people write it: `25 %`, with one decimal where it says more, and with two digits where it is tiny. */
export function shareText(share: number): string {
  const percent = share * 100;
  return `${isTiny(percent) ? String(Number(percent.toPrecision(2))) : numberText(percent, 1)} %`;
}

/** The number to write for a share that {@link shareText} shows, neither more nor less exact: `0.375` for `37.5 %`. */
export function shareNumberText(share: number): string {
  return String(Number(isTiny(share * 100) ? share.toPrecision(2) : share.toFixed(3)));
}

const isTiny = (percent: number): boolean => percent !== 0 && Math.abs(percent) < 0.1;

/** An amount as people write it: `EUR 1,250.50`, without decimals where there are none. */
export function amountText(amount: Minor, currency: Currency): string {
  const [whole = "0", fraction = ""] = moneyText(amount, currency).split(".");
  return `${currency.code} ${group(whole)}${/^0*$/.test(fraction) ? "" : `.${fraction}`}`;
}

/** An amount without its decimals: `EUR 1,250,000`. Half a unit is rounded up, away from zero. */
export function wholeAmountText(value: number, currencyCode: string): string {
  return `${currencyCode} ${numberText(value, 0)}`;
}

/** A computed amount in whole units of the currency as people say it: three digits, `about EUR 28,600`. */
export function aboutText(amount: number, currency: Currency): string {
  return `about ${wholeAmountText(Number(amount.toPrecision(3)), currency.code)}`;
}

/** A computed number as people say it: two digits, `about 380`. */
export function roughText(value: number): string {
  return `about ${numberText(Number(value.toPrecision(2)))}`;
}

/** How many of something: `1 month`, `3 months`. */
export function countText(count: number, one: string, many = `${one}s`): string {
  return `${numberText(count)} ${count === 1 ? one : many}`;
}

/** Things in a row: `a, b and c`. */
export function listText(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}

/** What a person wrote, with a full stop at its end unless it ends a sentence already. */
export const sentenceText = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** A title in quotation marks; a long one is cut after about 60 characters. */
export function titleText(title: string): string {
  const characters = Array.from(title);
  return JSON.stringify(
    characters.length > 60 ? `${characters.slice(0, 59).join("").trimEnd()}…` : title,
  );
}

/** An id as people read it: `ready-to-talk` as `Ready to talk`. */
export function nameOf(id: string): string {
  const words = id.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A stage as findings and tables name it, by its short name: `"Ready to talk"`. Its title is a whole sentence of the buyer. */
export const stageText = ({ id }: { readonly id: string }): string => `"${nameOf(id)}"`;

/** What leads from one stage to the next: `Evaluating → Customer`. */
export const wayText = (from: string, to: string): string => `${nameOf(from)} → ${nameOf(to)}`;

/** A step as findings name it: `the step "Evaluating → Customer"`. */
export const stepText = (step: {
  readonly from: { readonly id: string };
  readonly to: { readonly id: string };
}): string => `the step "${wayText(step.from.id, step.to.id)}"`;

/** A month as people write it: `March 2027`. */
export function monthText(month: Month): string {
  return `${monthNameText(month)} ${Number(month.slice(0, 4))}`;
}

/** A month of any year: `March`. */
export function monthNameText(month: Month): string {
  return monthNames[monthIndex(month) % 12] ?? month;
}

/** A date as people write it: `1 March 2027`. */
export function dateText(date: CalendarDate): string {
  return `${Number(date.slice(8, 10))} ${monthText(date.slice(0, 7))}`;
}

/** An instant as people read it, to the minute: `2027-03-01 09:30 UTC`. It comes as `Date.toISOString` writes it. */
export const minuteText = (instant: string): string =>
  `${instant.slice(0, 16).replace("T", " ")} UTC`;

/** Months in their order, three or more neighbours drawn together: `January to March 2027 and June 2027`. */
export function monthsText(months: readonly Month[]): string {
  const runs: Month[][] = [];
  for (const month of months) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run !== undefined && before !== undefined && monthIndex(month) === monthIndex(before) + 1) {
      run.push(month);
    } else runs.push([month]);
  }
  return listText(runs.map(runText));
}

/**
 * The months of a plan that a span covers: `January to June 2027`.
 *
 * @returns `undefined` for the whole plan, where a period says nothing, and where the span covers none of its months.
 */
export function periodText(span: MonthSpan, months: readonly Month[]): string | undefined {
  const covered = months.filter((month) => covers(span, month));
  return covered.length === 0 || covered.length === months.length ? undefined : monthsText(covered);
}

function runText(run: readonly Month[]): string {
  const [first = "", last = first] = [run[0], run.at(-1)];
  if (first === last) return monthText(first);
  const sameYear = first.slice(0, 4) === last.slice(0, 4);
  const joined = run.length === 2 ? "and" : "to";
  return `${sameYear ? monthNameText(first) : monthText(first)} ${joined} ${monthText(last)}`;
}
