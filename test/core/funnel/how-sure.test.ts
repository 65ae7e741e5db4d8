import { describe, expect, test } from "vitest";
import { countDistribution } from "../../../core/chance/index.ts";
import { runFunnel } from "../../../core/flow/index.ts";
import {
  type ChancePart,
  forecast,
  type PeriodChance,
  requireFunnel,
  type SureAnswer,
  sureOfFunnel,
  sureOfInflow,
} from "../../../core/funnel/index.ts";
import { outlookOf } from "../../../core/funnel/outlook.ts";
import type { SoundPlan } from "../../../core/plan/index.ts";
import { openPlan } from "../../plans/open-plan.ts";
import { baseDay } from "../check/base-plan.ts";
import { type Edit, planOf } from "../plan/edited.ts";

/** How sure it is that deals are reached, asked of whole plans. */

const sum = (series: readonly number[], from = 0, until = series.length): number =>
  series.slice(from, until).reduce((total, each) => total + each, 0);

const sureOf = (plan: SoundPlan, confidence?: number): SureAnswer =>
  sureOfFunnel(plan, requireFunnel(plan, baseDay), confidence === undefined ? {} : { confidence });

const yearOf = ({ periods }: ChancePart): PeriodChance => {
  const year = periods.find(({ kind }) => kind === "year");
  if (year === undefined) throw new Error("every plan has a first year");
  return year;
};

const opening: Edit = [
  "targets",
  '"averageDealValue"',
  '"openingPipeline": [{"id":"fresh","stage":"noticing","count":40,"ageDays":5},{"id":"warm","stage":"comparing","count":12}], "averageDealValue"',
];
const recycling: Edit = [
  "journey",
  '"duration": { "median": 20, "p90": 45 }',
  '"duration": { "median": 20, "p90": 45 }, "recycle": { "share": 0.3, "to": "noticing", "duration": { "fixed": 60 } }',
];
const unseenLosses: Edit = [
  "journey",
  '"duration": { "median": 12, "p90": 30 }',
  '"duration": { "median": 12, "p90": 30 }, "leakDuration": "never"',
];
const twoEntries: Edit = [
  "journey",
  '"transitions": [',
  '"entryMix": { "noticing": 0.8, "comparing": 0.2 }, "transitions": [',
];

const plans: readonly (readonly [name: string, plan: SoundPlan, exact: boolean])[] = [
  ["the base plan", planOf(), true],
  ["with an opening pipeline", planOf(opening), true],
  ["with two entry stages", planOf(opening, twoEntries), true],
  ["with prospects who come back", planOf(opening, recycling), false],
  ["with losses that nobody records", planOf(opening, unseenLosses), false],
  ["acme-2027", openPlan("plans/acme-2027"), false],
  ["olist-2018", openPlan("plans/olist-2018"), false],
];

describe.each(plans)("%s", (_, plan, exact) => {
  const funnel = requireFunnel(plan, baseDay);
  const sure = sureOfFunnel(plan, funnel);

  test("expects the deals that the requirement expects, in every month, quarter and year", () => {
    for (const [index, segment] of sure.segments.entries()) {
      const wins = funnel.segments[index]?.wins.expected ?? [];
      for (const { from, until, own, running } of segment.periods) {
        expect(own.expected).toBeCloseTo(sum(wins, from, until), 6);
        expect(running.expected).toBeCloseTo(sum(wins, 0, until), 6);
      }
    }
    expect(yearOf(sure.total).own.expected).toBeCloseTo(
      sum(sure.segments.map((each) => yearOf(each).own.expected)),
      6,
    );
  });

  test("says where the spread is exact", () => {
    expect(sure.segments.every((segment) => segment.exact)).toBe(exact);
  });

  test("has chances between 0 and 1, and the average inside its interval", () => {
    for (const { periods } of [sure.total, ...sure.segments]) {
      for (const { own, running, revenue } of periods) {
        for (const { chance, low, high, expected } of [own, running]) {
          expect(chance).toBeGreaterThanOrEqual(0);
          expect(chance).toBeLessThanOrEqual(1);
          expect(low).toBeLessThanOrEqual(expected);
          expect(high + 1).toBeGreaterThan(expected);
        }
        expect(revenue.low).toBeLessThanOrEqual(revenue.high);
      }
    }
  });

  test("names an inflow with which a forecast is as sure as agreed", () => {
    const { factor, newProspects, confidence } = sure.sizing;
    expect(factor).toBeGreaterThan(1);
    const inflow = new Map(
      plan.segments.map(({ id }, index) => [id, newProspects?.[index] ?? []] as const),
    );
    const then = sureOfInflow(plan, inflow, baseDay);
    expect(Math.abs(then.sizing.chance - confidence)).toBeLessThan(0.005);
    // The forecast by itself expects the same deals.
    const wins = forecast(plan, inflow, baseDay).segments.map(({ wins: { expected } }) =>
      sum(expected, 0, then.sizing.until),
    );
    expect(yearOf(then.total).own.expected).toBeCloseTo(sum(wins), 5);
  });
});

describe("what is not known of a rate", () => {
  test("moves deals as much as the rate itself does, also where prospects come back", () => {
    for (const plan of [planOf(opening, recycling), planOf(opening, unseenLosses)]) {
      const [segment] = plan.segments;
      if (segment === undefined) throw new Error("the base plan has one segment");
      const { toSale } = segment;
      const inflow = plan.months.map(() => 50);
      const outlook = outlookOf(toSale, inflow, plan.months.length);
      const got = outlook.momentsIn(inflow, { from: 0, until: 6 }).parameter;
      // The deals at each rate one standard deviation up and down, the others as they are.
      const wins = (step: number, by: number): number =>
        sum(
          runFunnel(
            {
              ...toSale.model,
              steps: toSale.model.steps.map((each, s) =>
                s === step ? { ...each, conversion: each.conversion + by } : each,
              ),
            },
            [{ stage: 0, perMonth: inflow }],
          ).all.wins,
        );
      const spread = outlook.rates.map(({ belief }, step) => {
        const deviation = Math.sqrt(belief.variance);
        return ((wins(step, deviation) - wins(step, -deviation)) / 2) ** 2;
      });
      expect(got / sum(spread)).toBeCloseTo(1, 2);
    }
  });

  test("is more when less was counted, and then it is said", () => {
    const few: Edit = ["journey", '"trials": 400', '"trials": 8'];
    const [many, rough] = [sureOf(planOf(opening)), sureOf(planOf(opening, few))];
    const width = (answer: SureAnswer): number => {
      const { low, high } = yearOf(answer.total).own;
      return high - low;
    };
    expect(width(rough)).toBeGreaterThan(width(many));
    expect([many.total.fewObservations, rough.total.fewObservations]).toEqual([false, true]);
  });

  test("is named where a rate is assumed", () => {
    const mid = sureOf(openPlan("plans/acme-2027")).segments.find(
      ({ segment }) => segment === "mid-size",
    );
    expect(mid?.assumed).toEqual([
      { step: "ready-to-talk-evaluating", title: "Ready to talk → Evaluating" },
    ]);
  });
});

describe("what it takes to be sure", () => {
  test("grows with how sure one wants to be", () => {
    const at = (confidence: number): number => sureOf(planOf(), confidence).sizing.factor ?? 0;
    expect(at(0.9)).toBeGreaterThan(at(0.8));
    expect(sureOf(planOf(), 0.5).sizing.factor).toBe(1);
  });

  test("is what the plan agreed when nobody asks for another", () => {
    const agreed: Edit = ["targets", '"beyondHorizon"', '"confidence": 0.9, "beyondHorizon"'];
    expect(sureOf(planOf(agreed)).sizing).toEqual(sureOf(planOf(), 0.9).sizing);
  });

  test("is nothing that can be had when nobody new can win in time", () => {
    const january: Edit = ["targets", '"2027-Q1": 0, "2027-Q2": 180000', '"2027-01": 180000'];
    const one: Edit = ["plan", '"months": 6', '"months": 1'];
    const slow: Edit = ["journey", '{ "median": 20, "p90": 45 }', '{ "fixed": 60 }'];
    const { factor, newProspects, chance } = sureOf(planOf(january, one, slow)).sizing;
    expect([factor, newProspects]).toEqual([null, null]);
    expect(chance).toBeLessThan(0.01);
  });

  test("is the first year of a longer plan", () => {
    const quarters = [2027, 2028].flatMap((year) =>
      [1, 2, 3, 4].map((quarter) => `"${year}-Q${quarter}": 60000`),
    );
    const plan = planOf(
      ["plan", '"months": 6', '"months": 24'],
      ["targets", '"2027-Q1": 0, "2027-Q2": 180000', quarters.join(", ")],
    );
    const sure = sureOf(plan);
    expect(sure.sizing.until).toBe(12);
    expect(sure.sizing.chance).toBe(yearOf(sure.total).running.chance);
    expect(sure.total.periods.filter(({ kind }) => kind !== "month")).toHaveLength(8 + 2);
  });
});

describe("revenue", () => {
  test("of one segment is its deals at their value; of several it keeps the spread of all", () => {
    const one = yearOf(sureOf(planOf(opening)).total);
    expect([one.revenue.low, one.revenue.high]).toEqual([
      one.own.low * 10000,
      one.own.high * 10000,
    ]);
    const acme = sureOf(openPlan("plans/acme-2027"));
    const { revenue } = yearOf(acme.total);
    expect(revenue.expected).toBeCloseTo(
      sum(acme.segments.map((each) => yearOf(each).revenue.expected)),
      2,
    );
    const variance = acme.segments.map((segment) => {
      const { low, high } = yearOf(segment).revenue;
      return ((high - low) / 2.563) ** 2;
    });
    expect((revenue.high - revenue.low) / 2.563 / Math.sqrt(sum(variance))).toBeCloseTo(1, 1);
  });
});

test("a chance of the first year is that of its deals' mean and spread", () => {
  const plan = planOf(opening);
  const [segment] = plan.segments;
  const inflow = plan.months.map(() => 40);
  if (segment === undefined) throw new Error("the base plan has one segment");
  const moments = outlookOf(segment.toSale, inflow, 6).momentsIn(inflow, { from: 0, until: 6 });
  const { chance } = sureOfInflow(plan, new Map([["smb", inflow]]), baseDay).sizing;
  expect(chance).toBeCloseTo(countDistribution(moments).atLeast(18), 9);
});
