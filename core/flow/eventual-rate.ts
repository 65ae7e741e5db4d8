import { type CalendarGrid, calendarGrid } from "./calendar-grid.ts";
import { frozenStep } from "./cohort-rates.ts";
import { entryMix } from "./composite.ts";
import { solveLinear } from "./linear-system.ts";
import type { ModelStep, ValidModel } from "./model.ts";

/** The model as it stands for those who enter on `day` (0 = the plan's first), for ever: no dates, no season. */
export function frozenModel(model: ValidModel, day: number): ValidModel {
  const calendar: Pick<CalendarGrid, "firstDay"> = calendarGrid(model.start, 0);
  return { ...model, steps: model.steps.map((step) => frozenStep(step, calendar, day)) };
}

/** The share of those who enter `step` that leaks and comes back. */
const comesBack = ({ conversion, recycle, leakLag }: ModelStep): number =>
  leakLag === "never" ? 0 : (1 - conversion) * (recycle?.share ?? 0);

/**
 * The chance to win at last from each stage of an undated funnel, the win itself (1) last.
 * P_s = p_s P_{s+1} + (1 - p_s) r_s P_to, a linear system; without recycling the product of the rates.
 */
export function eventualRates(steps: readonly ModelStep[]): readonly number[] {
  const matrix = steps.map((step, s) =>
    Array.from({ length: steps.length + 1 }, (_, column) => {
      const onward = column === s + 1 ? step.conversion : 0;
      const back = column === step.recycle?.to ? comesBack(step) : 0;
      return (column === s ? 1 : 0) - onward - back;
    }),
  );
  const won = Array.from({ length: steps.length + 1 }, (_, s) => (s === steps.length ? 1 : 0));
  return solveLinear([...matrix, won], won);
}

/** The chance to win at last from each stage, the win itself (1) last, for those who enter on `day` and meet that day's terms for ever. */
export function eventualRatesOn(model: ValidModel, day: number): readonly number[] {
  return eventualRates(frozenModel(model, day).steps);
}

/** The chance to win at last for a new prospect of the entry mix who enters on `day` and meets that day's terms for ever. */
export function eventualRate(model: ValidModel, day: number): number {
  const rates = eventualRatesOn(model, day);
  return entryMix(model).reduce((sum, { stage, share }) => sum + share * (rates[stage] ?? 0), 0);
}
