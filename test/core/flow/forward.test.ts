import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarGrid, monthLengths } from "../../../core/flow/calendar-grid.ts";
import { runDays } from "../../../core/flow/day-flows.ts";
import { dailyInflow } from "../../../core/flow/forward.ts";
import { funnelGrid } from "../../../core/flow/funnel-grid.ts";
import { type FunnelFlows, forward, type ValidModel } from "../../../core/flow/index.ts";
import { lagLaw } from "../../../core/flow/lag.ts";
import { funnel, LAGS, perMonth, RUNS, soundModel } from "./arbitrary-funnel.ts";

/** Chains and funnels with recycling are computed in two ways; the laws hold for both. */
const anyFunnel = fc.oneof(
  funnel({ recycle: true, dated: true, opening: true }),
  funnel({ dated: true, opening: true }),
);
const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);

/** Inflow into the first stage and into the last one before the win. */
const inflow = (model: ValidModel, first: readonly number[], last: readonly number[]) => [
  { stage: 0, perMonth: first },
  { stage: model.steps.length - 1, perMonth: last },
];

const TABLES = ["entries", "exits", "leaks", "recycled", "lost", "stockEnd", "stockMean"] as const;

/** All numbers of a flow in one list. */
const numbersOf = (flows: FunnelFlows): readonly number[] => [
  ...TABLES.flatMap((table) => flows[table].flat()),
  ...flows.recyclePoolEnd,
];

function expectClose(got: readonly number[], wanted: readonly number[]): void {
  expect(got.length).toBe(wanted.length);
  const worst = got.reduce(
    (most, value, i) =>
      Math.max(most, Math.abs(value - (wanted[i] ?? 0)) / (1 + Math.abs(wanted[i] ?? 0))),
    0,
  );
  expect(worst).toBeLessThan(1e-7);
}

/** The same date four years later; both calendars repeat. */
const later = (date: string): string => `${Number(date.slice(0, 4)) + 4}${date.slice(4)}`;

describe("forward", () => {
  test("loses nobody: opening and inflow are in stock, won, lost or on the way back (lemma 1)", () => {
    fc.assert(
      fc.property(anyFunnel, perMonth(), perMonth(), (model, first, last) => {
        const flows = forward(model, inflow(model, first, last));
        const opening = sum(model.opening.map(({ count }) => count));
        let cumulative = opening;
        let lost = 0;
        for (let month = 0; month < model.months; month++) {
          cumulative += (first[month] ?? 0) + (last[month] ?? 0);
          lost += sum(flows.lost.map((row) => row[month] ?? 0));
          const stock = sum(flows.stockEnd.map((row) => row[month] ?? 0));
          const found = stock + lost + (flows.recyclePoolEnd[month] ?? 0);
          expect(Math.abs(found - cumulative)).toBeLessThan(1e-7 * (1 + cumulative));
        }
      }),
      RUNS,
    );
  });

  test("holds every day: no flow is negative and no stage gives out more than it took in (lemmas 1, 2)", () => {
    fc.assert(
      fc.property(anyFunnel, perMonth(), perMonth(), (model, first, last) => {
        const grid = funnelGrid(model);
        const daily = dailyInflow(grid, inflow(model, first, last));
        const flows = runDays(grid, daily, { withOpening: true });
        for (const [s, progress] of flows.progress.entries()) {
          let stock = sum(model.opening.map((group) => (group.stage === s ? group.count : 0)));
          let lowest = 0;
          for (let day = 0; day < progress.length; day++) {
            const [entered, left, leaked] = [
              flows.entries[s]?.[day],
              progress[day],
              flows.leaks[s]?.[day],
            ];
            lowest = Math.min(lowest, entered ?? 0, left ?? 0, leaked ?? 0);
            stock += (entered ?? 0) - (left ?? 0) - (leaked ?? 0);
            lowest = Math.min(lowest, stock);
          }
          expect(lowest).toBeGreaterThan(-1e-7);
        }
      }),
      RUNS,
    );
  });

  test("scales: c times the inflow and opening gives c times everything (lemma 3)", () => {
    fc.assert(
      fc.property(
        anyFunnel,
        perMonth(),
        fc.double({ min: 0.01, max: 50, noNaN: true }),
        (model, first, factor) => {
          const once = forward(model, [{ stage: 0, perMonth: first }]);
          const scaled = soundModel({
            ...model,
            opening: model.opening.map((group) => ({ ...group, count: group.count * factor })),
          });
          const many = forward(scaled, [
            { stage: 0, perMonth: first.map((each) => each * factor) },
          ]);
          expectClose(
            numbersOf(many),
            numbersOf(once).map((each) => each * factor),
          );
        },
      ),
      RUNS,
    );
  });

  test("superposes: two inflows and an opening together are the sum of each alone (lemma 4)", () => {
    fc.assert(
      fc.property(anyFunnel, perMonth(), perMonth(), (model, first, last) => {
        const [one, other] = inflow(model, first, last);
        if (one === undefined || other === undefined) throw new Error("two inflows");
        const empty = soundModel({ ...model, opening: [] });
        const parts = [forward(model, []), forward(empty, [one]), forward(empty, [other])].map(
          numbersOf,
        );
        const together = numbersOf(forward(model, [one, other]));
        expectClose(
          together,
          together.map((_, i) => sum(parts.map((part) => part[i] ?? 0))),
        );
      }),
      RUNS,
    );
  });

  test("is the same 48 months later (lemma 5)", () => {
    fc.assert(
      fc.property(anyFunnel, perMonth(), (model, first) => {
        const shifted = soundModel({
          ...model,
          start: later(model.start),
          steps: model.steps.map(({ changes, ...step }) => ({
            ...step,
            ...(changes === undefined
              ? {}
              : { changes: changes.map((change) => ({ ...change, from: later(change.from) })) }),
          })),
        });
        const entries = [{ stage: 0, perMonth: first }];
        expect(numbersOf(forward(shifted, entries))).toEqual(numbersOf(forward(model, entries)));
      }),
      RUNS,
    );
  });

  test("never wins less by any day at a higher rate, also with recycling (lemma 6)", () => {
    fc.assert(
      fc.property(
        funnel({ recycle: true }),
        perMonth(),
        fc.nat(3),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (model, first, at, part) => {
          const index = at % model.steps.length;
          const better = soundModel({
            ...model,
            steps: model.steps.map((step, s) =>
              // A loss that is never recorded never comes back, and one with its own lag may come back sooner: not the lemma's case.
              ({
                id: step.id,
                lag: step.lag,
                ...(step.recycle === undefined ? {} : { recycle: step.recycle }),
                conversion:
                  s === index ? step.conversion + (1 - step.conversion) * part : step.conversion,
              }),
            ),
          });
          const plain = soundModel({
            ...better,
            steps: better.steps.map((step, s) => ({
              ...step,
              conversion: model.steps[s]?.conversion ?? 0,
            })),
          });
          const entries = [{ stage: 0, perMonth: first }];
          const sameWay = model.steps.every(
            ({ recycle }, s) => recycle === undefined || recycle.to <= s,
          );
          fc.pre(sameWay);
          const [high, low] = [
            forward(better, entries).stockEnd.at(-1),
            forward(plain, entries).stockEnd.at(-1),
          ];
          for (const [month, wins] of (high ?? []).entries()) {
            expect(wins).toBeGreaterThanOrEqual((low?.[month] ?? 0) * (1 - 1e-9) - 1e-9);
          }
        },
      ),
      RUNS,
    );
  });

  test("keeps rate times mean lag in a steady step, which is Little's law (lemma 7)", () => {
    for (const lag of LAGS) {
      const model = soundModel({
        start: "2026-01-01",
        months: 60,
        steps: [{ id: "stage", conversion: 0.4, lag }],
        won: "won",
        opening: [],
      });
      const perDay = 3;
      const entries = monthLengths(calendarGrid(model.start, model.months)).map(
        (days) => days * perDay,
      );
      const { stockEnd, stockMean } = forward(model, [{ stage: 0, perMonth: entries }]);
      const stock = stockEnd[0]?.at(-1) ?? 0;
      expect(Math.abs(stock - perDay * lagLaw(lag).mean)).toBeLessThan(2e-6 * (1 + stock));
      expect(Math.abs(stock - (stockMean[0]?.at(-1) ?? 0))).toBeLessThan(2e-6 * (1 + stock));
    }
  });

  test("knows how many are in a stage on average, by the ends of its days", () => {
    const model = soundModel({
      start: "2027-01-01",
      months: 2,
      steps: [{ id: "stage", conversion: 1, lag: { family: "fixed", days: 10 } }],
      won: "won",
      opening: [{ stage: 0, count: 31, ageDays: 5 }],
    });
    // 31 stay for five days; one a day comes in and stays for ten, so one more is there at each day's end, then ten.
    const { stockMean } = forward(model, [{ stage: 0, perMonth: [31, 28] }]);
    const opening = 31 * 5;
    const building = 1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 + 10 * 22;
    expect(stockMean[0]?.[0]).toBeCloseTo((opening + building) / 31, 9);
    expect(stockMean[0]?.[1]).toBeCloseTo(10, 9);
  });

  test("meets the continuous closed form of a single step exactly (lemma 10)", () => {
    const { bounds } = calendarGrid("2027-12-01", 8);
    for (const lag of LAGS.filter(({ family }) => family !== "histogram")) {
      const model = soundModel({
        start: "2027-12-01",
        months: 8,
        steps: [{ id: "stage", conversion: 0.3, lag }],
        won: "won",
        opening: [],
      });
      const wins = forward(model, [{ stage: 0, perMonth: [0, 100] }]).stockEnd[1] ?? [];
      const { elapsed } = lagLaw(lag);
      const [from, until] = [bounds[1] ?? 0, bounds[2] ?? 0];
      for (const [month, got] of wins.entries()) {
        const end = bounds[month + 1] ?? 0;
        const exact = ((elapsed(end - from) - elapsed(end - until)) * 0.3 * 100) / (until - from);
        expect(Math.abs(got - exact)).toBeLessThan(1e-8);
      }
    }
  });

  test("spreads a stock of unknown age as a long steady inflow leaves it", () => {
    const step = {
      id: "stage",
      conversion: 0.3,
      lag: { family: "gamma", mean: 25, cv: 0.8 },
    } as const;
    const frame = { months: 40, steps: [step], won: "won" };
    const perDay = monthLengths(calendarGrid("2023-01-01", 40)).map((days) => days * 2);
    const past = soundModel({ ...frame, start: "2023-01-01", opening: [] });
    const run = forward(past, [{ stage: 0, perMonth: perDay.slice(0, 36) }]);
    const stock = run.stockEnd[0]?.[35] ?? 0;
    const now = soundModel({
      ...frame,
      start: "2026-01-01",
      months: 4,
      opening: [{ stage: 0, count: stock }],
    });
    const rest = run.wins.slice(36);
    expect(rest).toHaveLength(4);
    expectClose(forward(now, []).wins, rest);
  });

  test("lets unrecorded losses stay in stock and go stale", () => {
    const model = soundModel({
      start: "2026-01-01",
      months: 24,
      steps: [
        {
          id: "stage",
          conversion: 0.3,
          lag: { family: "gamma", mean: 40, cv: 0.7 },
          leakLag: "never",
        },
      ],
      won: "won",
      opening: [{ stage: 0, ageDays: 30, count: 100 }],
    });
    const flows = forward(model, []);
    // docs/funnel-mathematics.md 1.5: 0.20 after 30 days, where a new prospect has 0.30.
    expect(Math.abs((flows.stockEnd[1]?.at(-1) ?? 0) - 20)).toBeLessThan(1);
    expect(sum(flows.leaks.flat())).toBe(0);
  });

  test("counts inflow into the win as wins, and ignores months beyond the plan", () => {
    const model = soundModel({
      start: "2026-01-01",
      months: 2,
      steps: [{ id: "stage", conversion: 0.5, lag: { family: "fixed", days: 0 } }],
      won: "won",
      opening: [],
    });
    expect(forward(model, [{ stage: 1, perMonth: [3, 4, 5] }]).wins).toEqual(
      [3, 4].map((each) => expect.closeTo(each, 9)),
    );
  });
});
