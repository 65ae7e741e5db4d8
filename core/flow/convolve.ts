import type { Spectrum } from "./butterflies.ts";
import type { Kernel } from "./kernel.ts";
import { convolved, spectrumOf, type Transform, transformFor } from "./transform.ts";

/** How many days are summed at once; {@link addPast} and its callers go through a plan in blocks of as many. */
export const BLOCK = 4;

/** The days on which a series is not 0: from `start` until `end` (exclusive). */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Adds to the days `day` to `day + 3` of `target` what `series` released before `day`, delayed by a kernel.
 *
 * Only the days of `span` are looked at. Four days are summed at once, with the weights kept in registers: two loads
 * serve four products. This is where the engine spends its time.
 */
export function addPast(
  target: Float64Array,
  day: number,
  series: Float64Array,
  { start, end }: Span,
  { weights, first, reach }: Kernel,
): void {
  const oldest = Math.max(start, day - reach + 1);
  const youngest = Math.min(day, end, day + BLOCK - first) - 1;
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
  end: number,
): void {
  const until = Math.min(reach, end - day);
  for (let j = first; j < until; j++) {
    target[day + j] = (target[day + j] ?? 0) + amount * (weights[j] ?? 0);
  }
}

/** The days on which a series is not 0; empty for a series of zeros. */
function spanOf(series: Float64Array): Span {
  let start = 0;
  let end = series.length;
  while (end > 0 && series[end - 1] === 0) end -= 1;
  while (start < end && series[start] === 0) start += 1;
  return { start, end };
}

/** So many products take the time of one of a transform's steps; measured. */
const PRODUCTS_PER_STEP = 7;

/** True where a transform of the whole series is less work than summing its products. */
function transformPays(
  days: number,
  { start, end }: Span,
  { first, reach }: Kernel,
  size: number,
): boolean {
  const entering = end - start;
  const left = days - start - first;
  const leaving = Math.min(reach - first, left);
  const beyond = Math.max(0, entering + leaving - left);
  const products = entering * leaving - (beyond * beyond) / 2;
  return products > PRODUCTS_PER_STEP * size * Math.log2(size);
}

const spectra = new WeakMap<Kernel, Map<number, Spectrum>>();

function kernelSpectrum(lag: Kernel, transform: Transform): Spectrum {
  const bySize = spectra.get(lag) ?? new Map<number, Spectrum>();
  spectra.set(lag, bySize);
  const spectrum = bySize.get(transform.size) ?? spectrumOf(transform, lag.weights);
  bySize.set(transform.size, spectrum);
  return spectrum;
}

/** The series delayed by a kernel as a transform gives it, good until the next call; undefined where summing is less work. */
function transformed(series: Float64Array, span: Span, lag: Kernel): Float64Array | undefined {
  const transform = transformFor(series.length);
  if (!transformPays(series.length, span, lag, transform.size)) return undefined;
  const sums = convolved(transform, series, kernelSpectrum(lag, transform));
  const first = span.start + lag.first;
  const end = Math.min(series.length, span.end + lag.reach);
  sums.fill(0, 0, first);
  for (let day = first; day < end; day++) sums[day] = Math.max(0, sums[day] ?? 0);
  sums.fill(0, end);
  return sums;
}

/** Adds the series delayed by a kernel product by product, in blocks. */
function addSummed(target: Float64Array, series: Float64Array, span: Span, lag: Kernel): void {
  const days = Math.min(series.length, span.end + lag.reach);
  for (let block = span.start; block < days; block += BLOCK) {
    const end = Math.min(series.length, block + BLOCK);
    addPast(target, block, series, span, lag);
    for (let day = block; day < end; day++) {
      const amount = series[day] ?? 0;
      if (amount !== 0) release(target, day, amount, lag, end);
    }
  }
}

/**
 * Adds the daily series `series`, delayed by a kernel, to `target` of the same length; neither holds negative numbers.
 *
 * Long series go through a transform, whose error is near 1e-15 of the largest value; days that nobody can reach stay
 * exactly 0. Short ones are summed: days times the kernel's reach.
 */
export function addDelayed(target: Float64Array, series: Float64Array, lag: Kernel): void {
  const span = spanOf(series);
  const sums = transformed(series, span, lag);
  if (sums === undefined) addSummed(target, series, span, lag);
  else
    for (let day = 0; day < series.length; day++)
      target[day] = (target[day] ?? 0) + (sums[day] ?? 0);
}

/**
 * A daily series delayed by a kernel, of at least the same length; undefined for a series of zeros. Good until the next
 * series is delayed.
 */
export function delayedBy(series: Float64Array, lag: Kernel): Float64Array | undefined {
  const span = spanOf(series);
  if (span.start >= span.end) return undefined;
  const sums = transformed(series, span, lag);
  if (sums !== undefined) return sums;
  const target = new Float64Array(series.length);
  addSummed(target, series, span, lag);
  return target;
}
