import type { Kernel } from "./kernel.ts";

/** How many days are summed at once; {@link addPast} and its callers go through a plan in blocks of as many. */
export const BLOCK = 4;

/**
 * Adds to the days `day` to `day + 3` of `target` what `series` released before `day`, delayed by a kernel.
 *
 * Days of the series before `start` count as 0. Four days are summed at once, with the weights kept in registers: two
 * loads serve four products. This is where the engine spends its time.
 */
export function addPast(
  target: Float64Array,
  day: number,
  series: Float64Array,
  start: number,
  { weights, first, reach }: Kernel,
): void {
  const oldest = Math.max(start, day - reach + 1);
  const youngest = Math.min(day - 1, day + BLOCK - 1 - first);
  if (oldest > youngest) return;
  let sum0 = 0;
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  let j = day - youngest;
  let weight0 = weights[j] ?? 0;
  let weight1 = weights[j + 1] ?? 0;
  let weight2 = weights[j + 2] ?? 0;
  for (let i = youngest; i >= oldest; i--, j++) {
    const weight3 = weights[j + 3] ?? 0;
    const amount = series[i] ?? 0;
    sum0 += weight0 * amount;
    sum1 += weight1 * amount;
    sum2 += weight2 * amount;
    sum3 += weight3 * amount;
    weight0 = weight1;
    weight1 = weight2;
    weight2 = weight3;
  }
  const days = target.length;
  target[day] = (target[day] ?? 0) + sum0;
  if (day + 1 < days) target[day + 1] = (target[day + 1] ?? 0) + sum1;
  if (day + 2 < days) target[day + 2] = (target[day + 2] ?? 0) + sum2;
  if (day + 3 < days) target[day + 3] = (target[day + 3] ?? 0) + sum3;
}

/**
 * Adds `amount` released over a kernel to `target`, beginning on `day`: target[day + j] += amount * weights[j].
 * Only days before `end` are served; what falls beyond is left out.
 */
export function release(
  target: Float64Array,
  day: number,
  amount: number,
  { weights, first, reach }: Kernel,
  end: number = target.length,
): void {
  const until = Math.min(reach, end - day);
  for (let j = first; j < until; j++) {
    target[day + j] = (target[day + j] ?? 0) + amount * (weights[j] ?? 0);
  }
}

/** The first day on which a series is not 0; its length when there is none. */
export function firstDay(series: Float64Array): number {
  let day = 0;
  while (day < series.length && series[day] === 0) day += 1;
  return day;
}

/** Adds the daily series `series`, delayed by a kernel, to `target` of the same length. Cost: days times the kernel's reach. */
export function addDelayed(target: Float64Array, series: Float64Array, lag: Kernel): void {
  const days = series.length;
  const start = firstDay(series);
  for (let block = start; block < days; block += BLOCK) {
    const end = Math.min(days, block + BLOCK);
    if (block > start) addPast(target, block, series, start, lag);
    for (let day = block; day < end; day++) release(target, day, series[day] ?? 0, lag, end);
  }
}
