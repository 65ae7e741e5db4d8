import type { Deadline } from "./deadlines.ts";
import { dot, solveQuadraticProgram } from "./quadratic-program.ts";
import type { Response } from "./response.ts";

/** The weights of the steady plan; rho and eps of funnel-math 2.5, the caps on entries, and last month's real pressure. */
export interface SteadyTerms {
  readonly recovery: number;
  readonly steadiness: number;
  readonly ridge: number;
  readonly caps?: readonly number[] | undefined;
  readonly previousPressure?: number | undefined;
}

/** A deadline that shapes the plan: its month, and its share of the pull of all of them. */
export interface DrivingDeadline {
  readonly month: number;
  readonly pull: number;
}

/** Entries = natural inflow times pressure; shape `[month]`. All are 0 when nothing is asked. */
export interface SteadyPlan {
  readonly pressure: readonly number[];
  readonly entries: readonly number[];
  readonly driving: readonly DrivingDeadline[];
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
      for (let j = 0; j <= t; j++) add(i, j, (own * (row[j] ?? 0)) / scale);
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
    const row = reach.map((wins, m) => wins * (natural[m] ?? 0));
    const length = Math.sqrt(dot(row, row));
    rows.push(row.map((value) => value / length));
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

/**
 * The steady plan: the least disturbance of the natural inflow that meets every hard deadline as far as it is asked.
 *
 * Minimises tracking (no more than needed) plus steadiness (no jumps) subject to the asked rows. `scale` is the mean
 * of the positive targets in the reported months. Unique; scales with the targets. Source: funnel-math 2.5, steps 5 and 6.
 */
export function steadyPlan(
  { wins }: Response,
  deadlines: readonly Deadline[],
  natural: readonly number[],
  scale: number,
  terms: SteadyTerms,
): SteadyPlan {
  const nobody = natural.map(() => 0);
  if (deadlines.every(({ asked, supply }) => asked <= 0 || supply <= 0)) {
    return { pressure: nobody, entries: nobody, driving: [] };
  }
  const supply = wins.map((row) => row.map((each, m) => each * (natural[m] ?? 0)));
  const { rows, bounds, months } = constraints(deadlines, natural, terms.caps);
  const solution = solveQuadraticProgram({
    ...objective(supply, askedPerMonth(deadlines), scale, terms),
    rows,
    bounds,
  });
  // Recovery times natural meets every asked row, so a solution always exists; this is the net under that rope.
  const pressure = natural.map((_, m) => Math.max(0, solution?.x[m] ?? terms.recovery));
  const pulls = months.map((_, row) => (solution?.multipliers[row] ?? 0) * (bounds[row] ?? 0));
  const totalPull = pulls.reduce((sum, pull) => sum + pull, 0);
  return {
    pressure,
    entries: natural.map((inflow, m) => inflow * (pressure[m] ?? 0)),
    driving: months.flatMap((month, row) => {
      const pull = (pulls[row] ?? 0) / (totalPull || 1);
      return pull > 1e-9 ? [{ month, pull }] : [];
    }),
  };
}
