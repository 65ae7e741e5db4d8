import { type LagLaw, lagLaw } from "./lag.ts";
import { memo } from "./memo.ts";
import type { Lag } from "./model.ts";
import { triangleWeights } from "./quadrature.ts";

/**
 * A lag on the day grid: days between the day of entry and the day of exit.
 *
 * `weights[j]` is the share that leaves j days after entry, `tails[j]` the share that leaves after j days or later.
 * Both cover at least the days asked for; mass beyond stays in stock and is never renormalised.
 * Weights are 0 before `first` and negligible (below 1e-13 in total) from `reach` on.
 */
export interface Kernel {
  readonly weights: Float64Array;
  readonly tails: Float64Array;
  readonly first: number;
  readonly reach: number;
  readonly mean: number;
}

/** Four years and a bit: what one plan asks of a lag (its months, the months beyond, old stock) mostly fits one grain. */
const GRAIN = 1536;
const MEMO_LIMIT = 256;
const NEGLIGIBLE = 1e-13;
/** Below this nobody is outstanding any more, and further days need no special functions. */
const NOBODY = 1e-30;
/** From this day on, and below this change a day, five points a day give all digits; measured against the closed form. */
const FIRST_SMOOTH_DAY = 12;
const SMOOTH = 0.25;

/**
 * k_j = G(j+1) - 2 G(j) + G(j-1): the moment of entry is uniform inside its day. Source: docs/funnel-mathematics.md 1.3.
 * Beyond the mean the same difference is taken of `outstanding`, which is small there and keeps its digits. Fills the
 * weights of the days before `until`.
 */
function closedWeights(law: LagLaw, weights: Float64Array, until: number): void {
  let curve = law.elapsed;
  let [before, here] = [curve(-1), curve(0)];
  for (let j = 0; j < until; j++) {
    if (curve === law.elapsed && j > law.mean) {
      curve = law.outstanding;
      [before, here] = [curve(j - 1), curve(j)];
    }
    if (curve === law.outstanding && before < NOBODY) break;
    const after = curve(j + 1);
    weights[j] = Math.max(0, after - 2 * here + before);
    [before, here] = [here, after];
  }
}

/** The first day from which on the density changes so little within a day that a quadrature keeps all its digits. */
function smoothFrom({ density, steepness, mean }: LagLaw, length: number): number {
  if (density === undefined || steepness === undefined) return length;
  let day = FIRST_SMOOTH_DAY;
  while (day < length && steepness(day - 1) > SMOOTH) day += 1;
  // Where it grows steep again further out, nearly everybody has left; the closed form stays exact there.
  return steepness(Math.max(day, 3 * mean)) > SMOOTH ? length : day;
}

function doubleIntervalWeights(law: LagLaw, length: number): Float64Array {
  const weights = new Float64Array(length);
  const smooth = smoothFrom(law, length);
  closedWeights(law, weights, smooth);
  const { density, steepness, mean } = law;
  if (density !== undefined && steepness !== undefined && smooth < length) {
    triangleWeights({ density, steepness, mean }, weights, smooth);
  }
  return weights;
}

function histogramWeights(weights: readonly number[], length: number): Float64Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return Float64Array.from({ length }, (_, j) => (weights[j] ?? 0) / total);
}

function build(lag: Lag, length: number): Kernel {
  const law = lagLaw(lag);
  const weights =
    lag.family === "histogram"
      ? histogramWeights(lag.weights, length)
      : doubleIntervalWeights(law, length);
  const tails = new Float64Array(length + 1);
  // Every step of the sum is a difference of the same curve, so the tail beyond the grid closes it exactly.
  let tail = Math.max(0, law.outstanding(length - 1) - law.outstanding(length));
  const beyond = tail + NEGLIGIBLE;
  let reach = 0;
  tails[length] = tail;
  for (let j = length - 1; j >= 0; j--) {
    tail += weights[j] ?? 0;
    tails[j] = tail;
    if (reach === 0 && tail > beyond) reach = j + 1;
  }
  let first = 0;
  while (first < reach && weights[first] === 0) first += 1;
  return { weights, tails, first, reach, mean: law.mean };
}

const remembered = memo<Kernel>(MEMO_LIMIT);

/**
 * The kernel of a lag over at least `days` days.
 *
 * Built on lengths in whole grains and remembered under lag and length, so the answer depends on the arguments alone.
 * Cost of the first call: two special functions per day; of the next ones: one look-up.
 */
export function kernel(lag: Lag, days: number): Kernel {
  const length = Math.max(1, Math.ceil(days / GRAIN)) * GRAIN;
  return remembered(`${length}:${JSON.stringify(lag)}`, () => build(lag, length));
}

/** The kernel of a way back: nobody returns on the day of leaving, so what would come the same day comes the next. */
export function kernelFromNextDay(lag: Lag, days: number): Kernel {
  const plain = kernel(lag, days);
  const sameDay = plain.weights[0] ?? 0;
  if (sameDay === 0) return plain;
  const weights = Float64Array.from(plain.weights);
  weights[0] = 0;
  weights[1] = (weights[1] ?? 0) + sameDay;
  const tails = Float64Array.from(plain.tails);
  tails[1] = tails[0] ?? 0;
  return { weights, tails, first: 1, reach: Math.max(2, plain.reach), mean: plain.mean };
}
