/** Points on [0, 1] and their shares: Gauss-Legendre. Source: Abramowitz & Stegun, table 25.4. */
interface Rule {
  readonly points: readonly number[];
  readonly shares: readonly number[];
}

const onUnit = (points: readonly number[], shares: readonly number[]): Rule => ({
  points: points.map((point) => (point + 1) / 2),
  shares: shares.map((share) => share / 2),
});

const FIVE = onUnit(
  [-0.906179845938664, -0.5384693101056831, 0, 0.5384693101056831, 0.906179845938664],
  [
    0.2369268850561891, 0.4786286704993665, 0.5688888888888889, 0.4786286704993665,
    0.2369268850561891,
  ],
);
const THREE = onUnit([-0.7745966692414834, 0, 0.7745966692414834], [5 / 9, 8 / 9, 5 / 9]);

/** Below this change a day three points give all digits too: their error is 5e-7 of its sixth power. */
const VERY_SMOOTH = 0.04;

/** A density so small adds nothing that could be seen. */
const NOTHING = 1e-30;

const logarithms = new Map<Rule, Float64Array>();

/** ln(day + point) for every day before `days`; the same for every lag, so computed once. */
function logarithmsOver(days: number, rule: Rule): Float64Array {
  const { points } = rule;
  const known = logarithms.get(rule);
  if (known !== undefined && known.length >= points.length * days) return known;
  const made = Float64Array.from({ length: points.length * days }, (_, i) =>
    Math.log(Math.floor(i / points.length) + (points[i % points.length] ?? 0)),
  );
  logarithms.set(rule, made);
  return made;
}

/** A lag's density: the rate at which people leave at x > 0, with ln x, and how much that changes in a day at most. */
export interface Density {
  readonly density: (x: number, logX: number) => number;
  readonly steepness: (x: number) => number;
  readonly mean: number;
}

/**
 * Fills in weights[j] for j >= `from`: the integral of density(j + s) (1 - |s|) over s from -1 to 1, which is what the
 * double difference of the closed form comes to. For densities that are smooth from `from` - 1 on; ends where the
 * density has died away beyond the mean.
 */
export function triangleWeights(
  { density, steepness, mean }: Density,
  weights: Float64Array,
  from: number,
): void {
  let rule = FIVE;
  let logs = logarithmsOver(weights.length, rule);
  // The rising part of day j's triangle lies on the day before.
  let rising = 0;
  for (let day = from - 1; day < weights.length; day++) {
    // High derivatives of a power of x fall with x as well.
    if (rule === FIVE && steepness(day) + 6 / day < VERY_SMOOTH) {
      rule = THREE;
      logs = logarithmsOver(weights.length, rule);
    }
    const { points, shares } = rule;
    let all = 0;
    let late = 0;
    for (let q = 0; q < points.length; q++) {
      const point = points[q] ?? 0;
      const value = density(day + point, logs[points.length * day + q] ?? 0) * (shares[q] ?? 0);
      all += value;
      late += value * point;
    }
    if (day >= from) weights[day] = rising + all - late;
    rising = late;
    if (all < NOTHING && day > mean) break;
  }
}
