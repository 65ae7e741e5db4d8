import { type Cholesky, cholesky, solveLower, solveUpper } from "./cholesky.ts";

/** Minimise x'Hx/2 - g'x subject to rows[i] x >= bounds[i]; H symmetric and positive definite. */
export interface QuadraticProgram {
  readonly hessian: readonly Float64Array[];
  readonly linear: Float64Array;
  readonly rows: readonly Float64Array[];
  readonly bounds: readonly number[];
}

/** The minimiser, and per row how strongly it binds (0 = not at all); a shadow price of `bounds`. */
export interface QuadraticSolution {
  readonly x: Float64Array;
  readonly multipliers: Float64Array;
}

/** A binding row: its normal in the metric of H, split along an orthonormal basis (one column of a QR factor). */
interface Active {
  readonly row: number;
  readonly normal: Float64Array;
  readonly direction: Float64Array;
  readonly column: readonly number[];
  multiplier: number;
}

/** Relative size below which what is left of a normal counts as dependent on the binding ones. */
const DEPENDENT = 1e-13;
const FEASIBLE = 1e-12;

export const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
};

/** The part of `normal` outside the span of the binding rows, and its coordinates inside; Gram-Schmidt, twice. */
function split(normal: Float64Array, active: readonly Active[]) {
  const rest = normal.slice();
  const column = active.map(() => 0);
  for (let pass = 0; pass < 2; pass++) {
    for (const [k, { direction }] of active.entries()) {
      const along = dot(direction, rest);
      column[k] = (column[k] ?? 0) + along;
      for (let i = 0; i < rest.length; i++) rest[i] = (rest[i] ?? 0) - along * (direction[i] ?? 0);
    }
  }
  return { rest, column };
}

function activate(row: number, normal: Float64Array, active: Active[], multiplier: number): void {
  const { rest, column } = split(normal, active);
  const length = Math.sqrt(dot(rest, rest));
  const direction = rest.map((value) => value / length);
  active.push({ row, normal, direction, column: [...column, length], multiplier });
}

/** How much each binding row's multiplier gives way per unit of the new row's: back substitution in the QR factor. */
function givingWay(column: readonly number[], active: readonly Active[]): readonly number[] {
  const way = [...column];
  for (let k = active.length - 1; k >= 0; k--) {
    const own = active[k]?.column ?? [];
    const value = (way[k] ?? 0) / (own[k] ?? 1);
    way[k] = value;
    for (let i = 0; i < k; i++) way[i] = (way[i] ?? 0) - value * (own[i] ?? 0);
  }
  return way;
}

/** Drops one binding row and rebuilds the basis after it. */
function drop(position: number, active: Active[]): void {
  const after = active.splice(position).slice(1);
  for (const { row, normal, multiplier } of after) activate(row, normal, active, multiplier);
}

/** The row that `x` breaks most, or undefined when it breaks none. */
function mostBroken({ rows, bounds }: QuadraticProgram, x: Float64Array) {
  let worst: { readonly row: number; readonly slack: number } | undefined;
  for (const [row, normal] of rows.entries()) {
    const slack = dot(normal, x) - (bounds[row] ?? 0);
    if (slack < Math.min(-FEASIBLE, worst?.slack ?? 0)) worst = { row, slack };
  }
  return worst;
}

/** Moves `x` until the broken row holds, dropping rows that would pull the wrong way. False when it never can. */
function repair(
  row: number,
  brokenBy: number,
  normal: Float64Array,
  x: Float64Array,
  active: Active[],
  factor: Cholesky,
): boolean {
  let slack = brokenBy;
  let multiplier = 0;
  for (;;) {
    const { rest, column } = split(normal, active);
    const way = givingWay(column, active);
    let blocking = -1;
    let dualStep = Number.POSITIVE_INFINITY;
    for (const [k, { multiplier: own }] of active.entries()) {
      const rate = way[k] ?? 0;
      if (rate > 0 && own / rate < dualStep) [blocking, dualStep] = [k, own / rate];
    }
    const gain = dot(rest, rest);
    const canMove = gain > DEPENDENT * dot(normal, normal);
    const fullStep = canMove ? -slack / gain : Number.POSITIVE_INFINITY;
    const step = Math.min(dualStep, fullStep);
    if (step === Number.POSITIVE_INFINITY) return false;
    for (const [k, each] of active.entries()) {
      each.multiplier = Math.max(0, each.multiplier - step * (way[k] ?? 0));
    }
    multiplier += step;
    if (canMove) {
      const direction = solveUpper(factor, rest);
      for (let i = 0; i < x.length; i++) x[i] = (x[i] ?? 0) + step * (direction[i] ?? 0);
      slack += step * gain;
    }
    if (fullStep <= dualStep) {
      activate(row, normal, active, multiplier);
      return true;
    }
    drop(blocking, active);
  }
}

/**
 * The unique minimiser, or undefined when no x meets all rows.
 *
 * The dual active-set method: start at the free minimum and repair the most broken row until none is broken; the
 * objective rises with every step, so it ends. Rows should be scaled to comparable length. Cost: one Cholesky factor,
 * then n^2 per binding row. Source: D. Goldfarb, A. Idnani, "A numerically stable dual method for solving strictly
 * convex quadratic programs", Mathematical Programming 27 (1983).
 */
export function solveQuadraticProgram(program: QuadraticProgram): QuadraticSolution | undefined {
  const factor = cholesky(program.hessian);
  const x = solveUpper(factor, solveLower(factor, program.linear));
  const active: Active[] = [];
  const limit = 20 * (program.rows.length + x.length);
  for (let round = 0; round < limit; round++) {
    const broken = mostBroken(program, x);
    if (broken === undefined) break;
    const normal = solveLower(factor, program.rows[broken.row] ?? x);
    if (!repair(broken.row, broken.slack, normal, x, active, factor)) return undefined;
  }
  const multipliers = new Float64Array(program.rows.length);
  for (const { row, multiplier } of active) multipliers[row] = multiplier;
  return { x, multipliers };
}
