import { describe, expect, test } from "vitest";
import {
  chainMoments,
  countDistribution,
  countedBelief,
  type WinGroup,
} from "../../../core/chance/index.ts";
import { arrivals, type Lag, openingGroups, type ValidModel } from "../../../core/flow/index.ts";
import { requireFunnel, sureOfFunnel } from "../../../core/funnel/index.ts";
import type { SoundPlan } from "../../../core/plan/index.ts";
import { openPlan } from "../../plans/open-plan.ts";
import { baseDay } from "../check/base-plan.ts";
import { soundModel } from "../flow/arbitrary-funnel.ts";
import { type Random, seeded } from "./random.ts";

/**
 * Chances against drawing them: rates out of their beliefs, then every group's wins. Draws know nothing of moments or of
 * the negative binomial. A million draws in `npm run verify`, fewer otherwise, with the tolerance that so few allow.
 */
const long = process.env["JOINTPLAN_TIER"] === "verify";
const draws = long ? 1_000_000 : 4_000;
/** The bar, and what so many draws themselves scatter at worst over all targets (Kolmogorov: 1 / sqrt(n), in one of seven runs more). */
const tolerance = (bar: number): number => bar + (long ? 1 : 2) / Math.sqrt(draws);

/** A group whose wins can be drawn: whole prospects, the rates ahead of them, and the share that is in time. */
interface DrawnGroup {
  readonly stage: number;
  readonly count: number;
  readonly timely: number;
}

interface Rate {
  readonly value: number;
  readonly trials: number;
}

/** Wins drawn so many times, as how often each number came up. */
function drawnWins(
  groups: readonly DrawnGroup[],
  rates: readonly Rate[],
  random: Random,
): number[] {
  const seen: number[] = [];
  for (let draw = 0; draw < draws; draw++) {
    const ahead = [1];
    for (const { value, trials } of rates.toReversed()) {
      const rate = random.beta(value * trials, (1 - value) * trials);
      ahead.unshift(rate * (ahead[0] ?? 1));
    }
    let wins = 0;
    for (const { stage, count, timely } of groups) {
      wins += random.binomial(count, timely * (ahead[stage] ?? 1));
    }
    seen[wins] = (seen[wins] ?? 0) + 1;
  }
  return Array.from(seen, (each) => each ?? 0);
}

/** The share of draws with at least so many wins, for every number. */
function drawnChances(seen: readonly number[]): readonly number[] {
  let above = 0;
  return seen
    .map((each) => (above += each))
    .map((below, k) => (draws - below + (seen[k] ?? 0)) / draws);
}

/** The largest error of the closed form over all targets from the 5 % to the 95 % quantile. */
function largestError(groups: readonly DrawnGroup[], rates: readonly Rate[], seed: number): number {
  const mean = (stage: number) => rates.slice(stage).reduce((share, { value }) => share * value, 1);
  const asked = groups.map(
    ({ stage, count, timely }): WinGroup => ({ stage, count, chance: timely * mean(stage) }),
  );
  const beliefs = rates.map(({ value, trials }) => countedBelief(value, trials));
  const deals = countDistribution(chainMoments(asked, beliefs));
  const drawn = drawnChances(drawnWins(groups, rates, seeded(seed)));
  return drawn.reduce(
    (worst, chance, k) =>
      chance > 0.95 || chance < 0.05 ? worst : Math.max(worst, Math.abs(deals.atLeast(k) - chance)),
    0,
  );
}

const gamma = (median: number, p90: number): Lag => ({ family: "gamma", median, p90 });

/** A quick, a middling and a slow business, from the first stage to the sale. */
const businesses: readonly (readonly [
  name: string,
  rates: readonly number[],
  lags: readonly Lag[],
])[] = [
  ["small", [0.25, 0.4, 0.55, 0.56], [gamma(10, 28), gamma(14, 35), gamma(9, 22), gamma(16, 45)]],
  [
    "middling",
    [0.3, 0.25, 0.5, 0.6, 0.6],
    [gamma(30, 80), gamma(25, 70), gamma(10, 30), gamma(40, 90), gamma(25, 60)],
  ],
  [
    "slow",
    [0.35, 0.3, 0.25, 0.45, 0.6, 0.58],
    [gamma(45, 110), gamma(40, 100), gamma(30, 80), gamma(20, 50), gamma(55, 120), gamma(40, 90)],
  ],
];

/** A steady business: who is on the way, and who comes in every month so that a year brings so many wins. */
function settled(
  rates: readonly number[],
  lags: readonly Lag[],
  wins: number,
): readonly DrawnGroup[] {
  const eventual = rates.reduce((share, rate) => share * rate, 1);
  const perMonth = wins / 12 / eventual;
  let entering = perMonth;
  const opening = rates.map((rate, stage) => {
    const lag = lags[stage];
    const days = lag !== undefined && "median" in lag ? lag.median * 1.2 : 0;
    const count = Math.round((entering * days) / 30.4);
    entering *= rate;
    return { stage, count };
  });
  const model: ValidModel = soundModel({
    start: "2027-01-01",
    months: 12,
    won: "won",
    opening,
    steps: rates.map((conversion, s) => ({
      id: `stage-${s}`,
      conversion,
      lag: lags[s] ?? { family: "fixed", days: 0 },
    })),
  });
  return wholeGroups(
    model,
    rates,
    Array.from({ length: 12 }, () => Math.round(perMonth)),
    12,
  );
}

const total = (series: ArrayLike<number>, months: number): number =>
  Array.from({ length: months }, (_, m) => series[m] ?? 0).reduce((sum, each) => sum + each, 0);

/** All groups of a funnel with their timely shares until the end of a month, counts as whole prospects. */
function wholeGroups(
  model: ValidModel,
  rates: readonly number[],
  entries: readonly number[],
  months: number,
): readonly DrawnGroup[] {
  const ahead = (stage: number) => rates.slice(stage).reduce((share, rate) => share * rate, 1);
  return [
    ...openingGroups(model, months).map(({ stage, count, wins }) => ({
      stage,
      count: Math.round(count),
      timely: total(wins, months) / ahead(stage),
    })),
    ...arrivals(model, months).flatMap(({ stage, share, wins }) =>
      entries.map((count, m) => ({
        stage,
        count: Math.round(count * share),
        timely:
          total(
            wins.map((row) => row[m] ?? 0),
            months,
          ) / ahead(stage),
      })),
    ),
  ];
}

describe("the chance of at least so many deals is that of a simulation", () => {
  const settings = businesses.flatMap(([name, rates, lags]) =>
    [12, 60, 600].flatMap((wins) => [50, 200].map((past) => ({ name, rates, lags, wins, past }))),
  );

  test.each(settings)(
    "$name, $wins deals a year, rates from $past past deals",
    (setting) => {
      const { rates, lags, wins, past } = setting;
      let trials = past / rates.reduce((share, rate) => share * rate, 1);
      const counted = rates.map((value): Rate => {
        const rate = { value, trials };
        trials *= value;
        return rate;
      });
      const error = largestError(settled(rates, lags, wins), counted, wins + past);
      expect(error).toBeLessThan(tolerance(0.002));
    },
    600_000,
  );
});

describe("the inflow that is said to be sure enough is", () => {
  const acme = openPlan("plans/acme-2027");

  test.each([
    ["small-plants", 0.8],
    ["key-accounts", 0.8],
    ["key-accounts", 0.9],
  ] as const)(
    "%s at %d",
    (id, confidence) => {
      const plan: SoundPlan = { ...acme, segments: acme.segments.filter((each) => each.id === id) };
      const [segment] = plan.segments;
      const { sizing } = sureOfFunnel(plan, requireFunnel(plan, baseDay), { confidence });
      const steps = segment?.toSale.transitions ?? [];
      const rates = steps.map(({ document: { conversion } }) => conversion);
      if (segment === undefined) throw new Error(`no segment ${id}`);
      const groups = wholeGroups(
        segment.toSale.model,
        rates.map(({ value }) => value),
        sizing.newProspects?.[0] ?? [],
        12,
      );
      const counted = rates.map(({ value, basis }) => ({
        value,
        trials: basis?.trials ?? Number.NaN,
      }));
      const drawn = drawnChances(drawnWins(groups, counted, seeded(7)));
      const wanted = Math.ceil(total(segment.wins.winsPerMonth, 12) - 1e-9);
      expect(Math.abs((drawn[wanted] ?? 0) - confidence)).toBeLessThan(tolerance(0.005));
    },
    600_000,
  );
});
