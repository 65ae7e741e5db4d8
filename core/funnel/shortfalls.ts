import {
  conversionRoom,
  expectedWins,
  findRoot,
  type ModelStep,
  scaledConversion,
  scaledDuration,
  type ValidModel,
  winsInWindows,
} from "../flow/index.ts";
import { moneyNumber } from "../money.ts";
import type { SoundPlan, SoundSegment, SoundTransition } from "../plan/index.ts";
import type { MonthStatus, SegmentFunnel } from "./answer.ts";
import { typicalDays } from "./influences.ts";
import { inflowOf } from "./segment-flow.ts";
import { modelStepOf, withStep } from "./segment-models.ts";

/** Months in a row whose running totals new prospects alone cannot make good, and what would close all of them. */
export interface Shortfall {
  /** Indices of the first and the last of these months. */
  readonly from: number;
  readonly through: number;
  /** The month in which most is missing, and how many deals. */
  readonly worst: number;
  readonly deals: number;
  /** Who comes in while a lever is moved: the required new prospects, or where nobody is required because nobody could help, as many as the agreed recovery allows. */
  readonly newProspects: "required" | "recovery";
  /** Every lever, in the order of the journey; each alone, with everything else as planned. */
  readonly levers: readonly Lever[];
}

/** One number of the plan, and what it would have to be so that nothing is missing. */
export type Lever =
  | {
      readonly of: "conversion" | "duration";
      readonly step: string;
      readonly from: string;
      readonly to: string;
      /** The share that goes on, or the days that the plan names; as planned. */
      readonly value: number;
      /** `null` when no share up to 1, or no duration down to a tenth, closes the shortfall. */
      readonly closedAt: number | null;
    }
  | {
      /** What a new deal brings, in whole units; or how many times the natural inflow may be asked for (`recovery`). */
      readonly of: "value" | "recovery";
      readonly value: number;
      readonly closedAt: number | null;
    }
  | {
      /** Deals wanted up to the worst month. */
      readonly of: "target";
      readonly value: number;
      readonly closedAt: number;
    };

/** Fewer deals than this are not missing. */
const leastDeals = 0.005;

/** The shortest a step can become: a tenth of its time. */
const shortest = 0.1;

const lost: readonly MonthStatus[] = ["decided", "impossible", "stretch"];

/** Every shortfall of a segment that the required new prospects leave, in the order of the months; none when all months can be reached. */
export function shortfallsOf(
  plan: SoundPlan,
  segment: SoundSegment,
  funnel: SegmentFunnel,
): readonly Shortfall[] {
  const short = funnel.standing.map(({ status, shortfall }) =>
    lost.includes(status) && shortfall > leastDeals ? shortfall : 0,
  );
  return runsOf(short).map(([from, through]) => {
    const inRun = short.slice(from, through + 1);
    const deals = Math.max(...inRun);
    const worst = from + inRun.indexOf(deals);
    const required = funnel.newProspects.slice(0, through + 1).some((each) => each > 0);
    const { recovery } = plan.planning;
    const inflow = required
      ? funnel.newProspects
      : funnel.naturalInflow.map((each) => each * recovery);
    const levers = leversOf({ plan, segment, funnel, inflow, from, through, worst });
    return {
      from,
      through,
      worst,
      deals,
      newProspects: required ? "required" : "recovery",
      levers,
    };
  });
}

/** First and last index of the values in a row that are above 0. */
function runsOf(values: readonly number[]): readonly (readonly [from: number, through: number])[] {
  const runs: [number, number][] = [];
  for (const [index, value] of values.entries()) {
    if (value <= 0) continue;
    const run = runs.at(-1);
    if (run !== undefined && run[1] === index - 1) run[1] = index;
    else runs.push([index, index]);
  }
  return runs;
}

interface Gap extends Pick<Shortfall, "from" | "through" | "worst"> {
  readonly plan: SoundPlan;
  readonly segment: SoundSegment;
  readonly funnel: SegmentFunnel;
  /** New prospects who come in, shape `[month]`. */
  readonly inflow: readonly number[];
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

function leversOf(gap: Gap): readonly Lever[] {
  const { plan, segment, from, through, worst, funnel } = gap;
  const { basis } = plan.planning;
  const months = through + 1;
  const { start } = segment.toSale.model;
  const wanted = winsInWindows(start, funnel.wins.target.slice(0, months), basis);
  const inflow = inflowOf(segment.toSale, gap.inflow.slice(0, months));
  const wonWith = (model: ValidModel): readonly number[] =>
    winsInWindows(start, expectedWins({ ...model, months }, inflow), basis);
  // What is won beyond what is wanted in the month in which that is least.
  const surplus = (won: readonly number[]): number =>
    Math.min(...won.slice(from).map((each, index) => each - (wanted[from + index] ?? 0)));
  const planned = wonWith(segment.toSale.model);
  const factors = planned.slice(from).map((won, index) => (wanted[from + index] ?? 0) / won);
  const dealValue = moneyNumber(segment.dealValue.new ?? 0n, plan.currency);
  const { recovery } = plan.planning;
  const standing = funnel.standing.slice(from, through + 1);
  const crash = standing.map(({ status, crashFactor }) =>
    status === "stretch" ? (crashFactor ?? Infinity) : Infinity,
  );
  return [
    ...segment.toSale.transitions.flatMap((step) => stepLevers(gap, step, wonWith, surplus)),
    { of: "value", value: dealValue, closedAt: finite(dealValue * Math.max(...factors)) },
    { of: "recovery", value: recovery, closedAt: finite(Math.max(...crash)) },
    {
      of: "target",
      value: wanted[worst] ?? 0,
      closedAt: (wanted[worst] ?? 0) - Math.max(0, -surplus(planned)),
    },
  ];
}

function stepLevers(
  { segment }: Gap,
  step: SoundTransition,
  wonWith: (model: ValidModel) => readonly number[],
  surplus: (won: readonly number[]) => number,
): readonly Lever[] {
  const model = modelStepOf(segment, step);
  if (model === undefined) return [];
  const closedAt = (
    value: number,
    limit: number,
    scaled: (each: ModelStep, factor: number) => ModelStep,
  ): number | null => {
    const at = (factor: number): number | undefined => {
      const changed = withStep(segment, step, (each) => scaled(each, factor));
      return changed === undefined ? undefined : surplus(wonWith(changed.toSale));
    };
    // Prospects who have stayed long bound how much shorter a step can become.
    const most = [limit, (limit + 1) / 2, (limit + 3) / 4].find((each) => at(each) !== undefined);
    if (most === undefined || most === 1 || (at(most) ?? -1) < 0) return null;
    return value * findRoot((factor) => at(factor) ?? -1, 1, most);
  };
  const where = { step: step.id, from: step.from.id, to: step.to.id };
  const days = typicalDays(model.lag);
  return [
    {
      of: "conversion",
      ...where,
      value: model.conversion,
      closedAt: closedAt(model.conversion, conversionRoom(model), scaledConversion),
    },
    ...(days > 0
      ? [
          {
            of: "duration" as const,
            ...where,
            value: days,
            closedAt: closedAt(days, shortest, scaledDuration),
          },
        ]
      : []),
  ];
}
