import { monthLengths } from "./calendar-grid.ts";
import { deadlineWindows } from "./deadline-windows.ts";
import { deadlines } from "./deadlines.ts";
import { funnelGrid } from "./funnel-grid.ts";
import type { ValidModel } from "./model.ts";
import { naturalInflow } from "./natural-inflow.ts";
import type { RequirementAnswer, RequirementOptions } from "./requirement.ts";
import { response } from "./response.ts";
import { steadyPlan } from "./steady-plan.ts";

/** The choices of a requirement that a plan's own targets are answered with. */
type Choices = Pick<RequirementOptions, "basis" | "catchUp" | "recovery" | "steadiness">;

const meanOfPositive = (targets: readonly number[]): number => {
  const positive = targets.filter((each) => each > 0);
  return positive.reduce((sum, each) => sum + each, 0) / Math.max(1, positive.length) || 1;
};

/**
 * The new prospects that other targets would need in a funnel that was solved before, shape `[month]` over all months
 * solved; the same steady plan, without running it through the stages. What the opening pipeline brings does not depend
 * on targets, so it is taken from the answer. Source: docs/funnel-mathematics.md 2.5 and 3.4.
 */
export function steadyEntries(
  model: ValidModel,
  answer: Pick<RequirementAnswer, "openingWins" | "reportMonths">,
  targets: readonly number[],
  { basis = "cumulative", catchUp = "soonest", recovery = 1.5, steadiness = 0.1 }: Choices,
): readonly number[] {
  const grid = funnelGrid(model, targets.length);
  const reply = response(grid);
  const natural = naturalInflow(reply, targets, monthLengths(grid.calendar));
  const windows = deadlineWindows(grid.calendar, basis, catchUp);
  const due = deadlines(reply, answer.openingWins, targets, natural, windows, {
    recovery,
    gate: 0.1,
    caps: undefined,
  });
  const scale = meanOfPositive(targets.slice(0, answer.reportMonths));
  const { entries } = steadyPlan(reply, due, natural, scale, {
    recovery,
    steadiness,
    ridge: 1e-4,
    caps: undefined,
    previousPressure: undefined,
  });
  return entries;
}
