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
  /** exp(-2 pi i k / size) for k < size / 2. */
  readonly rootRe: Float64Array;
  readonly rootIm: Float64Array;
  /** Room to work in; what is there is only good until the next call. */
  readonly work: Spectrum;
}

/** A transformed series, in the order in which the transform leaves it. */
export interface Spectrum {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

const known = new Map<number, Transform>();

const circle = (length: number, angle: number, f: (x: number) => number): Float64Array =>
  Float64Array.from({ length }, (_, n) => f(angle * n));

/** The transform for series of up to `days` days. */
export function transformFor(days: number): Transform {
  let size = 4;
  while (size < days) size *= 2;
  const made = known.get(size);
  if (made !== undefined) return made;
  const transform: Transform = {
    size,
    turnRe: circle(size, Math.PI / (2 * size), Math.cos),
    turnIm: circle(size, Math.PI / (2 * size), Math.sin),
    rootRe: circle(size / 2, (-2 * Math.PI) / size, Math.cos),
    rootIm: circle(size / 2, (-2 * Math.PI) / size, Math.sin),
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
function analyse(transform: Transform, series: Float64Array, { re, im }: Spectrum): void {
  const { size, turnRe, turnIm, rootRe, rootIm } = transform;
  const days = Math.min(size, series.length);
  for (let n = 0; n < days; n++) {
    const value = series[n] ?? 0;
    re[n] = value * (turnRe[n] ?? 0);
    im[n] = value * (turnIm[n] ?? 0);
  }
  re.fill(0, days);
  im.fill(0, days);
  for (let half = size >> 1, stride = 1; half >= 1; half >>= 1, stride <<= 1) {
    for (let start = 0; start < size; start += half << 1) {
      for (let k = 0, a = start, b = start + half; k < half; k++, a++, b++) {
        const aRe = re[a] ?? 0;
        const aIm = im[a] ?? 0;
        const bRe = re[b] ?? 0;
        const bIm = im[b] ?? 0;
        const cos = rootRe[k * stride] ?? 0;
        const sin = rootIm[k * stride] ?? 0;
        const xRe = aRe - bRe;
        const xIm = aIm - bIm;
        re[a] = aRe + bRe;
        im[a] = aIm + bIm;
        re[b] = xRe * cos - xIm * sin;
        im[b] = xRe * sin + xIm * cos;
      }
    }
  }
}

/** The first `size` days of a series convolved with one whose spectrum is known; good until the next call. */
export function convolved(
  transform: Transform,
  series: Float64Array,
  other: Spectrum,
): Float64Array {
  const { size, turnRe, turnIm, rootRe, rootIm, work } = transform;
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
  for (let half = 1, stride = size >> 1; half < size; half <<= 1, stride >>= 1) {
    for (let start = 0; start < size; start += half << 1) {
      for (let k = 0, a = start, b = start + half; k < half; k++, a++, b++) {
        const cos = rootRe[k * stride] ?? 0;
        const sin = rootIm[k * stride] ?? 0;
        const bRe = re[b] ?? 0;
        const bIm = im[b] ?? 0;
        const xRe = bRe * cos + bIm * sin;
        const xIm = bIm * cos - bRe * sin;
        const aRe = re[a] ?? 0;
        const aIm = im[a] ?? 0;
        re[a] = aRe + xRe;
        im[a] = aIm + xIm;
        re[b] = aRe - xRe;
        im[b] = aIm - xIm;
      }
    }
  }
  for (let n = 0; n < size; n++) {
    re[n] = ((re[n] ?? 0) * (turnRe[n] ?? 0) + (im[n] ?? 0) * (turnIm[n] ?? 0)) / size;
  }
  return re;
}
