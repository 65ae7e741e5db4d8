function differencesOf(
  values: readonly number[],
  round: (total: number) => number,
): readonly number[] {
  let total = 0;
  let before = 0;
  return values.map((value) => {
    total += value;
    const part = round(total) - before;
    before += part;
    return part;
  });
}

/** The last digits of a sum depend on the way it was computed; so much is forgiven before a part is rounded. */
const NOISE = 1e-9;

/**
 * Whole parts of a series for display: half-up of the running total. Displayed parts add up to the displayed total,
 * whose error is below one half. Never feed them back into a computation. Source: docs/funnel-mathematics.md 2.6.
 */
export function roundRunningTotal(values: readonly number[]): readonly number[] {
  return differencesOf(values, (total) => Math.floor(total + 0.5 + NOISE));
}

/** Whole parts of a series for supply: the running total rounded up, so no month is behind and the total rises by less than 1. Source: docs/funnel-mathematics.md 2.6. */
export function ceilRunningTotal(values: readonly number[]): readonly number[] {
  return differencesOf(values, (total) => Math.ceil(total - NOISE));
}
