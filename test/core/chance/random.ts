/** Draws of a seeded generator: the same seed, the same draws, on every machine. */
export interface Random {
  /** Uniform in (0, 1). */
  readonly uniform: () => number;
  /** A share that is Beta(a, b). */
  readonly beta: (a: number, b: number) => number;
  /** How many of n go on, each with this chance. */
  readonly binomial: (n: number, chance: number) => number;
}

/** Mulberry32, gamma draws by Marsaglia and Tsang (2000), binomial draws by adding up weights; nothing of core is used. */
export function seeded(seed: number): Random {
  let state = seed;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (((t ^ (t >>> 14)) >>> 0) + 0.5) / 4294967296;
  };
  const normal = (): number =>
    Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * uniform() ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  };
  const binomial = (n: number, chance: number): number => {
    if (chance >= 1) return n;
    if (chance <= 0) return 0;
    // Too many to add up from the first weight, which would be 0: in two halves.
    if (n * chance > 300) {
      const half = Math.floor(n / 2);
      return binomial(half, chance) + binomial(n - half, chance);
    }
    if (chance > 0.5) return n - binomial(n, 1 - chance);
    const odds = chance / (1 - chance);
    let weight = (1 - chance) ** n;
    let left = uniform() - weight;
    let k = 0;
    while (left > 0 && k < n) {
      weight *= ((n - k) / (k + 1)) * odds;
      k += 1;
      left -= weight;
    }
    return k;
  };
  return {
    uniform,
    beta: (a, b) => {
      const x = gamma(a);
      return x / (x + gamma(b));
    },
    binomial,
  };
}
