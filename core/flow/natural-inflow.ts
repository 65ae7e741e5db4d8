import type { Response } from "./response.ts";

/**
 * The natural inflow: new prospects per month that would serve the targets if nothing were in the pipeline and nothing
 * urgent; the shape that the plan bends. Shape `[month]`.
 *
 * Each month looks at the targets its prospects will win into, per day, and divides by the eventual rate. A month that
 * wins nothing within the plan looks at the last target. At least a thousandth of the largest month. Source: docs/funnel-mathematics.md 2.5, step 1.
 */
export function naturalInflow(
  { wins, eventual }: Response,
  targets: readonly number[],
  lengths: readonly number[],
): readonly number[] {
  const perDay = targets.map((target, t) => target / (lengths[t] ?? 1));
  const inflow = lengths.map((length, m) => {
    let weighted = 0;
    let weight = 0;
    for (const [t, row] of wins.entries()) {
      weighted += (row[m] ?? 0) * (perDay[t] ?? 0);
      weight += row[m] ?? 0;
    }
    const rate = eventual[m] ?? 0;
    const wanted = weight > 0 ? weighted / weight : (perDay.at(-1) ?? 0);
    return rate > 0 ? (wanted * length) / rate : 0;
  });
  const floor = inflow.reduce((most, each) => Math.max(most, each), 0) * 1e-3;
  return inflow.map((each) => Math.max(each, floor));
}
