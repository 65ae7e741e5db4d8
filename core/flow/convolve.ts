import type { Kernel } from "./kernel.ts";

/**
 * Adds `amount` released over a kernel to `target`, beginning on `day`: target[day + j] += amount * weights[j].
 * What falls beyond the target is left out.
 */
export function release(target: Float64Array, day: number, amount: number, lag: Kernel): void {
  const { weights } = lag;
  const until = Math.min(lag.reach, target.length - day);
  for (let j = lag.first; j < until; j++) {
    target[day + j] = (target[day + j] ?? 0) + amount * (weights[j] ?? 0);
  }
}

/**
 * Adds the daily series `series`, delayed by a kernel, to `target` of the same length.
 *
 * Cost: days times the kernel's reach. Four days are summed at once with their inputs kept in registers, which halves
 * the loads per product; this is where the engine spends its time, and where a transform would go.
 */
export function addDelayed(target: Float64Array, series: Float64Array, lag: Kernel): void {
  const { weights, first, reach } = lag;
  const days = series.length;
  let start = 0;
  while (start < days && series[start] === 0) start += 1;
  // Four zeros before and after: a block may look just outside the plan.
  const padded = new Float64Array(days + 8);
  padded.set(series, 4);
  for (let day = start + first; day < days; day += 4) {
    const until = Math.min(reach, day + 4 - start);
    let sum0 = 0;
    let sum1 = 0;
    let sum2 = 0;
    let sum3 = 0;
    let in1 = padded[day + 5 - first] ?? 0;
    let in2 = padded[day + 6 - first] ?? 0;
    let in3 = padded[day + 7 - first] ?? 0;
    for (let j = first, i = day + 4 - first; j < until; j++, i--) {
      const weight = weights[j] ?? 0;
      const in0 = padded[i] ?? 0;
      sum0 += weight * in0;
      sum1 += weight * in1;
      sum2 += weight * in2;
      sum3 += weight * in3;
      in3 = in2;
      in2 = in1;
      in1 = in0;
    }
    target[day] = (target[day] ?? 0) + sum0;
    if (day + 1 < days) target[day + 1] = (target[day + 1] ?? 0) + sum1;
    if (day + 2 < days) target[day + 2] = (target[day + 2] ?? 0) + sum2;
    if (day + 3 < days) target[day + 3] = (target[day + 3] ?? 0) + sum3;
  }
}
