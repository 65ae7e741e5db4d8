const LANCZOS = [
  0.9999999999999971, 57.15623566586292, -59.59796035547549, 14.136097974741746,
  -0.4919138160976202, 3.399464998481189e-5, 4.652362892704858e-5, -9.837447530487956e-5,
  0.0001580887032249125, -0.00021026444172410488, 0.00021743961811521265, -0.0001643181065367639,
  8.441822398385275e-5, -2.6190838401581408e-5, 3.6899182659531625e-6,
];

/** The natural logarithm of the gamma function for x > 0; relative error near 1e-15. Source: Lanczos, coefficients of P. Godfrey (g = 607/128). */
export function lnGamma(x: number): number {
  const shifted = x - 1;
  const t = shifted + 607 / 128 + 0.5;
  const sum = LANCZOS.reduce((total, c, i) => (i === 0 ? c : total + c / (shifted + i)), 0);
  return (shifted + 0.5) * Math.log(t) - t + Math.log(Math.sqrt(2 * Math.PI) * sum);
}

/** u - ln(1 + u) without cancellation near 0. */
function logExcess(u: number): number {
  if (Math.abs(u) > 0.1) return u - Math.log1p(u);
  let power = u * u;
  let sum = 0;
  for (let n = 2; n < 24; n++) {
    sum += ((n % 2 === 0 ? 1 : -1) * power) / n;
    power *= u;
  }
  return sum;
}

/**
 * x^a e^-x / Gamma(a + 1), the term that separates P(a, x) from P(a + 1, x).
 * For large a by the saddle point (C. Loader, "Fast and accurate computation of binomial probabilities", 2000), which keeps its digits.
 */
export function gammaTerm(a: number, x: number): number {
  if (x <= 0) return 0;
  if (a < 20) return Math.exp(a * Math.log(x) - x - lnGamma(a + 1));
  const square = a * a;
  const stirling = (1 / 12 - (1 / 360 - (1 / 1260 - 1 / (1680 * square)) / square) / square) / a;
  return Math.exp(-a * logExcess((x - a) / a) - stirling) / Math.sqrt(2 * Math.PI * a);
}

/** The two regularised incomplete gamma functions at one point; each is accurate relative to itself. */
export interface IncompleteGamma {
  /** P(a, x), the gamma distribution's CDF. */
  readonly lower: number;
  /** Q(a, x) = 1 - P(a, x). */
  readonly upper: number;
}

/**
 * P(a, x) and Q(a, x) for a > 0: the power series below a + 1, the continued fraction (modified Lentz) above.
 * Source: Abramowitz & Stegun 6.5.29 and 6.5.31.
 */
export function incompleteGamma(a: number, x: number): IncompleteGamma {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x > 1e6 + 100 * a) return { lower: 1, upper: 0 };
  const term = gammaTerm(a, x);
  if (x < a + 1) {
    let part = 1;
    let sum = 1;
    for (let n = 1; part > sum * 1e-17; n++) {
      part *= x / (a + n);
      sum += part;
    }
    return { lower: term * sum, upper: 1 - term * sum };
  }
  if (term === 0) return { lower: 1, upper: 0 };
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 100_000; n++) {
    const coefficient = n * (a - n);
    b += 2;
    d = 1 / (coefficient * d + b);
    c = b + coefficient / c;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  const upper = term * a * fraction;
  return { lower: 1 - upper, upper };
}

/** The standard normal CDF, relative error near 1e-15 in both tails: Phi(-z) = Q(1/2, z^2/2) / 2. */
export function normalCdf(z: number): number {
  const tail = incompleteGamma(0.5, (z * z) / 2).upper / 2;
  return z < 0 ? tail : 1 - tail;
}
