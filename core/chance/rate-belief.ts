/** What is believed of a rate: its mean and variance; both in [0, 1], the variance at most mean (1 - mean). */
export interface RateBelief {
  readonly mean: number;
  readonly variance: number;
}

/** The belief Beta(a, b): a and b above 0. */
export function betaBelief(a: number, b: number): RateBelief {
  const mean = a / (a + b);
  return { mean, variance: (mean * (1 - mean)) / (a + b + 1) };
}

/**
 * The belief of a rate that was counted from so many trials: a Beta with the rate as its mean and as much weight as the
 * trials, so that the plan's own numbers stay its averages. A rate of 0 or 1 is taken as known.
 */
export const countedBelief = (rate: number, trials: number): RateBelief => ({
  mean: rate,
  variance: (rate * (1 - rate)) / (trials + 1),
});
