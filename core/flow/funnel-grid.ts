import { type CalendarGrid, calendarGrid } from "./calendar-grid.ts";
import { type CohortRates, cohortRates } from "./cohort-rates.ts";
import { type Kernel, kernel, kernelFromNextDay } from "./kernel.ts";
import type { ModelStep, ValidModel } from "./model.ts";

/** The terms of a cohort with its lags on the day grid; `leak` is `never` where losses are not recorded. */
export interface CohortTerm extends Pick<CohortRates, "from" | "until" | "conversion"> {
  readonly progress: Kernel;
  readonly leak: Kernel | "never";
}

/** A step ready to be run: its terms by day of entry, and where leakers come back. */
export interface GridStep {
  readonly terms: readonly CohortTerm[];
  readonly recycle?: { readonly share: number; readonly to: number; readonly kernel: Kernel };
}

/** Stages in a row: from `from` until `until` (exclusive). */
export interface Stretch {
  readonly from: number;
  readonly until: number;
}

/**
 * A funnel on the day grid. `dated` means that some step's terms change within it. `loop` is the stretch in which leakers
 * come back: nobody returns to a stage before it, and nobody leaks from a stage after it to return; absent without recycling.
 */
export interface FunnelGrid {
  readonly model: ValidModel;
  readonly calendar: CalendarGrid;
  readonly steps: readonly GridStep[];
  readonly dated: boolean;
  readonly loop: Stretch | undefined;
}

function gridStep(step: ModelStep, calendar: CalendarGrid): GridStep {
  const { days } = calendar;
  const terms = cohortRates(step, calendar, 0, days).map(
    ({ from, until, conversion, lag, leakLag }): CohortTerm => ({
      from,
      until,
      conversion,
      progress: kernel(lag, days),
      leak: leakLag === "never" ? "never" : kernel(leakLag, days),
    }),
  );
  const { recycle } = step;
  if (recycle === undefined || recycle.share === 0) return { terms };
  const { share, to, lag } = recycle;
  return { terms, recycle: { share, to, kernel: kernelFromNextDay(lag, days) } };
}

/** Says everything about a funnel but who is in it: two funnels with one key carry the same prospects alike. */
export function journeyKey({ start, steps, entryMix }: ValidModel, months: number): string {
  const terms = steps.map(({ conversion, lag, leakLag, recycle, changes, season }) => [
    conversion,
    lag,
    leakLag,
    recycle,
    changes,
    season,
  ]);
  return JSON.stringify([start, months, terms, entryMix]);
}

const numbers = new WeakMap<Kernel, number>();
let numbered = 0;

/** A number that stands for a kernel; kernels are remembered by their lags, so equal lags mostly have one number. */
function numberOf(lag: Kernel): number {
  const known = numbers.get(lag);
  if (known !== undefined) return known;
  numbered += 1;
  numbers.set(lag, numbered);
  return numbered;
}

/** Stands for the lags of undated steps, one after another, on their days. */
export const lagsKey = (steps: readonly GridStep[]): string =>
  steps.map(({ terms: [term] }) => (term === undefined ? 0 : numberOf(term.progress))).join();

function loopOf(steps: readonly GridStep[]): Stretch | undefined {
  const ends = steps.flatMap(({ recycle }, s) => (recycle === undefined ? [] : [recycle.to, s]));
  return ends.length === 0 ? undefined : { from: Math.min(...ends), until: Math.max(...ends) + 1 };
}

/** The grid of a funnel over its own months, or over more of them: dated terms simply go on. */
export function funnelGrid(model: ValidModel, months: number = model.months): FunnelGrid {
  const calendar = calendarGrid(model.start, months);
  const steps = model.steps.map((step) => gridStep(step, calendar));
  return {
    model,
    calendar,
    steps,
    dated: steps.some(({ terms }) => terms.length > 1),
    loop: loopOf(steps),
  };
}
