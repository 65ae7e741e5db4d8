/**
 * The root of a monotone function between `low` and `high`, to machine precision.
 *
 * Secant steps kept inside the bracket (Illinois variant of regula falsi), with a halving whenever three steps did not
 * halve the bracket. The signs at the two ends must differ; if they do not, the end that is nearer to zero is returned.
 */
export function findRoot(f: (x: number) => number, low: number, high: number): number {
  let [a, fa, b, fb] = [low, f(low), high, f(high)];
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (fa > 0 === fb > 0) return Math.abs(fa) < Math.abs(fb) ? a : b;
  let width = Math.abs(b - a);
  for (let step = 1; step <= 200; step++) {
    const halve = step % 3 === 0 && Math.abs(b - a) > width / 2;
    if (step % 3 === 0) width = Math.abs(b - a);
    const x = halve ? (a + b) / 2 : b - (fb * (b - a)) / (fb - fa);
    const fx = f(x);
    if (fx === 0 || Math.abs(b - a) <= 4e-16 * (Math.abs(a) + Math.abs(b))) return x;
    if (fx > 0 === fb > 0) {
      fa /= 2;
    } else {
      [a, fa] = [b, fb];
    }
    if (x === b) return x;
    [b, fb] = [x, fx];
  }
  return b;
}
