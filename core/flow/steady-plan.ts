import type { Deadline } from "./deadlines.ts";
import { solveQuadraticProgram } from "./quadratic-program.ts";
import type { Response } from "./response.ts";
import { type SteadyTerms, steadyProgram } from "./steady-program.ts";

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

/**
 * The steady plan: the least disturbance of the natural inflow that meets every hard deadline as far as it is asked.
 *
 * Minimises tracking (no more than needed) plus steadiness (no jumps) subject to the asked rows. `scale` is the mean
 * of the positive targets in the reported months. Unique; scales with the targets. Source: docs/funnel-mathematics.md 2.5, steps 5 and 6.
 */
export function steadyPlan(
  reply: Response,
  deadlines: readonly Deadline[],
  natural: readonly number[],
  scale: number,
  terms: SteadyTerms,
): SteadyPlan {
  const nobody = natural.map(() => 0);
  if (deadlines.every(({ asked, supply }) => asked <= 0 || supply <= 0)) {
    return { pressure: nobody, entries: nobody, driving: [] };
  }
  const program = steadyProgram(reply, deadlines, natural, scale, terms);
  const { bounds, months } = program;
  const solution = solveQuadraticProgram(program);
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
