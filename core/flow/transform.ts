import {
  apartByFour,
  apartByThree,
  apartByTwo,
  type Butterflies,
  type Spectrum,
  togetherByFour,
  togetherByThree,
  togetherByTwo,
} from "./butterflies.ts";

/**
 * Fast convolution of daily series of real numbers.
 *
 * A series x of at most `size` days is turned into x_n w^n with w^size = i before a complex Fourier transform of that
 * size. What a product wraps around the end then comes back times i, apart from what belongs to the first `size` days:
 * one transform does the work of one twice as long. Source: H. J. Nussbaumer, "Fast Fourier Transform and Convolution
 * Algorithms" (1981), right-angle circular convolution. Forward by decimation in frequency, backward in time, so that no
 * step has to sort.
 */
export interface Transform {
  readonly size: number;
  /** w^n, cosines and sines; shape `[size]`. */
  readonly turnRe: Float64Array;
  readonly turnIm: Float64Array;
  /** From the whole to single values. */
  readonly steps: readonly Butterflies[];
  /** Room to work in; what is there is only good until the next call. */
  readonly work: Spectrum;
}

const known = new Map<number, Transform>();

const circle = (length: number, angle: number, f: (x: number) => number): Float64Array =>
  Float64Array.from({ length }, (_, n) => f(angle * n));

/** The smallest size that serves so many days: a power of two, or three or nine times one. */
function sizeFor(days: number): number {
  const sizes = [1, 3, 9].map((size) => {
    let grown = size * 4;
    while (grown < days) grown *= 2;
    return grown;
  });
  return Math.min(...sizes);
}

/** Fours first, because they take the fewest operations a value. */
function radixOf(length: number): 2 | 3 | 4 {
  if (length % 4 === 0) return 4;
  return length % 2 === 0 ? 2 : 3;
}

function butterflies(length: number): readonly Butterflies[] {
  if (length === 1) return [];
  const radix = radixOf(length);
  const part = length / radix;
  const angles = Array.from({ length: part }, (_, k) =>
    Array.from({ length: radix - 1 }, (__, q) => (-2 * Math.PI * (q + 1) * k) / length),
  ).flat();
  const cos = Float64Array.from(angles, Math.cos);
  const sin = Float64Array.from(angles, Math.sin);
  return [{ radix, length, part, cos, sin }, ...butterflies(part)];
}

/** The transform for series of up to `days` days. */
export function transformFor(days: number): Transform {
  const size = sizeFor(days);
  const made = known.get(size);
  if (made !== undefined) return made;
  const transform: Transform = {
    size,
    turnRe: circle(size, Math.PI / (2 * size), Math.cos),
    turnIm: circle(size, Math.PI / (2 * size), Math.sin),
    steps: butterflies(size),
    work: { re: new Float64Array(size), im: new Float64Array(size) },
  };
  known.set(size, transform);
  return transform;
}

/** The spectrum of a series; what is beyond the transform's size is left out, what is missing counts as 0. */
export function spectrumOf(transform: Transform, series: Float64Array): Spectrum {
  const spectrum = {
    re: new Float64Array(transform.size),
    im: new Float64Array(transform.size),
  };
  analyse(transform, series, spectrum);
  return spectrum;
}

/** Fills `into` with the spectrum of a series. */
function analyse(transform: Transform, series: Float64Array, into: Spectrum): void {
  const { size, turnRe, turnIm, steps } = transform;
  const { re, im } = into;
  const days = Math.min(size, series.length);
  for (let n = 0; n < days; n++) {
    const value = series[n] ?? 0;
    re[n] = value * (turnRe[n] ?? 0);
    im[n] = value * (turnIm[n] ?? 0);
  }
  re.fill(0, days);
  im.fill(0, days);
  for (const step of steps) {
    if (step.radix === 4) apartByFour(into, step);
    else if (step.radix === 3) apartByThree(into, step);
    else apartByTwo(into, step);
  }
}

/** The first `size` days of a series convolved with one whose spectrum is known; good until the next call. */
export function convolved(
  transform: Transform,
  series: Float64Array,
  other: Spectrum,
): Float64Array {
  const { size, turnRe, turnIm, steps, work } = transform;
  const { re, im } = work;
  analyse(transform, series, work);
  for (let n = 0; n < size; n++) {
    const aRe = re[n] ?? 0;
    const aIm = im[n] ?? 0;
    const bRe = other.re[n] ?? 0;
    const bIm = other.im[n] ?? 0;
    re[n] = aRe * bRe - aIm * bIm;
    im[n] = aRe * bIm + aIm * bRe;
  }
  for (let index = steps.length - 1; index >= 0; index--) {
    const step = steps[index];
    if (step?.radix === 4) togetherByFour(work, step);
    else if (step?.radix === 3) togetherByThree(work, step);
    else if (step !== undefined) togetherByTwo(work, step);
  }
  for (let n = 0; n < size; n++) {
    re[n] = ((re[n] ?? 0) * (turnRe[n] ?? 0) + (im[n] ?? 0) * (turnIm[n] ?? 0)) / size;
  }
  return re;
}
