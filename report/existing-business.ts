import type { Month } from "../core/calendar-date.ts";
import type { RevenueFunnel, SegmentFunnel } from "../core/funnel/index.ts";
import { monthText } from "../core/wording.ts";
import { shortMoney } from "./number.ts";
import { total } from "./words.ts";

/** Behind by less than this share of the whole target is within the noise of rounding. */
const noise = 0.002;

/** What existing customers bring, a sentence for each kind of business that is wanted or expected. */
export function existingBusiness(
  segment: SegmentFunnel,
  months: readonly Month[],
  currency: string,
): readonly string[] {
  return [
    ...sentence("Renewals", segment.revenue.renewal, months, currency),
    ...sentence("Expansions", segment.revenue.expansion, months, currency),
  ];
}

function sentence(
  name: string,
  revenue: RevenueFunnel,
  months: readonly Month[],
  currency: string,
): readonly string[] {
  const wanted = total(revenue.target);
  const expected = total(revenue.expected);
  if (wanted === 0 && expected === 0) return [];
  const sum = `${name}: ${currency} ${shortMoney(expected)} expected, ${shortMoney(wanted)} wanted`;
  const behind = runningGap(revenue);
  const worst = Math.max(...behind);
  if (worst <= noise * wanted) return [`${sum}; the running total is never behind.`];
  const month = monthText(months[behind.indexOf(worst)] ?? "");
  const atEnd = behind.at(-1) ?? 0;
  const end =
    atEnd > noise * wanted ? `${shortMoney(atEnd)} are missing at the end` : "made good by the end";
  return [
    `${sum}; the running total is behind by ${shortMoney(worst)} in ${month} at worst, ${end}.`,
  ];
}

/** What is missing from the running total, shape `[month]`; 0 where nothing is. */
function runningGap({ target, expected }: RevenueFunnel): readonly number[] {
  let missing = 0;
  return target.map((wanted, month) => {
    missing += wanted - (expected[month] ?? 0);
    return Math.max(0, missing);
  });
}
