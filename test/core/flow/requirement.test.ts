import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { funnelGrid } from "../../../core/flow/funnel-grid.ts";
import {
  expectedWins,
  type FunnelModel,
  forward,
  type RequirementAnswer,
  type RequirementOptions,
  reported,
  requirement,
  type ValidModel,
  validateTarget,
  type WinsTarget,
} from "../../../core/flow/index.ts";
import { response } from "../../../core/flow/response.ts";
import { funnel, perMonth, RUNS, soundModel } from "./arbitrary-funnel.ts";

function winsOf(model: ValidModel, winsPerMonth: readonly number[]): WinsTarget {
  const target = validateTarget(model, { winsPerMonth });
  if (!target.ok) throw new Error(target.error[0]?.message);
  return target.value;
}

/** The months of the plan alone, so that a forecast of the same model can be laid beside the answer. */
const within = (model: ValidModel, wins: readonly number[], options: RequirementOptions = {}) =>
  requirement(model, winsOf(model, wins.slice(0, model.months)), {
    beyondHorizon: "none",
    ...options,
  });

const cumulative = (values: readonly number[]): readonly number[] => {
  let sum = 0;
  return values.map((value) => (sum += value));
};

function expectMeetsTarget(
  model: ValidModel,
  answer: RequirementAnswer,
  entries: readonly number[],
): void {
  const won = cumulative(expectedWins(model, [{ stage: 0, perMonth: entries }]));
  const wanted = cumulative(answer.target);
  for (const [month, status] of answer.status.entries()) {
    if (status !== "covered" && status !== "reachable") continue;
    expect(won[month] ?? 0).toBeGreaterThanOrEqual(
      (wanted[month] ?? 0) - 1e-6 * (1 + (wanted[month] ?? 0)),
    );
  }
}

const anyFunnel = fc.oneof(
  funnel({ recycle: true, dated: true, opening: true }),
  funnel({ dated: true, opening: true }),
  funnel({ opening: true }),
);

/** Every number of an answer, infinite as null. */
function numbersIn(value: unknown): readonly number[] {
  if (typeof value === "number") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(numbersIn);
}

const chain: FunnelModel = {
  start: "2026-01-01",
  months: 24,
  steps: [
    { id: "lead", conversion: 0.25, lag: { family: "lognormal", median: 10, p90: 35 } },
    { id: "offer", conversion: 0.4, lag: { family: "gamma", median: 20, p90: 50 } },
  ],
  won: "customer",
  opening: [],
};

const ten = (months: number): readonly number[] => Array.from({ length: months }, () => 10);

describe("requirement", () => {
  test("is met by its own forecast in every month flagged covered or reachable (lemma 11)", () => {
    fc.assert(
      fc.property(anyFunnel, perMonth(20), (model, wins) => {
        const answer = within(model, wins);
        expectMeetsTarget(model, answer, answer.entries);
        for (const value of numbersIn(answer))
          expect(Number.isFinite(value) && value >= 0).toBe(true);
      }),
      RUNS,
    );
  });

  test("grows with the target and the opening stock in proportion (lemma 12)", () => {
    const factor = 7;
    fc.assert(
      fc.property(anyFunnel, perMonth(20), (model, wins) => {
        const targets = wins.map((each) => each + 1);
        const more = soundModel({
          ...model,
          opening: model.opening.map((group) => ({ ...group, count: group.count * factor })),
        });
        const once = within(model, targets);
        const many = within(
          more,
          targets.map((each) => each * factor),
        );
        const most = Math.max(...once.entries);
        for (const [month, entries] of many.entries.entries()) {
          expect(Math.abs(entries / factor - (once.entries[month] ?? 0))).toBeLessThanOrEqual(
            1e-6 * (1 + most),
          );
        }
      }),
      RUNS,
    );
  });

  test("doubles when the last step converts half as many (lemma 12)", () => {
    fc.assert(
      fc.property(funnel({}), perMonth(20), (model, wins) => {
        const halved = soundModel({
          ...model,
          steps: model.steps.map((step, s) => ({
            ...step,
            conversion: s === model.steps.length - 1 ? step.conversion / 2 : step.conversion,
          })),
        });
        const [once, twice] = [within(model, wins), within(halved, wins)];
        for (const [month, entries] of twice.entries.entries()) {
          expect(Math.abs(entries - 2 * (once.entries[month] ?? 0))).toBeLessThanOrEqual(
            1e-6 * (1 + entries),
          );
        }
      }),
      RUNS,
    );
  });

  test("in whole prospects still meets every reachable month and adds less than one (lemma 15)", () => {
    fc.assert(
      fc.property(funnel({ recycle: true, opening: true }), perMonth(20), (model, wins) => {
        const answer = within(model, wins);
        const extra = cumulative(answer.wholeProspects).at(-1) ?? 0;
        expect(extra - (cumulative(answer.entries).at(-1) ?? 0)).toBeLessThan(1);
        expect(answer.wholeProspects.every(Number.isInteger)).toBe(true);
        expectMeetsTarget(model, answer, answer.wholeProspects);
      }),
      RUNS,
    );
  });

  test("in whole prospects meets every reachable month under improving rates too", () => {
    const model = soundModel({
      ...chain,
      months: 8,
      steps: [
        {
          id: "lead",
          conversion: 0.1,
          lag: { family: "fixed", days: 0 },
          changes: [
            { from: "2026-03-01", conversion: 0.9 },
            { from: "2026-05-01", conversion: 1 },
          ],
        },
      ],
    });
    const answer = within(model, [0, 0, 3.1, 0.3, 0.3, 0.3, 4.4, 0.2], { basis: "per-period" });
    const won = expectedWins(model, [{ stage: 0, perMonth: answer.wholeProspects }]);
    for (const [month, wins] of won.entries()) {
      expect(wins).toBeGreaterThanOrEqual((answer.target[month] ?? 0) - 1e-6);
    }
  });

  test("asks for nobody exactly when every month is covered (lemma 16)", () => {
    fc.assert(
      fc.property(funnel({ opening: true }), perMonth(3), (model, wins) => {
        const answer = within(model, wins);
        const nobody = answer.entries.every((entries) => entries === 0);
        fc.pre(!answer.status.includes("impossible"));
        expect(nobody).toBe(answer.status.every((status) => status === "covered"));
      }),
      RUNS,
    );
  });

  test("has one plan for all stages: its tables are the forecast of its entries", () => {
    fc.assert(
      fc.property(anyFunnel, perMonth(20), (model, wins) => {
        const answer = within(model, wins);
        const flows = forward(model, [{ stage: 0, perMonth: answer.entries }]);
        for (const [s, row] of flows.entries.entries()) {
          for (const [month, entries] of row.entries()) {
            expect(answer.stageEntries[s]?.[month]).toBeCloseTo(entries, 6);
          }
        }
      }),
      { ...RUNS, numRuns: 40 },
    );
  });

  test("looks beyond the plan, so its last reported months hardly depend on the end", () => {
    const model = soundModel({ ...chain, months: 12 });
    const longer = soundModel({ ...chain, months: 36 });
    const short = reported(requirement(model, winsOf(model, ten(12))));
    const long = requirement(longer, winsOf(longer, ten(36)), { reportMonths: 12 });
    expect(short.entries).toHaveLength(12);
    for (const [month, entries] of short.entries.entries()) {
      expect(Math.abs(entries / (long.entries[month] ?? 0) - 1)).toBeLessThan(0.02);
    }
  });

  test("names the deadlines that drive it", () => {
    const answer = within(soundModel(chain), ten(24));
    expect(answer.driving.length).toBeGreaterThan(0);
    expect(answer.driving.reduce((sum, { pull }) => sum + pull, 0)).toBeCloseTo(1, 9);
    for (const { month } of answer.driving) {
      const gap = (cumulative(answer.wins)[month] ?? 0) - (cumulative(answer.target)[month] ?? 0);
      expect(answer.status[month] === "reachable" ? Math.abs(gap) : 0).toBeLessThan(1e-6);
    }
  });

  test("stays below its caps and says what they leave short", () => {
    const model = soundModel(chain);
    const wins = ten(24);
    const caps = wins.map(() => 90);
    const answer = within(model, wins, { caps });
    expect(Math.max(...answer.entries)).toBeLessThanOrEqual(90 + 1e-9);
    expect(answer.shortfallCumulative.at(-1)).toBeGreaterThan(1);
  });

  test("forgives last year's misses when the basis is the fiscal year", () => {
    const model = soundModel(chain);
    const wins = ten(24);
    const answer = within(model, wins, { basis: "fiscal-year" });
    expect(answer.shortfallCumulative[0]).toBeGreaterThan(0);
    expect(answer.shortfallCumulative.slice(12).every((each) => each < 1e-6)).toBe(true);
  });

  test("tracks each month by itself when the basis is the period", () => {
    const step = { id: "lead", conversion: 0.5, lag: { family: "fixed", days: 0 } } as const;
    const model = soundModel({ ...chain, months: 6, steps: [step] });
    const wins = [10, 4, 10, 4, 8, 6];
    // No month is hard, so what the months ask for alone shapes the plan.
    const options = { basis: "per-period", catchUp: "fiscal-year-end", steadiness: 1e-6 } as const;
    const answer = within(model, wins, options);
    for (const [month, won] of answer.wins.entries()) expect(won).toBeCloseTo(wins[month] ?? 0, 2);
  });

  test("may wait until the year's end when that is agreed", () => {
    const model = soundModel(chain);
    const wins = ten(24);
    const soonest = within(model, wins);
    const patient = within(model, wins, { catchUp: "fiscal-year-end" });
    expect(Math.max(...patient.pressure.slice(0, 6))).toBeLessThan(
      Math.max(...soonest.pressure.slice(0, 6)),
    );
    expect(patient.shortfallCumulative[11]).toBeLessThan(1e-6);
  });

  test("counts inflow that is already committed", () => {
    const model = soundModel(chain);
    const wins = ten(24);
    const committed = [{ stage: 1, perMonth: wins.map(() => 60) }];
    const answer = within(model, wins, { committed });
    expect(answer.openingWins.at(-1)).toBeGreaterThan(20);
    expect(answer.stageEntries[1]?.[0]).toBeGreaterThanOrEqual(60);
  });

  test("splits new prospects over the stages of the entry mix", () => {
    const mix = [
      { stage: 0, share: 0.7 },
      { stage: 1, share: 0.3 },
    ];
    const model = soundModel({ ...chain, entryMix: mix });
    const wins = ten(24);
    const answer = within(model, wins);
    expect(answer.stageEntries[0]?.[5]).toBeCloseTo(0.7 * (answer.entries[5] ?? 0), 9);
    const flows = mix.map(({ stage, share }) => ({
      stage,
      perMonth: answer.entries.map((each) => each * share),
    }));
    expect(expectedWins(model, flows).at(-1)).toBeCloseTo(answer.wins.at(-1) ?? 0, 6);
  });
});

describe("the response", () => {
  test("never grows for those who enter later, undated (lemma 9)", () => {
    fc.assert(
      fc.property(funnel({ recycle: true }), (model) => {
        const { wins } = response(funnelGrid(model));
        const sums = new Float64Array(model.months);
        for (const row of wins) {
          for (const [m, value] of row.entries()) sums[m] = (sums[m] ?? 0) + value;
          for (let m = 1; m < model.months; m++) {
            expect(sums[m] ?? 0).toBeLessThanOrEqual((sums[m - 1] ?? 0) + 1e-9);
          }
        }
      }),
      RUNS,
    );
  });

  test("is what a forecast of one prospect says, dated or not", () => {
    fc.assert(
      fc.property(
        funnel({ recycle: true }),
        funnel({ dated: true }),
        fc.nat(14),
        (plain, dated, at) => {
          for (const model of [plain, dated]) {
            const month = at % model.months;
            const one = Array.from({ length: model.months }, (_, m) => (m === month ? 1 : 0));
            const { wins } = response(funnelGrid(model));
            const forecast = expectedWins(model, [{ stage: 0, perMonth: one }]);
            for (const [t, row] of wins.entries())
              expect(row[month]).toBeCloseTo(forecast[t] ?? 0, 9);
          }
        },
      ),
      RUNS,
    );
  });

  test("knows the eventual rate of the last month of a season, and nothing of a change after the plan", () => {
    const lead = { id: "lead", conversion: 0.5, lag: { family: "fixed", days: 0 } } as const;
    const season = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0.4];
    const seasonal = soundModel({ ...chain, months: 12, steps: [{ ...lead, season }] });
    expect(response(funnelGrid(seasonal)).eventual.at(-1)).toBeCloseTo(0.2, 12);
    const changes = [{ from: "2027-01-01", conversion: 1 }];
    const changed = soundModel({ ...chain, months: 12, steps: [{ ...lead, changes }] });
    expect(response(funnelGrid(changed)).eventual.at(-1)).toBeCloseTo(0.5, 12);
  });

  test("of a dated funnel knows the eventual rate of each month of entry", () => {
    const steps: FunnelModel["steps"] = [
      {
        id: "lead",
        conversion: 0.2,
        lag: { family: "gamma", median: 20, p90: 50 },
        recycle: { share: 0.5, to: 0, lag: { family: "fixed", days: 30 } },
        changes: [{ from: "2026-07-01", conversion: 0.4 }],
      },
      { id: "offer", conversion: 0.5, lag: { family: "fixed", days: 10 } },
    ];
    const short = response(funnelGrid(soundModel({ ...chain, months: 8, steps })));
    const long = response(funnelGrid(soundModel({ ...chain, months: 60, steps })));
    for (const [m, rate] of short.eventual.entries()) {
      const won = long.wins.reduce((sum, row) => sum + (row[m] ?? 0), 0);
      expect(rate).toBeCloseTo(won, 6);
    }
  });
});
