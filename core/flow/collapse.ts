import { entryMix } from "./composite.ts";
import { addDelayed, BLOCK } from "./convolve.ts";
import type { CohortTerm, FunnelGrid, GridStep } from "./funnel-grid.ts";
import type { Kernel } from "./kernel.ts";

/** A funnel with fewer steps and the same wins; its stage i is stage `stages[i]` of the full one, the win last. */
export interface Collapsed {
  readonly grid: FunnelGrid;
  readonly stages: readonly number[];
}

/** One delay after another, over the days of the grid. */
function oneAfterOther(a: Kernel, b: Kernel, days: number): Kernel {
  // A block may look just beyond the last day.
  const weights = new Float64Array(days + BLOCK);
  addDelayed(weights, a.weights.slice(0, weights.length), b);
  const tails = new Float64Array(days + 1);
  let first = 0;
  // What has not left within the grid; its exact size matters to nobody who looks at wins.
  tails[days] = Math.max(0, 1 - weights.reduce((sum, weight) => sum + weight, 0));
  for (let day = days - 1; day >= 0; day--) {
    tails[day] = (tails[day + 1] ?? 0) + (weights[day] ?? 0);
    if ((weights[day] ?? 0) > 0) first = day;
  }
  return { weights, tails, first, reach: Math.min(days, a.reach + b.reach), mean: a.mean + b.mean };
}

/** The step that takes `before` and `after` at once; those who leak on the way are of no interest. */
function joined(before: GridStep, after: CohortTerm, days: number): GridStep {
  const kernels = new Map<Kernel, Kernel>();
  const terms = before.terms.map((term): CohortTerm => {
    const progress =
      kernels.get(term.progress) ?? oneAfterOther(term.progress, after.progress, days);
    kernels.set(term.progress, progress);
    return { ...term, conversion: term.conversion * after.conversion, progress, leak: "never" };
  });
  return { terms };
}

/**
 * Joins each step whose terms never change to the step before it, where nobody comes in between and no leaker comes back.
 * For questions about wins alone; the joined steps' leaks are not kept.
 */
export function collapsed(grid: FunnelGrid): Collapsed {
  const { days } = grid.calendar;
  const entered = new Set(entryMix(grid.model).map(({ stage }) => stage));
  for (const { recycle } of grid.steps) if (recycle !== undefined) entered.add(recycle.to);
  const steps: GridStep[] = [];
  const stages: number[] = [];
  for (const [s, step] of grid.steps.entries()) {
    const before = steps.at(-1);
    const [term] = step.terms;
    const joins =
      before !== undefined &&
      before.recycle === undefined &&
      step.recycle === undefined &&
      step.terms.length === 1 &&
      !entered.has(s);
    if (joins && term !== undefined) {
      steps[steps.length - 1] = joined(before, term, days);
    } else {
      steps.push(step);
      stages.push(s);
    }
  }
  const kept = steps.map((step) =>
    step.recycle === undefined
      ? step
      : { ...step, recycle: { ...step.recycle, to: stages.indexOf(step.recycle.to) } },
  );
  const { loop } = grid;
  const moved = loop && {
    from: stages.indexOf(loop.from),
    until: stages.indexOf(loop.until - 1) + 1,
  };
  return { grid: { ...grid, steps: kept, loop: moved }, stages: [...stages, grid.steps.length] };
}
