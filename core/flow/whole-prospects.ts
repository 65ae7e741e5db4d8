import type { Deadline } from "./deadlines.ts";
import { ceilRunningTotal } from "./rounding.ts";

function brought(plan: readonly number[], reach: Float64Array): number {
  let sum = 0;
  for (let m = 0; m < reach.length; m++) sum += (reach[m] ?? 0) * (plan[m] ?? 0);
  return sum;
}

/**
 * Whole new prospects per month that still meet every hard deadline as far as it is asked; shape `[month]`.
 *
 * The running total rounded up, less than 1 more than the plan in all. Under improving dated rates an entry that moves
 * forward can be worth less; then every month is rounded up by itself. Source: docs/funnel-mathematics.md 2.6.
 */
export function wholeProspects(
  entries: readonly number[],
  deadlines: readonly Deadline[],
): readonly number[] {
  const whole = ceilRunningTotal(entries);
  const keeps = deadlines.every(({ asked, hard, supply, reach }) => {
    if (!hard || asked <= 0 || supply <= 0) return true;
    const best = Math.max(0, ...reach);
    // Twice the hair's breadth of prospects that the rounding itself forgives.
    const slack = 2e-9 * best + 1e-9 * asked;
    return brought(whole, reach) >= Math.min(asked, brought(entries, reach)) - slack;
  });
  return keeps ? whole : entries.map((each) => Math.ceil(each - 1e-9));
}
