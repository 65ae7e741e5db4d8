import type { Deadline } from "./deadlines.ts";
import { dot, type QuadraticProgram } from "./quadratic-program.ts";
import type { Response } from "./response.ts";

/** The weights of the steady plan; rho and eps of docs/funnel-mathematics.md 2.5, the caps on entries, and last month's real pressure. */
export interface SteadyTerms {
  readonly recovery: number;
  readonly steadiness: number;
  readonly ridge: number;
  readonly caps?: readonly number[] | undefined;
  readonly previousPressure?: number | undefined;
}

/** The quadratic programme of a steady plan in the pressures z; the first rows are the deadlines of `months`, in order. */
export interface SteadyProgram extends QuadraticProgram {
  readonly months: readonly number[];
}

/** Wins per prospect of each month as wins of the natural inflow of that month; shape `[month]`. */
function weighed(perProspect: Float64Array, natural: readonly number[]): Float64Array {
  const wins = new Float64Array(perProspect.length);
  for (let m = 0; m < wins.length; m++) wins[m] = (perProspect[m] ?? 0) * (natural[m] ?? 0);
  return wins;
}

/** What the deadlines ask of each month: the rises of the running maximum inside each window. */
function askedPerMonth(deadlines: readonly Deadline[]): readonly number[] {
  let reached = 0;
  return deadlines.map(({ asked, from }, t) => {
    if (t > 0 && from !== deadlines[t - 1]?.from) reached = 0;
    const before = reached;
    reached = Math.max(reached, asked);
    return reached - before;
  });
}

/** The sum over months t of the wins in t per unit of pressure in month i, times those of month j <= i. */
function productOf(supply: readonly Float64Array[], i: number, j: number): number {
  let sum = 0;
  for (let t = i; t < supply.length; t++) {
    const row = supply[t];
    if (row !== undefined) sum += (row[i] ?? 0) * (row[j] ?? 0);
  }
  return sum;
}

/** H and g of the objective; the rows of `supply[t][m]` are wins in month t per unit of pressure in month m. */
function objective(
  supply: readonly Float64Array[],
  asked: readonly number[],
  scale: number,
  { steadiness, ridge, previousPressure }: SteadyTerms,
) {
  const size = supply.length;
  const hessian = supply.map(() => new Float64Array(size));
  const linear = new Float64Array(size).fill(ridge);
  const add = (i: number, j: number, value: number): void => {
    const row = hessian[i];
    if (row !== undefined) row[j] = (row[j] ?? 0) + value;
  };
  for (const [t, row] of supply.entries()) {
    const wanted = (asked[t] ?? 0) / scale;
    for (let i = 0; i <= t; i++) {
      const own = (row[i] ?? 0) / scale;
      linear[i] = (linear[i] ?? 0) + own * wanted;
    }
  }
  for (const [i, target] of hessian.entries()) {
    for (let j = 0; j <= i; j++) {
      const products = productOf(supply, i, j) / (scale * scale);
      target[j] = products;
      const mirrored = hessian[j];
      if (mirrored !== undefined) mirrored[i] = products;
    }
  }
  for (let m = 0; m < size; m++) {
    add(m, m, ridge);
    if (m === 0) continue;
    add(m, m, steadiness);
    add(m - 1, m - 1, steadiness);
    add(m, m - 1, -steadiness);
    add(m - 1, m, -steadiness);
  }
  if (previousPressure !== undefined) {
    add(0, 0, steadiness);
    linear[0] = (linear[0] ?? 0) + steadiness * previousPressure;
  }
  return { hessian, linear };
}

/** Rows and bounds: each hard deadline (scaled to length 1), no negative pressure, no month above its cap. */
function constraints(
  deadlines: readonly Deadline[],
  natural: readonly number[],
  caps: readonly number[] | undefined,
) {
  const rows: Float64Array[] = [];
  const bounds: number[] = [];
  const months: number[] = [];
  for (const [month, { asked, supply, hard, reach }] of deadlines.entries()) {
    if (!hard || asked <= 0 || supply <= 0) continue;
    const row = weighed(reach, natural);
    const length = Math.sqrt(dot(row, row));
    for (let m = 0; m < row.length; m++) row[m] = (row[m] ?? 0) / length;
    rows.push(row);
    bounds.push(asked / length);
    months.push(month);
  }
  const unit = (m: number, value: number): Float64Array => {
    const row = new Float64Array(natural.length);
    row[m] = value;
    return row;
  };
  for (const [m, inflow] of natural.entries()) {
    rows.push(unit(m, 1));
    bounds.push(0);
    const cap = caps?.[m];
    if (cap === undefined || inflow <= 0) continue;
    rows.push(unit(m, -1));
    bounds.push(-cap / inflow);
  }
  return { rows, bounds, months };
}

/** The programme whose minimiser is the steady plan; `scale` and the rest as in `steadyPlan`. Source: docs/funnel-mathematics.md 2.5, step 5. */
export function steadyProgram(
  { wins }: Response,
  deadlines: readonly Deadline[],
  natural: readonly number[],
  scale: number,
  terms: SteadyTerms,
): SteadyProgram {
  const supply = wins.map((row) => weighed(row, natural));
  return {
    ...objective(supply, askedPerMonth(deadlines), scale, terms),
    ...constraints(deadlines, natural, terms.caps),
  };
}
