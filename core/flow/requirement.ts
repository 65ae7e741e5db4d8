import { minPeakFactor, minTotalEntries } from "./bounds.ts";
import { monthLengths } from "./calendar-grid.ts";
import { entryMix } from "./composite.ts";
import { type CatchUp, deadlineWindows, type TargetBasis, windowSums } from "./deadline-windows.ts";
import { type DeadlineStatus, deadlines } from "./deadlines.ts";
import { monthsBeyond } from "./end-to-end.ts";
import type { FunnelFlows } from "./forward.ts";
import { funnelGrid } from "./funnel-grid.ts";
import { type BeyondHorizon, extendTargets } from "./horizon.ts";
import type { EntrySeries, ValidModel, WinsTarget } from "./model.ts";
import { naturalInflow } from "./natural-inflow.ts";
import { response } from "./response.ts";
import { type FunnelRun, runInflow, runOpening } from "./run.ts";
import { type DrivingDeadline, steadyPlan } from "./steady-plan.ts";
import { wholeProspects } from "./whole-prospects.ts";

/**
 * The agreed choices of a plan; every default is that of docs/funnel-mathematics.md 2.5.
 *
 * `recovery` (kappa, 1.5): most entries as a multiple of the natural inflow. `steadiness` (rho, 0.1): 0.01 chases, 1
 * levels. `gate` (phi, 0.1): below this share of a target the natural inflow can no longer steer it. `ridge` (eps, 1e-4).
 * `caps`: most entries per month. `previousPressure`: last month's real inflow over its natural inflow.
 * `fiscalYearStart`: a month from 1 to 12, default the plan's first. `committed`: inflow that is already sure.
 * `reportMonths`: the targets already reach this much beyond what is reported, and nothing is added to them.
 */
export interface RequirementOptions {
  readonly recovery?: number;
  readonly gate?: number;
  readonly steadiness?: number;
  readonly ridge?: number;
  readonly caps?: readonly number[];
  readonly previousPressure?: number;
  readonly basis?: TargetBasis;
  readonly catchUp?: CatchUp;
  readonly fiscalYearStart?: number;
  readonly beyondHorizon?: BeyondHorizon;
  readonly reportMonths?: number;
  readonly committed?: readonly EntrySeries[];
}

/**
 * How many prospects are needed, at each stage, over time. Series have shape `[month]`, tables `[stage][month]`.
 *
 * All months that were solved are here; those from `reportMonths` on only absorb the end of the plan and are not for
 * showing ({@link reported} cuts them off). Fractions are expectations. `entries` = `natural` x `pressure` are the new
 * prospects of the entry mix; `wins` come from them and from `openingWins` (opening stock and committed inflow).
 * Shortfalls count over each deadline's window: of this plan, and at best (recovery x natural from the first month).
 * `crashFactor` null is infinite; `minTotalEntries` and `minPeakFactor` null: no plan meets every month.
 * The tables are one forward run of the plan with everything in it, so all stages belong together; `run` is that run.
 */
export interface RequirementAnswer extends Omit<FunnelFlows, "entries" | "stockEnd" | "stockMean"> {
  readonly reportMonths: number;
  readonly target: readonly number[];
  readonly natural: readonly number[];
  readonly pressure: readonly number[];
  readonly entries: readonly number[];
  readonly wholeProspects: readonly number[];
  readonly openingWins: readonly number[];
  readonly crashFactor: readonly (number | null)[];
  readonly status: readonly DeadlineStatus[];
  readonly shortfallCumulative: readonly number[];
  readonly bestCaseShortfall: readonly number[];
  readonly minTotalEntries: number | null;
  readonly minPeakFactor: number | null;
  readonly driving: readonly DrivingDeadline[];
  readonly stageEntries: readonly (readonly number[])[];
  readonly stageStockEnd: readonly (readonly number[])[];
  readonly run: FunnelRun;
}

interface Horizon {
  readonly reportMonths: number;
  readonly targets: readonly number[];
}

/** The targets over the months to solve, and how many of them are reported. */
function horizonOf(model: ValidModel, target: WinsTarget, options: RequirementOptions): Horizon {
  const { beyondHorizon = "growth", reportMonths } = options;
  const given = Array.from({ length: model.months }, (_, m) => target.winsPerMonth[m] ?? 0);
  if (reportMonths !== undefined) return { reportMonths, targets: given };
  const extra = beyondHorizon === "none" ? 0 : monthsBeyond(model);
  return { reportMonths: model.months, targets: extendTargets(given, extra, beyondHorizon) };
}

function meanOfPositive(targets: readonly number[]): number {
  const positive = targets.filter((each) => each > 0);
  return positive.length === 0
    ? 1
    : positive.reduce((sum, each) => sum + each, 0) / positive.length;
}

/**
 * The new prospects that a funnel needs to win its target, and everything that follows from them.
 *
 * Total: a checked model and target always have an answer; what cannot be reached is said by `status` and the
 * shortfalls, never by an infinite plan. Cost: two forward runs, one response, one quadratic programme.
 * Source: docs/funnel-mathematics.md 2.5 to 2.7 and 9b.
 */
export function requirement(
  model: ValidModel,
  target: WinsTarget,
  options: RequirementOptions = {},
): RequirementAnswer {
  const { recovery = 1.5, gate = 0.1, steadiness = 0.1, ridge = 1e-4 } = options;
  const { basis = "cumulative", catchUp = "soonest", fiscalYearStart } = options;
  const { caps, previousPressure, committed = [] } = options;
  const { reportMonths, targets } = horizonOf(model, target, options);
  const grid = funnelGrid(model, targets.length);
  const sure = runOpening(grid, committed);
  const reply = response(grid);
  const natural = naturalInflow(reply, targets, monthLengths(grid.calendar));
  const windows = deadlineWindows(grid.calendar, basis, catchUp, fiscalYearStart);
  const due = deadlines(reply, sure.perMonth.wins, targets, natural, windows, {
    recovery,
    gate,
    caps,
  });
  const scale = meanOfPositive(targets.slice(0, reportMonths));
  const plan = steadyPlan(reply, due, natural, scale, {
    recovery,
    steadiness,
    ridge,
    caps,
    previousPressure,
  });
  const inflow = entryMix(model).map(({ stage, share }) => ({
    stage,
    perMonth: plan.entries.map((each) => each * share),
  }));
  const run = runInflow(grid, sure, inflow);
  const { entries, stockEnd, stockMean: _, ...flows } = run.all;
  const won = windowSums(flows.wins, windows.from);
  return {
    ...plan,
    ...flows,
    reportMonths,
    target: targets,
    natural,
    wholeProspects: wholeProspects(plan.entries, due),
    openingWins: sure.perMonth.wins,
    crashFactor: due.map(({ crashFactor }) => crashFactor),
    status: due.map(({ status }) => status),
    shortfallCumulative: due.map(({ wanted }, t) => beyondNoise(wanted - (won[t] ?? 0), wanted)),
    bestCaseShortfall: due.map((each) =>
      beyondNoise(each.due - recovery * each.supply, each.wanted),
    ),
    minTotalEntries: minTotalEntries(due),
    minPeakFactor: minPeakFactor(due),
    stageEntries: entries,
    stageStockEnd: stockEnd,
    run,
  };
}

/** A shortfall, without the last digits of sums that meet the target exactly. */
const beyondNoise = (shortfall: number, wanted: number): number =>
  shortfall > 1e-9 * wanted ? shortfall : 0;
