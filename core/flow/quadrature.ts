/** Gauss-Legendre with five points on [0, 1]. Source: Abramowitz & Stegun, table 25.4. */
const POINTS = [
  -0.906179845938664, -0.5384693101056831, 0, 0.5384693101056831, 0.906179845938664,
].map((point) => (point + 1) / 2);
const SHARES = [
  0.2369268850561891, 0.4786286704993665, 0.5688888888888889, 0.4786286704993665,
  0.2369268850561891,
].map((share) => share / 2);

/** A density so small adds nothing that could be seen. */
const NOTHING = 1e-30;

let logarithms = new Float64Array();

/** ln(day + point) for every day before `days`, five a day; the same for every lag, so computed once. */
function logarithmsOver(days: number): Float64Array {
  if (logarithms.length < 5 * days) {
    logarithms = Float64Array.from({ length: 5 * days }, (_, i) =>
      Math.log(Math.floor(i / 5) + (POINTS[i % 5] ?? 0)),
    );
  }
  return logarithms;
}

/**
 * Fills in weights[j] for j >= `from`: the integral of density(j + s) (1 - |s|) over s from -1 to 1, which is what the
 * double difference of the closed form comes to. For densities that are smooth from `from` - 1 on; ends where the
 * density has died away beyond the mean.
 */
export function triangleWeights(
  density: (x: number, logX: number) => number,
  weights: Float64Array,
  from: number,
  mean: number,
): void {
  const logs = logarithmsOver(weights.length);
  // The rising part of day j's triangle lies on the day before.
  let rising = 0;
  for (let day = from - 1; day < weights.length; day++) {
    let all = 0;
    let late = 0;
    for (let q = 0; q < 5; q++) {
      const point = POINTS[q] ?? 0;
      const value = density(day + point, logs[5 * day + q] ?? 0) * (SHARES[q] ?? 0);
      all += value;
      late += value * point;
    }
    if (day >= from) weights[day] = rising + all - late;
    rising = late;
    if (all < NOTHING && day > mean) break;
  }
}
