import type { Deadline } from "./deadlines.ts";

/**
 * No plan that meets every month has fewer new prospects in total; null when no plan meets them all.
 * Exact for cumulative deadlines of an undated funnel (everybody in the first month); otherwise a lower bound.
 * Source: docs/funnel-mathematics.md 2.4, T1.
 */
export function minTotalEntries(deadlines: readonly Deadline[]): number | null {
  let total = 0;
  for (const { due, reach, status } of deadlines) {
    if (status === "covered") continue;
    if (status === "impossible") return null;
    total = Math.max(total, due / reach.reduce((most, wins) => Math.max(most, wins), 0));
  }
  return total;
}

/** No plan that meets every month stays below this multiple of the natural inflow in all of them; null when no plan does. Source: docs/funnel-mathematics.md 2.4, T2. */
export function minPeakFactor(deadlines: readonly Deadline[]): number | null {
  let factor = 0;
  for (const { crashFactor } of deadlines) {
    if (crashFactor === null) return null;
    factor = Math.max(factor, crashFactor);
  }
  return factor;
}
