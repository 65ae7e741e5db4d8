/**
 * How targets go on after the plan: `growth` repeats the month a year before, times the growth of the last two years;
 * `hold` repeats it as it was; `{ rate }` times 1 + rate a year; `none` ignores what comes after.
 */
export type BeyondHorizon = "growth" | "hold" | "none" | { readonly rate: number };

const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);

/** The factor from one year to the next. Growth needs 24 months of targets; with fewer it is 1. */
function yearlyFactor(targets: readonly number[], beyond: BeyondHorizon): number {
  if (typeof beyond === "object") return Math.max(0, 1 + beyond.rate);
  if (beyond !== "growth" || targets.length < 24) return 1;
  const before = sum(targets.slice(-24, -12));
  return before > 0 ? sum(targets.slice(-12)) / before : 1;
}

/**
 * The targets with `extra` months added, so that the last months of the plan serve what comes after them.
 * A plan shorter than a year has no month a year before; its mean is used. Source: docs/funnel-mathematics.md 2.7.
 */
export function extendTargets(
  targets: readonly number[],
  extra: number,
  beyond: BeyondHorizon,
): readonly number[] {
  const factor = yearlyFactor(targets, beyond);
  const extended = [...targets];
  const mean = sum(targets) / Math.max(1, targets.length);
  for (let month = 0; month < extra; month++) {
    const year = Math.floor(month / 12) + 1;
    const yearBefore = targets.length >= 12 ? extended.at(-12) : undefined;
    extended.push(yearBefore === undefined ? mean * factor ** year : yearBefore * factor);
  }
  return extended;
}
