import * as fc from "fast-check";
import { solveQP } from "quadprog";
import { describe, expect, test } from "vitest";
import { calendarGrid, monthLengths } from "../../../core/flow/calendar-grid.ts";
import { deadlineWindows } from "../../../core/flow/deadline-windows.ts";
import { deadlines } from "../../../core/flow/deadlines.ts";
import { forward } from "../../../core/flow/forward.ts";
import { funnelGrid } from "../../../core/flow/funnel-grid.ts";
import { naturalInflow } from "../../../core/flow/natural-inflow.ts";
import {
  type QuadraticProgram,
  solveQuadraticProgram,
} from "../../../core/flow/quadratic-program.ts";
import { response } from "../../../core/flow/response.ts";
import { steadyProgram } from "../../../core/flow/steady-program.ts";
import { funnel, perMonth, RUNS } from "./arbitrary-funnel.ts";

const one = (values: Iterable<number>): number[] => [0, ...values];

/** quadprog counts from 1 and takes constraints by column. */
function oracle({ hessian, linear, rows, bounds }: QuadraticProgram): readonly number[] {
  const size = linear.length;
  const columns = Array.from({ length: size }, (_, i) => one(rows.map((row) => row[i] ?? 0)));
  const result = solveQP([[], ...hessian.map(one)], one(linear), [[], ...columns], one(bounds));
  expect(result.message).toBe("");
  return result.solution.slice(1);
}

function expectSame(program: QuadraticProgram): void {
  const wanted = oracle(program);
  const { x } = solveQuadraticProgram(program) ?? { x: new Float64Array() };
  expect(x.length).toBe(wanted.length);
  const worst = wanted.reduce((most, value, i) => Math.max(most, Math.abs(value - (x[i] ?? 0))), 0);
  expect(worst).toBeLessThan(1e-6 * (1 + Math.max(...wanted.map(Math.abs))));
}

/** Hundredths: rows that are all but dependent differ by what either solver forgives, which is no disagreement. */
const vector = (length: number) =>
  fc.array(
    fc.integer({ min: -100, max: 100 }).map((each) => each / 100),
    { minLength: length, maxLength: length },
  );

describe("solveQuadraticProgram", () => {
  test("agrees with quadprog on random programmes that have a solution", () => {
    const size = 6;
    fc.assert(
      fc.property(
        fc.array(vector(size), { minLength: size, maxLength: size }),
        vector(size),
        vector(size),
        fc.array(vector(size), { minLength: 1, maxLength: 14 }),
        (factor, linear, point, rows) => {
          const hessian = factor.map((a, i) =>
            Float64Array.from(factor, (b, j) =>
              a.reduce((sum, value, k) => sum + value * (b[k] ?? 0), i === j ? 0.1 : 0),
            ),
          );
          // Bounds that one known point meets, some with equality.
          const normals = rows.filter((row) => row.some((value) => Math.abs(value) > 0.1));
          const bounds = normals.map((row, i) =>
            row.reduce((sum, value, k) => sum + value * (point[k] ?? 0), i % 2 === 0 ? 0 : -0.3),
          );
          fc.pre(normals.length > 0);
          expectSame({
            hessian,
            linear: Float64Array.from(linear, (each) => 5 * each),
            rows: normals.map((row) => Float64Array.from(row)),
            bounds,
          });
        },
      ),
      RUNS,
    );
  });

  test("agrees with quadprog on the steady plans of random funnels", () => {
    fc.assert(
      fc.property(
        funnel({ recycle: true, dated: true, opening: true }),
        perMonth(20),
        fc.boolean(),
        (model, wins, capped) => {
          const grid = funnelGrid(model);
          const targets = wins.slice(0, model.months).map((each) => each + 1);
          const reply = response(grid);
          const natural = naturalInflow(reply, targets, monthLengths(grid.calendar));
          const caps = capped ? natural.map((each) => each * 1.2) : undefined;
          const windows = deadlineWindows(grid.calendar, "cumulative", "soonest");
          const due = deadlines(reply, forward(model, []).wins, targets, natural, windows, {
            recovery: 1.5,
            gate: 0.1,
            caps,
          });
          expectSame(
            steadyProgram(reply, due, natural, 10, {
              recovery: 1.5,
              steadiness: 0.1,
              ridge: 1e-4,
              caps,
            }),
          );
        },
      ),
      RUNS,
    );
  });

  test("says that rows which contradict each other have no solution", () => {
    const hessian = [Float64Array.of(1, 0), Float64Array.of(0, 1)];
    const linear = new Float64Array(2);
    const program = {
      hessian,
      linear,
      rows: [Float64Array.of(1, 0), Float64Array.of(-1, 0)],
      bounds: [1, 0],
    };
    expect(solveQuadraticProgram(program)).toBeUndefined();
  });
});

test("deadline windows start with the plan, the fiscal year or the month, and only some are hard", () => {
  const calendar = calendarGrid("2026-01-01", 14);
  const year = deadlineWindows(calendar, "fiscal-year", "fiscal-year-end", 4);
  expect(year.from).toEqual([0, 0, 0, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3]);
  expect(year.hard.flatMap((hard, month) => (hard ? [month] : []))).toEqual([2]);
  expect(deadlineWindows(calendar, "per-period", "soonest").from.at(-1)).toBe(13);
  const checkpoints = deadlineWindows(calendar, "checkpoints", "soonest");
  expect(checkpoints.from.at(-1)).toBe(0);
  expect(checkpoints.hard.flatMap((hard, month) => (hard ? [month] : []))).toEqual([2, 5, 8, 11]);
});
