import { spawnSync } from "node:child_process";
import { join } from "node:path";
import highsLoader from "highs";
import { HyperFormula } from "hyperformula";
import { calendarGrid } from "../core/flow/calendar-grid.ts";
import { compositeKernels, mixed } from "../core/flow/composite.ts";
import { funnelGrid } from "../core/flow/funnel-grid.ts";
import { expectedWins, requirement } from "../core/flow/index.ts";
import { kernel } from "../core/flow/kernel.ts";
import { response } from "../core/flow/response.ts";
import { here, median, note } from "./child.ts";
import { longSegment, timed } from "./own.ts";
import type { Figure, Section } from "./table.ts";

const { model, target } = longSegment();
const { days } = calendarGrid(model.start, model.months);
const kernels = model.steps.map(({ lag }) => kernel(lag, days).weights.slice(0, days));
const rates = model.steps.map(({ conversion }) => conversion);
const perMonth = Array.from({ length: model.months }, () => 300);
const inflow = Array.from({ length: days }, (_, day) => {
  const { bounds } = calendarGrid(model.start, model.months);
  const month = bounds.findIndex((start, m) => start <= day && day < (bounds[m + 1] ?? 0));
  return 300 / ((bounds[month + 1] ?? 0) - (bounds[month] ?? 0));
});
const ourWins = (): number =>
  expectedWins(model, [{ stage: 0, perMonth }]).reduce((sum, wins) => sum + wins, 0);

/** Everybody must find the same number of wins, or nothing here compares. */
function sameWins(what: string, won: number): void {
  if (Math.abs(won / ourWins() - 1) > 1e-9)
    throw new Error(`${what} finds ${won} wins, not ${ourWins()}`);
}

const column = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : column(Math.floor(index / 26) - 1) + column(index % 26);

/** A sheet with a row per day: entries of each stage by convolution with the reversed kernel beside it. */
function hyperFormula(): readonly Figure[] {
  const width = 1 + 2 * kernels.length;
  const sheet: (number | string)[][] = Array.from({ length: days + 1 }, (_, row) => {
    const cells: (number | string)[] = Array.from({ length: width }, () => 0);
    for (const [s, weights] of kernels.entries()) {
      if (row === 0) {
        cells[1 + 2 * s] = rates[s] ?? 0;
        continue;
      }
      cells[1 + 2 * s] = weights[days - row] ?? 0;
      const [entries, reversed] = [column(2 * s), column(1 + 2 * s)];
      cells[2 + 2 * s] =
        `=${reversed}$1*SUMPRODUCT(${entries}$2:${entries}${row + 1},${reversed}${days - row + 2}:${reversed}$${days + 1})`;
    }
    if (row > 0) cells[0] = inflow[row - 1] ?? 0;
    return cells;
  });
  const started = performance.now();
  const engine = HyperFormula.buildFromArray(sheet, { licenseKey: "gpl-v3" });
  const built = performance.now() - started;
  const last = column(2 * kernels.length);
  const sum = (): number => Number(engine.calculateFormula(`=SUM(${last}2:${last}${days + 1})`, 0));
  sameWins("HyperFormula", sum());
  const times = [0.9, 1.1, 1].map((factor) => {
    const start = performance.now();
    engine.setCellContents({ sheet: 0, row: 0, col: 1 }, [[(rates[0] ?? 0) * factor]]);
    return performance.now() - start;
  });
  sameWins("HyperFormula after recalculation", sum());
  return [
    { what: "HyperFormula, recalculation after one rate changed", value: median(times) },
    { what: "HyperFormula, building the sheet", value: built },
  ];
}

function numpy(): readonly Figure[] {
  const { stdout, status } = spawnSync("python3", [join(here, "convolve.py")], {
    input: JSON.stringify({ inflow, kernels: kernels.map((each) => [...each]), rates }),
    encoding: "utf8",
  });
  if (status !== 0) {
    note("skipping numpy: python3 with numpy is not installed");
    return [];
  }
  const found = JSON.parse(stdout) as { median: number; won: number; megabytes: number };
  sameWins("numpy", found.won);
  return [{ what: "numpy.convolve, direct", value: found.median, peakMegabytes: found.megabytes }];
}

/** The least total that meets every running total: what a linear programme says, solved by HiGHS. */
async function highs(): Promise<Figure> {
  // Its types speak of a default export that the CommonJS module does not have.
  const load = highsLoader as unknown as typeof highsLoader.default;
  const solver = await load();
  const { wins } = response(funnelGrid(model));
  const cumulative = wins.map((row) => Float64Array.from(row));
  for (const [t, row] of cumulative.entries()) {
    for (let m = 0; m < row.length; m++) row[m] = (row[m] ?? 0) + (cumulative[t - 1]?.[m] ?? 0);
  }
  let wanted = 0;
  const rows = cumulative.flatMap((row, t) => {
    wanted += target.winsPerMonth[t] ?? 0;
    // The first year is beyond the reach of new prospects.
    if (t < 12) return [];
    const terms = [...row].flatMap((each, m) => (each > 0 ? [`${each.toFixed(12)} x${m}`] : []));
    return [`r${t}: ${terms.join(" + ")} >= ${(wanted * 0.5).toFixed(9)}`];
  });
  const names = wins.map((_, m) => `x${m}`);
  const problem = `Minimize\n obj: ${names.join(" + ")}\nSubject To\n ${rows.join("\n ")}\nEnd\n`;
  return timed("npm highs, the linear programme alone (least total)", 30, () => {
    const { Status } = solver.solve(problem);
    if (Status !== "Optimal") throw new Error(Status);
  });
}

/** The funnel beside what could be used in its place. */
export async function funnelSections(): Promise<readonly Section[]> {
  const flows = "jointplan, the same flows with leaks and stock, per month";
  const whole = "jointplan, the whole requirement: response, steady plan, flows of every stage";
  const grid = funnelGrid(model);
  return [
    {
      title: `Flows of 8 stages over 36 months, ${days} days, direct convolution elsewhere`,
      unit: "ms",
      against: flows,
      figures: [timed(flows, 100, ourWins), ...numpy(), ...hyperFormula()],
    },
    {
      title: "The requirement",
      unit: "ms",
      against: whole,
      figures: [
        timed(whole, 100, () => requirement(model, target, { reportMonths: 36 })),
        timed("of it: the composite kernel of the way to the win", 100, () =>
          mixed(model, compositeKernels(grid)),
        ),
        await highs(),
      ],
    },
  ];
}
