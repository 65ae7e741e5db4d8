/** What is believed of a rate: its mean, variance and third central moment; the mean in [0, 1], the variance at most mean (1 - mean). */
export interface RateBelief {
  readonly mean: number;
  readonly variance: number;
  readonly third: number;
}

/**
 * The belief of a rate that was counted from so many trials: a Beta with the rate as its mean and as much weight as the
 * trials, so that the plan's own numbers stay its averages. A rate of 0 or 1 is taken as known.
 */
export function countedBelief(rate: number, trials: number): RateBelief {
  const variance = (rate * (1 - rate)) / (trials + 1);
  return { mean: rate, variance, third: (2 * variance * (1 - 2 * rate)) / (trials + 2) };
}

/** The belief Beta(a, b): a and b above 0. */
export const betaBelief = (a: number, b: number): RateBelief => countedBelief(a / (a + b), a + b);
