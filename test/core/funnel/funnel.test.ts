import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { requirement } from "../../../core/flow/index.ts";
import {
  forecast,
  requireFunnel,
  type SegmentFunnel,
  type StageFunnel,
  supplyOf,
} from "../../../core/funnel/index.ts";
import { moneyNumber } from "../../../core/money.ts";
import type { SoundPlan } from "../../../core/plan/index.ts";
import { openPlan } from "../../plans/open-plan.ts";
import { baseDay } from "../check/base-plan.ts";
import { type Edit, planOf } from "../plan/edited.ts";

/** The plan's own questions: what each segment and function needs, and what an inflow brings. */

const sum = (series: readonly number[]): number => series.reduce((total, each) => total + each, 0);

const running = (series: readonly number[]): readonly number[] => {
  let total = 0;
  return series.map((each) => (total += each));
};

/** The largest difference between two series, relative where they are large; infinite when their lengths differ. */
/** The same value with every number to ten digits, and money as text. */
const rounded = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, each: unknown) =>
      typeof each === "number"
        ? Number((each + 1).toPrecision(10))
        : typeof each === "bigint"
          ? String(each)
          : each,
    ),
  );

const difference = (actual: readonly number[], expected: readonly number[]): number =>
  actual.length === expected.length
    ? expected.reduce((most, each, index) => {
        const off = Math.abs((actual[index] ?? Number.NaN) - each) / Math.max(1, Math.abs(each));
        return Math.max(most, off);
      }, 0)
    : Infinity;

const only = (plan: SoundPlan): SegmentFunnel => {
  const [segment] = requireFunnel(plan, baseDay).segments;
  if (segment === undefined) throw new Error("no segment");
  return segment;
};

const stageOf = (segment: Pick<SegmentFunnel, "stages">, id: string): StageFunnel => {
  const stage = segment.stages.find((each) => each.stage === id);
  if (stage === undefined) throw new Error(`no stage ${id}`);
  return stage;
};

const opening: Edit = [
  "targets",
  '"averageDealValue"',
  '"openingPipeline": [{"id":"fresh","stage":"noticing","count":40,"ageDays":5},{"id":"warm","stage":"comparing","count":12},{"id":"customers","stage":"running","count":30,"ageDays":200}], "averageDealValue"',
];

const recycling: Edit = [
  "journey",
  '"duration": { "median": 20, "p90": 45 }',
  '"duration": { "median": 20, "p90": 45 }, "recycle": { "share": 0.3, "to": "noticing", "duration": { "fixed": 60 } }',
];

const plans: readonly (readonly [string, SoundPlan])[] = [
  ["the base plan", planOf()],
  ["with an opening pipeline", planOf(opening)],
  ["with prospects who come back", planOf(opening, recycling)],
  [
    "with two entry stages",
    planOf([
      "journey",
      '"transitions": [',
      '"entryMix": { "noticing": 0.8, "comparing": 0.2 }, "transitions": [',
    ]),
  ],
  ["acme-2027", openPlan("plans/acme-2027")],
  ["olist-2018, whose journey ends at the sale", openPlan("plans/olist-2018")],
];

describe.each(plans)("%s", (_, plan) => {
  const answer = requireFunnel(plan, baseDay);

  test("asks of the engine what the plan asks, and hands its answer on", () => {
    for (const [index, segment] of plan.segments.entries()) {
      const { basis, catchUp, recovery, steadiness, beyondHorizon } = plan.planning;
      const engine = requirement(segment.toSale.model, segment.wins, {
        basis,
        catchUp,
        recovery,
        steadiness,
        beyondHorizon:
          typeof beyondHorizon === "object" ? { rate: beyondHorizon.growthPerYear } : beyondHorizon,
      });
      const funnel = answer.segments[index];
      expect(funnel?.newProspects).toEqual(engine.entries.slice(0, plan.months.length));
      expect(funnel?.wins.target).toEqual(engine.target.slice(0, plan.months.length));
      expect(funnel?.standing.map((each) => each.status)).toEqual(
        engine.status.slice(0, plan.months.length),
      );
    }
  });

  test("is met by the required inflow: the forecast gives the expected deals, stages and revenue", () => {
    const inflow = new Map(answer.segments.map((each) => [each.segment, each.newProspects]));
    const expected = forecast(plan, inflow, baseDay);
    for (const [index, segment] of answer.segments.entries()) {
      const met = expected.segments[index];
      expect(difference(met?.wins.expected ?? [], segment.wins.expected)).toBeLessThan(1e-6);
      // Equal but for the last digits: the requirement ran more months than the forecast.
      expect(rounded(met?.wins.fromOpening)).toEqual(rounded(segment.wins.fromOpening));
      expect(rounded(met?.stages)).toEqual(rounded(segment.stages));
      expect(rounded(met?.revenue)).toEqual(rounded(segment.revenue));
    }
  });

  test("wins its deals in the stage of the sale, and books them at the agreed value", () => {
    for (const [index, segment] of answer.segments.entries()) {
      const sale = segment.stages.find((stage) => stage.business === "new");
      expect(difference(sale?.entries ?? [], segment.wins.expected)).toBeLessThan(1e-6);
      const value = plan.segments[index]?.dealValue.new ?? 0n;
      expect(
        difference(
          segment.revenue.new.expected,
          segment.wins.expected.map((each) => each * moneyNumber(value, plan.currency)),
        ),
      ).toBeLessThan(1e-6);
    }
  });

  test("loses nobody: who enters a stage goes on, leaves, or is still there", () => {
    for (const segment of answer.segments) {
      for (const stage of segment.stages.filter((each) => each.beforeSale)) {
        const before =
          (stage.stock[0] ?? 0) +
          (stage.exits[0] ?? 0) +
          (stage.leaks[0] ?? 0) -
          (stage.entries[0] ?? 0);
        for (const [month, stock] of stage.stock.entries()) {
          const upTo = (series: readonly number[]): number => sum(series.slice(0, month + 1));
          const left = before + upTo(stage.entries) - upTo(stage.exits) - upTo(stage.leaks);
          expect(Math.abs(left - stock)).toBeLessThan(1e-6 * Math.max(1, upTo(stage.entries)));
        }
      }
    }
  });

  test("of several segments is each by itself", () => {
    for (const [index, segment] of plan.segments.entries()) {
      const alone: SoundPlan = { ...plan, segments: [segment] };
      expect(requireFunnel(alone, baseDay).segments).toEqual([answer.segments[index]]);
    }
  });

  test("is the same on every day", () => {
    expect({ ...requireFunnel(plan, "2031-05-05"), asOf: baseDay }).toEqual(answer);
  });

  test("has every function supply whole prospects whose running total never falls behind", () => {
    for (const segment of answer.segments) {
      const supplies = supplyOf(segment);
      expect(supplies.at(-1)?.to.business).toBe("new");
      const brought = supplies.map((each) => sum(each.brings)).reduce((a, b) => a + b, 0);
      expect(brought).toBeGreaterThanOrEqual(sum(segment.newProspects) - 1e-6);
      for (const { brings, takesOver, handsOver, stages, to } of supplies) {
        const outside = segment.newProspects.map((_each, month) =>
          stages.reduce((total, stage) => total + (stage.fromOutside[month] ?? 0), 0),
        );
        const over = to.entries.map((each, month) => each - (to.fromOutside[month] ?? 0));
        for (const [whole, exact] of [
          [brings, outside],
          [takesOver, stages[0]?.entries ?? []],
          [handsOver, over],
        ] as const) {
          const wholes = running(whole);
          expect(whole.every((each) => Number.isInteger(each) && each >= 0)).toBe(true);
          for (const [month, total] of running(exact).entries()) {
            expect(wholes[month]).toBeGreaterThanOrEqual(total - 1e-8);
            expect(wholes[month]).toBeLessThan(total + 1);
          }
        }
      }
    }
  });
});

describe("targets and prospects go up and down together where nobody is on the way yet", () => {
  const base = only(planOf());
  test.each([0.5, 2, 10])("%d times the targets are as many times the prospects", (factor) => {
    const scaled = only(planOf(["targets", "180000", String(180_000 * factor)]));
    const times = (series: readonly number[]): readonly number[] =>
      series.map((each) => each * factor);
    expect(difference(scaled.newProspects, times(base.newProspects))).toBeLessThan(1e-6);
    expect(difference(scaled.wins.expected, times(base.wins.expected))).toBeLessThan(1e-6);
    for (const stage of base.stages) {
      expect(difference(stageOf(scaled, stage.stage).entries, times(stage.entries))).toBeLessThan(
        1e-6,
      );
      expect(difference(stageOf(scaled, stage.stage).stock, times(stage.stock))).toBeLessThan(1e-6);
    }
    expect(difference(scaled.revenue.new.expected, times(base.revenue.new.expected))).toBeLessThan(
      1e-6,
    );
    expect(scaled.standing.map((each) => each.status)).toEqual(
      base.standing.map((each) => each.status),
    );
  });
});

describe("a forecast", () => {
  const inflow = fc.array(fc.double({ min: 0, max: 500, noNaN: true }), {
    minLength: 6,
    maxLength: 6,
  });
  const winsOf = (plan: SoundPlan, series: readonly number[]): readonly number[] =>
    forecast(plan, new Map([["smb", series]]), baseDay).segments[0]?.wins.expected ?? [];

  test("adds up: two inflows together bring what each brings, and those on the way once", () => {
    const plan = planOf(opening, recycling);
    const nobody = winsOf(plan, []);
    fc.assert(
      fc.property(inflow, inflow, (a, b) => {
        const both = winsOf(
          plan,
          a.map((each, month) => each + (b[month] ?? 0)),
        );
        const [one, other] = [winsOf(plan, a), winsOf(plan, b)];
        expect(
          difference(
            both,
            one.map((each, month) => each + (other[month] ?? 0) - (nobody[month] ?? 0)),
          ),
        ).toBeLessThan(1e-6);
      }),
      { numRuns: 20 },
    );
  });

  test("never brings a deal before its prospect, and never more deals than prospects", () => {
    const plan = planOf();
    fc.assert(
      fc.property(inflow, fc.nat({ max: 5 }), (series, first) => {
        const late = series.map((each, month) => (month < first ? 0 : each));
        const wins = winsOf(plan, late);
        expect(wins.slice(0, first).every((each) => Math.abs(each) < 1e-9)).toBe(true);
        expect(sum(wins)).toBeLessThanOrEqual(sum(late) * 0.1 + 1e-6);
      }),
      { numRuns: 20 },
    );
  });

  test("of a segment that is not named counts those on the way alone", () => {
    const [segment] = forecast(planOf(opening), new Map(), baseDay).segments;
    expect(segment?.wins.expected).toEqual(segment?.wins.fromOpening);
    expect(sum(segment?.wins.expected ?? [])).toBeGreaterThan(1);
  });
});

describe("after the sale", () => {
  test("nine of ten customers renew a year after they were won or began", () => {
    const { stages, revenue } = only(planOf(opening));
    const renewed = stageOf({ stages }, "staying").entries;
    // 30 customers of 200 days at the start renew 165 days on, in the middle of June.
    expect(difference(renewed, [0, 0, 0, 0, 0, 27])).toBeLessThan(1e-6);
    expect(difference(revenue.renewal.expected, [0, 0, 0, 0, 0, 27 * 9000])).toBeLessThan(1e-6);
  });

  test("ways that fork are independent: a customer may both renew and buy more", () => {
    const growing: readonly Edit[] = [
      [
        "journey",
        '{\n      "id": "staying"',
        '{ "id": "growing", "title": "We add a line", "exit": "A second order", "business": "expansion" },\n    {\n      "id": "staying"',
      ],
      [
        "journey",
        '"transitions": [',
        '"transitions": [{"id":"running-growing","from":"running","to":"growing","conversion":{"value":0.5,"assumed":"a guess"},"duration":{"fixed":210}},',
      ],
      ["targets", '"new": 10000,', '"new": 10000, "expansion": 4000,'],
    ];
    const without = only(planOf(opening));
    const both = only(planOf(opening, ...growing));
    expect(both.newProspects).toEqual(without.newProspects);
    expect(
      difference(stageOf(both, "staying").entries, stageOf(without, "staying").entries),
    ).toBeLessThan(1e-6);
    // Half of the 30 customers who began 200 days ago buy more on the tenth day of the plan.
    expect(difference(stageOf(both, "growing").entries, [15, 0, 0, 0, 0, 0])).toBeLessThan(1e-6);
    expect(difference(both.revenue.expansion.expected, [60_000, 0, 0, 0, 0, 0])).toBeLessThan(1e-6);
  });
});

describe("supply", () => {
  test("follows the functions along the journey", () => {
    expect(
      supplyOf(only(planOf())).map(({ team, stages, to }) => [
        team,
        stages.map((each) => each.stage),
        to.stage,
      ]),
    ).toEqual([
      ["marketing", ["noticing"], "comparing"],
      ["sales", ["comparing"], "running"],
    ]);
  });

  test("joins neighbouring stages of one function", () => {
    const plan = planOf(["journey", '"owner": "account-manager"', '"owner": "marketing-lead"']);
    expect(supplyOf(only(plan)).map(({ team, stages }) => [team, stages.length])).toEqual([
      ["marketing", 2],
    ]);
  });

  test("takes in those who come in from outside at a later stage as its own, not as handed over", () => {
    const plan = planOf([
      "journey",
      '"transitions": [',
      '"entryMix": { "noticing": 0.8, "comparing": 0.2 }, "transitions": [',
    ]);
    const segment = only(plan);
    const [marketing, sales] = supplyOf(segment);
    expect(sum(marketing?.brings ?? [])).toBe(Math.ceil(sum(segment.newProspects) * 0.8));
    expect(sum(sales?.brings ?? [])).toBe(Math.ceil(sum(segment.newProspects) * 0.2));
    expect(sum(marketing?.handsOver ?? [])).toBeLessThan(sum(sales?.takesOver ?? []));
  });
});
