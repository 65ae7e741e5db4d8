import type { CalendarGrid } from "./calendar-grid.ts";
import { type CohortRates, cohortRates } from "./cohort-rates.ts";
import { type Kernel, kernel } from "./kernel.ts";
import { lagLaw } from "./lag.ts";
import type { Lag, ModelStep, OpeningGroup } from "./model.ts";

/** How far back entries are told apart by date when the ages of a stock are unknown: five years. */
const LOOK_BACK = 1826;

/** What a stock of one prospect does: shares that progress and that leak, shape `[day]`. */
export interface StockRelease {
  readonly progress: Float64Array;
  readonly leaks: Float64Array;
}

/** One past cohort of a stock: its terms, the ages it covers (both inclusive), and its lags. */
interface PastCohort {
  readonly conversion: number;
  readonly youngest: number;
  readonly oldest: number;
  readonly progress: Kernel;
  readonly leak: Kernel | "never";
}

const pastCohort = (rates: CohortRates, days: number, endless: boolean): PastCohort => {
  const youngest = 1 - rates.until;
  const oldest = endless ? Number.POSITIVE_INFINITY : -rates.from;
  const span = days + (endless ? youngest : oldest) + 2;
  return {
    conversion: rates.conversion,
    youngest,
    oldest,
    progress: kernel(rates.lag, span),
    leak: rates.leakLag === "never" ? "never" : kernel(rates.leakLag, span),
  };
};

/** P(J >= j); 0 beyond the grid, where only an endless cohort looks. */
const tail = ({ tails }: Kernel, j: number): number => (j < tails.length ? (tails[j] ?? 0) : 0);

/** P(youngest <= J - day <= oldest): the share of a steady daily cohort that leaves on `day`. */
const leavingOn = ({ youngest, oldest }: PastCohort, lag: Kernel, day: number): number =>
  tail(lag, youngest + day) - tail(lag, oldest + 1 + day);

/** The stock that one entry a day leaves: the sum of P(J >= a) over the cohort's ages; over all ages that is the mean lag. */
function standing({ youngest, oldest }: PastCohort, lag: Kernel): number {
  const sum = (from: number, through: number): number => {
    let total = 0;
    for (let age = from; age <= through; age++) total += tail(lag, age);
    return total;
  };
  return oldest === Number.POSITIVE_INFINITY
    ? Math.max(0, lag.mean - sum(1, youngest - 1))
    : sum(youngest, oldest);
}

function steadyStock(cohorts: readonly PastCohort[]): number {
  return cohorts.reduce((sum, cohort) => {
    const { conversion, progress, leak } = cohort;
    const leaving = leak === "never" ? progress : leak;
    return (
      sum + conversion * standing(cohort, progress) + (1 - conversion) * standing(cohort, leaving)
    );
  }, 0);
}

function pastCohorts(step: ModelStep, calendar: CalendarGrid): readonly PastCohort[] {
  return cohortRates(step, calendar, -LOOK_BACK, 0).map((rates, i) =>
    pastCohort(rates, calendar.days, i === 0),
  );
}

/** S(a): the share of a cohort that is still in the stage at age a. */
const stillIn = ({ conversion, progress, leak }: PastCohort, age: number): number =>
  conversion * tail(progress, age) + (1 - conversion) * (leak === "never" ? 1 : tail(leak, age));

interface Stock {
  readonly cohorts: readonly PastCohort[];
  /** Of one entry per day of entry: how many are still there. */
  readonly stock: number;
}

function stockOf(step: ModelStep, calendar: CalendarGrid, { ageDays }: OpeningGroup): Stock {
  if (ageDays === undefined) {
    const cohorts = pastCohorts(step, calendar);
    return { cohorts, stock: steadyStock(cohorts) };
  }
  const age = Math.floor(ageDays);
  const cohorts = cohortRates(step, calendar, -age, 1 - age).map((rates) =>
    pastCohort(rates, calendar.days, false),
  );
  return { cohorts, stock: cohorts.reduce((sum, cohort) => sum + stillIn(cohort, age), 0) };
}

/** P(J >= j) from the lag's law, for one day alone; a kernel would work out all of them. */
function tailOf(lag: Lag, j: number): number {
  if (j <= 0) return 1;
  const { outstanding } = lagLaw(lag);
  return Math.max(0, outstanding(j - 1) - outstanding(j));
}

/**
 * The share of an opening group's cohort that is still in the stage, in [0, 1]; near 0 nobody can be as old as said.
 * Without an age: the steady stock of one entry a day, in days.
 */
export function stillInStage(step: ModelStep, calendar: CalendarGrid, group: OpeningGroup): number {
  if (group.ageDays === undefined) return stockOf(step, calendar, group).stock;
  const age = Math.floor(group.ageDays);
  const [terms] = cohortRates(step, calendar, -age, 1 - age);
  if (terms === undefined) return 0;
  const { conversion, lag, leakLag } = terms;
  const leaking = leakLag === "never" ? 1 : tailOf(leakLag, age);
  return conversion * tailOf(lag, age) + (1 - conversion) * leaking;
}

/** The chance that one of an opening group progresses at last: p at every age with recorded losses, fading without. Source: docs/funnel-mathematics.md 1.5. */
export function progressProbability(
  step: ModelStep,
  calendar: CalendarGrid,
  group: OpeningGroup,
): number {
  const { cohorts, stock } = stockOf(step, calendar, group);
  return cohorts.reduce(
    (sum, cohort) => sum + (cohort.conversion * standing(cohort, cohort.progress)) / stock,
    0,
  );
}

/**
 * Shares of an opening group that progress and leak on each day, given that it is still in the stage.
 *
 * Known age a: n p k_{a+t} / S(a). Unknown: ages as a steady inflow leaves them, n p P(J >= t+1) / E[J], where past
 * seasons and changes weigh in by their dates. Where losses are never recorded, an unknown age is taken as if they
 * left like the others, because a stock that never empties has no steady state. Source: docs/funnel-mathematics.md 1.5.
 */
export function stockRelease(
  step: ModelStep,
  calendar: CalendarGrid,
  group: OpeningGroup,
): StockRelease {
  const { days } = calendar;
  const { cohorts, stock } = stockOf(step, calendar, group);
  const progress = new Float64Array(days);
  const leaks = new Float64Array(days);
  for (const cohort of cohorts) {
    const { conversion, leak } = cohort;
    for (let day = 0; day < days; day++) {
      const share = (conversion * leavingOn(cohort, cohort.progress, day)) / stock;
      progress[day] = (progress[day] ?? 0) + share;
      if (leak === "never") continue;
      const lost = ((1 - conversion) * leavingOn(cohort, leak, day)) / stock;
      leaks[day] = (leaks[day] ?? 0) + lost;
    }
  }
  return { progress, leaks };
}
