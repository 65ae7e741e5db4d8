/** A transformed series, in the order in which the transform leaves it. */
export interface Spectrum {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/**
 * One step of a transform: blocks of `length` values become `radix` blocks of `part` values each.
 * `cos` and `sin` are of -2 pi q k / length, at `k * (radix - 1) + q - 1`, for k < part and 0 < q < radix.
 */
export interface Butterflies {
  readonly radix: 2 | 3 | 4;
  readonly length: number;
  readonly part: number;
  readonly cos: Float64Array;
  readonly sin: Float64Array;
}

/** A step of two, from the whole to its parts; the angles of a place serve every block. */
export function apartByTwo({ re, im }: Spectrum, { length, part, cos, sin }: Butterflies): void {
  for (let k = 0; k < part; k++) {
    const c = cos[k] ?? 0;
    const s = sin[k] ?? 0;
    for (let a = k, b = k + part; a < re.length; a += length, b += length) {
      const aRe = re[a] ?? 0;
      const aIm = im[a] ?? 0;
      const bRe = re[b] ?? 0;
      const bIm = im[b] ?? 0;
      const xRe = aRe - bRe;
      const xIm = aIm - bIm;
      re[a] = aRe + bRe;
      im[a] = aIm + bIm;
      re[b] = xRe * c - xIm * s;
      im[b] = xRe * s + xIm * c;
    }
  }
}

/** The way back of {@link apartByTwo}. */
export function togetherByTwo({ re, im }: Spectrum, { length, part, cos, sin }: Butterflies): void {
  for (let k = 0; k < part; k++) {
    const c = cos[k] ?? 0;
    const s = sin[k] ?? 0;
    for (let a = k, b = k + part; a < re.length; a += length, b += length) {
      const bRe = re[b] ?? 0;
      const bIm = im[b] ?? 0;
      const xRe = bRe * c + bIm * s;
      const xIm = bIm * c - bRe * s;
      const aRe = re[a] ?? 0;
      const aIm = im[a] ?? 0;
      re[a] = aRe + xRe;
      im[a] = aIm + xIm;
      re[b] = aRe - xRe;
      im[b] = aIm - xIm;
    }
  }
}

/** The sine of a third of a circle. */
const THIRD = Math.sqrt(3) / 2;

/** A step of three, from the whole to its parts. */
export function apartByThree({ re, im }: Spectrum, { length, part, cos, sin }: Butterflies): void {
  for (let k = 0; k < part; k++) {
    const c1 = cos[2 * k] ?? 0;
    const s1 = sin[2 * k] ?? 0;
    const c2 = cos[2 * k + 1] ?? 0;
    const s2 = sin[2 * k + 1] ?? 0;
    for (let a = k; a < re.length; a += length) {
      const b = a + part;
      const d = b + part;
      const aRe = re[a] ?? 0;
      const aIm = im[a] ?? 0;
      const sumRe = (re[b] ?? 0) + (re[d] ?? 0);
      const sumIm = (im[b] ?? 0) + (im[d] ?? 0);
      const acrossRe = ((re[b] ?? 0) - (re[d] ?? 0)) * THIRD;
      const acrossIm = ((im[b] ?? 0) - (im[d] ?? 0)) * THIRD;
      const middleRe = aRe - sumRe / 2;
      const middleIm = aIm - sumIm / 2;
      re[a] = aRe + sumRe;
      im[a] = aIm + sumIm;
      const bRe = middleRe + acrossIm;
      const bIm = middleIm - acrossRe;
      const dRe = middleRe - acrossIm;
      const dIm = middleIm + acrossRe;
      re[b] = bRe * c1 - bIm * s1;
      im[b] = bRe * s1 + bIm * c1;
      re[d] = dRe * c2 - dIm * s2;
      im[d] = dRe * s2 + dIm * c2;
    }
  }
}

/** The way back of {@link apartByThree}. */
export function togetherByThree(
  { re, im }: Spectrum,
  { length, part, cos, sin }: Butterflies,
): void {
  for (let k = 0; k < part; k++) {
    const c1 = cos[2 * k] ?? 0;
    const s1 = sin[2 * k] ?? 0;
    const c2 = cos[2 * k + 1] ?? 0;
    const s2 = sin[2 * k + 1] ?? 0;
    for (let a = k; a < re.length; a += length) {
      const b = a + part;
      const d = b + part;
      const aRe = re[a] ?? 0;
      const aIm = im[a] ?? 0;
      const bRe = (re[b] ?? 0) * c1 + (im[b] ?? 0) * s1;
      const bIm = (im[b] ?? 0) * c1 - (re[b] ?? 0) * s1;
      const dRe = (re[d] ?? 0) * c2 + (im[d] ?? 0) * s2;
      const dIm = (im[d] ?? 0) * c2 - (re[d] ?? 0) * s2;
      const sumRe = bRe + dRe;
      const sumIm = bIm + dIm;
      const acrossRe = (bRe - dRe) * THIRD;
      const acrossIm = (bIm - dIm) * THIRD;
      const middleRe = aRe - sumRe / 2;
      const middleIm = aIm - sumIm / 2;
      re[a] = aRe + sumRe;
      im[a] = aIm + sumIm;
      re[b] = middleRe - acrossIm;
      im[b] = middleIm + acrossRe;
      re[d] = middleRe + acrossIm;
      im[d] = middleIm - acrossRe;
    }
  }
}

/** A step of four, from the whole to its parts. */
export function apartByFour({ re, im }: Spectrum, { length, part, cos, sin }: Butterflies): void {
  for (let k = 0; k < part; k++) {
    const c1 = cos[3 * k] ?? 0;
    const s1 = sin[3 * k] ?? 0;
    const c2 = cos[3 * k + 1] ?? 0;
    const s2 = sin[3 * k + 1] ?? 0;
    const c3 = cos[3 * k + 2] ?? 0;
    const s3 = sin[3 * k + 2] ?? 0;
    for (let a = k; a < re.length; a += length) {
      const b = a + part;
      const d = b + part;
      const e = d + part;
      const evenRe = (re[a] ?? 0) + (re[d] ?? 0);
      const evenIm = (im[a] ?? 0) + (im[d] ?? 0);
      const acrossRe = (re[a] ?? 0) - (re[d] ?? 0);
      const acrossIm = (im[a] ?? 0) - (im[d] ?? 0);
      const oddRe = (re[b] ?? 0) + (re[e] ?? 0);
      const oddIm = (im[b] ?? 0) + (im[e] ?? 0);
      const turnedRe = (im[b] ?? 0) - (im[e] ?? 0);
      const turnedIm = (re[e] ?? 0) - (re[b] ?? 0);
      re[a] = evenRe + oddRe;
      im[a] = evenIm + oddIm;
      const bRe = acrossRe + turnedRe;
      const bIm = acrossIm + turnedIm;
      const dRe = evenRe - oddRe;
      const dIm = evenIm - oddIm;
      const eRe = acrossRe - turnedRe;
      const eIm = acrossIm - turnedIm;
      re[b] = bRe * c1 - bIm * s1;
      im[b] = bRe * s1 + bIm * c1;
      re[d] = dRe * c2 - dIm * s2;
      im[d] = dRe * s2 + dIm * c2;
      re[e] = eRe * c3 - eIm * s3;
      im[e] = eRe * s3 + eIm * c3;
    }
  }
}

/** The way back of {@link apartByFour}. */
export function togetherByFour(
  { re, im }: Spectrum,
  { length, part, cos, sin }: Butterflies,
): void {
  for (let k = 0; k < part; k++) {
    const c1 = cos[3 * k] ?? 0;
    const s1 = sin[3 * k] ?? 0;
    const c2 = cos[3 * k + 1] ?? 0;
    const s2 = sin[3 * k + 1] ?? 0;
    const c3 = cos[3 * k + 2] ?? 0;
    const s3 = sin[3 * k + 2] ?? 0;
    for (let a = k; a < re.length; a += length) {
      const b = a + part;
      const d = b + part;
      const e = d + part;
      const bRe = (re[b] ?? 0) * c1 + (im[b] ?? 0) * s1;
      const bIm = (im[b] ?? 0) * c1 - (re[b] ?? 0) * s1;
      const dRe = (re[d] ?? 0) * c2 + (im[d] ?? 0) * s2;
      const dIm = (im[d] ?? 0) * c2 - (re[d] ?? 0) * s2;
      const eRe = (re[e] ?? 0) * c3 + (im[e] ?? 0) * s3;
      const eIm = (im[e] ?? 0) * c3 - (re[e] ?? 0) * s3;
      const evenRe = (re[a] ?? 0) + dRe;
      const evenIm = (im[a] ?? 0) + dIm;
      const acrossRe = (re[a] ?? 0) - dRe;
      const acrossIm = (im[a] ?? 0) - dIm;
      const oddRe = bRe + eRe;
      const oddIm = bIm + eIm;
      const turnedRe = eIm - bIm;
      const turnedIm = bRe - eRe;
      re[a] = evenRe + oddRe;
      im[a] = evenIm + oddIm;
      re[b] = acrossRe + turnedRe;
      im[b] = acrossIm + turnedIm;
      re[d] = evenRe - oddRe;
      im[d] = evenIm - oddIm;
      re[e] = acrossRe - turnedRe;
      im[e] = acrossIm - turnedIm;
    }
  }
}
