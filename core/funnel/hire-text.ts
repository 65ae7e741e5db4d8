import { dateText, listText, monthsText, numberText } from "../wording.ts";
import type { HireAdvice } from "./hires.ts";

/** Whom to have at work by when: `have 1 more at work by 4 January 2027 (decided on by 4 October 2026)`; nothing where nobody helps. */
export function hireText({ hires }: HireAdvice): string {
  if (hires.length === 0) return "";
  const each = listText(
    hires.map(({ count, startBy, decideBy }) => {
      const decided = decideBy === startBy ? "" : ` (decided on by ${dateText(decideBy)})`;
      return `${numberText(count)} more at work by ${dateText(startBy)}${decided}`;
    }),
  );
  return `have ${each}`;
}

/** The months for which hiring comes too late, and by how much; nothing where it does not. */
export function tooLateText({ tooLate }: HireAdvice): string {
  if (tooLate.length === 0) return "";
  const most = Math.max(...tooLate.map(({ months }) => months));
  const by = `by ${most === 1 ? "1 month" : `${most} months`}${tooLate.length > 1 ? " at most" : ""}`;
  return `whoever is hired now is too late for ${monthsText(tooLate.map(({ month }) => month))}, ${by}`;
}
