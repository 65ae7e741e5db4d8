import type { Kernel } from "./kernel.ts";

/**
 * Adds `amount` released over a kernel to `target`, beginning on `day`: target[day + j] += amount * weights[j].
 * The inner loop of the engine; what falls beyond the target is left out.
 */
export function release(target: Float64Array, day: number, amount: number, lag: Kernel): void {
  const { weights } = lag;
  const until = Math.min(lag.reach, target.length - day);
  for (let j = lag.first; j < until; j++) {
    target[day + j] = (target[day + j] ?? 0) + amount * (weights[j] ?? 0);
  }
}

/** The daily series `series` delayed by a kernel, times `factor`; both of the same length. Cost: days times the kernel's reach. */
export function delayed(series: Float64Array, lag: Kernel, factor: number): Float64Array {
  const result = new Float64Array(series.length);
  for (let day = 0; day < series.length; day++) {
    const amount = series[day] ?? 0;
    if (amount !== 0) release(result, day, amount * factor, lag);
  }
  return result;
}
