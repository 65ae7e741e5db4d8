/**
 * Times what people wait for, on this machine: `npm run bench`. Medians of hot runs, one process, no assertions.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { check } from "../core/check/index.ts";
import { load } from "../core/document/index.ts";
import {
  forward,
  type ModelStep,
  requirement,
  validateModel,
  validateTarget,
} from "../core/flow/index.ts";
import { resolve } from "../core/plan/index.ts";

const root = fileURLToPath(new URL("../", import.meta.url));

interface Figure {
  readonly what: string;
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

function timed(what: string, runs: number, work: () => unknown): Figure {
  work();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).toSorted((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(share * (times.length - 1))] ?? 0;
  return { what, median: at(0.5), least: at(0), most: at(1) };
}

/** A segment of 8 stages over 36 months, gamma and lognormal delays, no two alike. */
function longSegment() {
  const steps = Array.from(
    { length: 7 },
    (_, stage): ModelStep => ({
      id: `stage-${stage}`,
      conversion: 0.35 + 0.05 * stage,
      lag: {
        family: stage % 2 === 0 ? "gamma" : "lognormal",
        median: 12 + 4 * stage,
        p90: 40 + 7 * stage,
      },
    }),
  );
  const model = validateModel({
    start: "2027-01-01",
    months: 36,
    steps,
    won: "customer",
    opening: [],
  });
  if (!model.ok) throw new Error("the bench's own segment is a funnel");
  const target = validateTarget(model.value, {
    winsPerMonth: Array.from({ length: 36 }, (_, month) => 10 + month / 6),
  });
  if (!target.ok) throw new Error("the bench's own target can be computed");
  return { model: model.value, target: target.value };
}

function samplePlan() {
  const folder = `${root}plans/acme-2027`;
  const files = readdirSync(folder).map((name) => ({
    name,
    bytes: readFileSync(`${folder}/${name}`),
  }));
  return { folder: "plans/acme-2027", files };
}

const { model, target } = longSegment();
const bundle = samplePlan();
const sound = (): NonNullable<ReturnType<typeof read>> => {
  const plan = read();
  if (plan === undefined) throw new Error("the sample plan holds together");
  return plan;
};
function read() {
  const loaded = load(bundle);
  const resolved = loaded.ok ? resolve(loaded.value) : undefined;
  return resolved?.ok === true ? resolved.value : undefined;
}
const plan = sound();
const command = (words: readonly string[]) => () =>
  spawnSync(process.execPath, [`${root}bin/jointplan.js`, ...words], { cwd: root });

const figures = [
  timed("requirement, 8 stages x 36 months, 36 months solved", 50, () =>
    requirement(model, target, { reportMonths: 36 }),
  ),
  timed("requirement, the same with the months beyond the plan", 30, () =>
    requirement(model, target),
  ),
  timed("one forward run, 8 stages x 36 months", 50, () => forward(model, [])),
  timed("load and resolve acme-2027", 20, read),
  timed("check acme-2027, all rules", 10, () => check(plan, { asOf: "2026-11-23" })),
  timed(
    "jointplan check plans/acme-2027, whole process",
    10,
    command(["check", "plans/acme-2027"]),
  ),
  timed(
    "jointplan funnel plans/acme-2027, whole process",
    10,
    command(["funnel", "plans/acme-2027"]),
  ),
];
console.log(`Node ${process.version}; milliseconds: median (least to most)`);
for (const { what, median, least, most } of figures) {
  console.log(
    `${median.toFixed(1).padStart(8)}  (${least.toFixed(1)} to ${most.toFixed(1)})  ${what}`,
  );
}
