import { monthSums } from "./calendar-grid.ts";
import { compositeKernels, entryMix } from "./composite.ts";
import { addDelayed } from "./convolve.ts";
import { runDays } from "./day-flows.ts";
import { type FunnelGrid, funnelGrid } from "./funnel-grid.ts";
import { memo } from "./memo.ts";
import type { OpeningGroup, ValidModel } from "./model.ts";
import { stockRelease } from "./opening.ts";
import { response } from "./response.ts";

/**
 * Prospects who are alike, and when they win: `wins[month]` is the expected share of one of them that wins in a month.
 * `stage` is the stage in which they start: the rates from there on decide about them.
 */
export interface ProspectGroup {
  readonly stage: number;
  readonly count: number;
  readonly wins: ArrayLike<number>;
}

/** New prospects who enter at one stage: their share of all new ones, and the wins in month t of one who enters in month m, `wins[t][m]`. */
export interface Arrivals {
  readonly stage: number;
  readonly share: number;
  readonly wins: readonly Float64Array[];
}

/**
 * How new prospects win, for every stage where they enter.
 *
 * @param months The months of the answer; a number that was solved for before is quick, for the response is remembered.
 */
export function arrivals(model: ValidModel, months: number): readonly Arrivals[] {
  const mix = entryMix(model).filter(({ share }) => share > 0);
  return mix.map(({ stage, share }): Arrivals => {
    // Where everybody enters at one stage the response is the one that was solved with.
    const alone = mix.length === 1 ? model : { ...model, entryMix: [{ stage, share: 1 }] };
    return { stage, share, wins: response(funnelGrid(alone, months)).wins };
  });
}

/**
 * The opening pipeline as groups.
 *
 * Where no terms change by date, each group by itself: those it releases on a day meet the same way ahead. Where they
 * do, all groups of a stage are one group with their mean chance, which needs one run for each stage; the expected wins
 * are the same, and only how much luck is in them is a little overstated.
 */
export function openingGroups(model: ValidModel, months: number): readonly ProspectGroup[] {
  return remembered(JSON.stringify([model, months]), () => groupsOf(model, months));
}

const remembered = memo<readonly ProspectGroup[]>(64);

function groupsOf(model: ValidModel, months: number): readonly ProspectGroup[] {
  const grid = funnelGrid(model, months);
  const opening = model.opening.filter(({ count }) => count > 0);
  return grid.dated ? stageGroups(grid, opening) : ownGroups(grid, opening);
}

function stageGroups(grid: FunnelGrid, opening: readonly OpeningGroup[]): readonly ProspectGroup[] {
  return [...new Set(opening.map(({ stage }) => stage))].map((stage) => {
    const own = opening.filter((group) => group.stage === stage);
    const count = own.reduce((sum, group) => sum + group.count, 0);
    const alone: FunnelGrid = { ...grid, model: { ...grid.model, opening: own } };
    const { entries } = runDays(alone, [], { withOpening: true, winsOnly: true });
    const wins = monthSums(grid.calendar, entries.at(-1) ?? new Float64Array());
    return { stage, count, wins: wins.map((each) => each / count) };
  });
}

/** Running totals by the end of each day. */
function runningTotal(values: Float64Array): Float64Array {
  let sum = 0;
  return values.map((value) => (sum += value));
}

/** For every way out of a stage: of those who take it on day 0, the share that has won by the end of each day. */
interface WaysOut {
  readonly progress: Float64Array;
  readonly leak: Float64Array | undefined;
}

function waysOut(grid: FunnelGrid): readonly WaysOut[] {
  const kernels = compositeKernels(grid);
  const none = new Float64Array(grid.calendar.days);
  return grid.steps.map(({ recycle }, s): WaysOut => {
    const progress = runningTotal(kernels[s + 1] ?? none);
    const back = recycle === undefined ? undefined : kernels[recycle.to];
    if (recycle === undefined || back === undefined) return { progress, leak: undefined };
    const returned = new Float64Array(grid.calendar.days);
    addDelayed(
      returned,
      back.map((each) => each * recycle.share),
      recycle.kernel,
    );
    return { progress, leak: runningTotal(returned) };
  });
}

/** The share that has won by the end of day `last` of those who leave a stage as `released` says. */
function wonBy(last: number, released: Float64Array, wonAfter: Float64Array): number {
  let sum = 0;
  for (let day = 0; day <= last; day++) sum += (released[day] ?? 0) * (wonAfter[last - day] ?? 0);
  return sum;
}

function ownGroups(grid: FunnelGrid, opening: readonly OpeningGroup[]): readonly ProspectGroup[] {
  if (opening.length === 0) return [];
  const { bounds, months } = grid.calendar;
  const ways = waysOut(grid);
  return opening.flatMap((group): readonly ProspectGroup[] => {
    const [step, way] = [grid.model.steps[group.stage], ways[group.stage]];
    if (step === undefined || way === undefined) return [];
    const { progress, leaks } = stockRelease(step, grid.calendar, group);
    let before = 0;
    const wins = Array.from({ length: months }, (_, month) => {
      const last = (bounds[month + 1] ?? 0) - 1;
      const back = way.leak === undefined ? 0 : wonBy(last, leaks, way.leak);
      const won = wonBy(last, progress, way.progress) + back;
      const own = won - before;
      before = won;
      return own;
    });
    return [{ stage: group.stage, count: group.count, wins }];
  });
}
