/** Solves so many segments of 8 stages over 36 months that share their lags, each with rates and targets of its own. */
import { type SegmentTask, solveSegment } from "../core/funnel/index.ts";
import { solveOnAllCores } from "../functions/local/segment-workers.ts";
import { longSegment } from "./own.ts";

const [count = "1000", worker = ""] = process.argv.slice(2);
const { model, target } = longSegment();

const task = (index: number): SegmentTask => ({
  toSale: {
    ...model,
    steps: model.steps.map((step, s) => ({
      ...step,
      conversion: step.conversion * (1 - ((index * 7919 + s * 104_729) % 1000) / 10_000),
    })),
  },
  beyondSale: [],
  wins: { ...target, winsPerMonth: target.winsPerMonth.map((wins) => wins * (1 + index / 1e5)) },
  planning: {
    basis: "cumulative",
    catchUp: "soonest",
    recovery: 1.5,
    steadiness: 0.1,
    beyondHorizon: "none",
    confidence: 0.8,
  },
});

const tasks = Array.from({ length: Number(count) }, (_, index) => task(index));
const started = performance.now();
let [solved, prospects] = [0, 0];
const take = (_: SegmentTask, { answer }: ReturnType<typeof solveSegment>): void => {
  solved += 1;
  prospects += answer.entries.reduce((sum, each) => sum + each, 0);
};
if (worker === "") for (const each of tasks) take(each, solveSegment(each));
else await solveOnAllCores(tasks, worker, take);
console.log(JSON.stringify({ solved, prospects, took: performance.now() - started }));
