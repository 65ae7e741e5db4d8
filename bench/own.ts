import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
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
import { median, root } from "./child.ts";
import type { Figure, Section } from "./table.ts";

/** How long a piece of work runs before it counts as hot, in milliseconds: until then much of it is still being compiled. */
const WARMING = 500;

/** The median time of hot runs, in milliseconds. */
export function timed(what: string, runs: number, work: () => unknown): Figure {
  const begun = performance.now();
  do work();
  while (performance.now() - begun < WARMING);
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return { what, value: median(times) };
}

/** A segment of 8 stages over 36 months, gamma and lognormal delays, no two alike. */
export function longSegment() {
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

/** What people wait for on this machine. */
export function ownSection(): Section {
  const { model, target } = longSegment();
  const bundle = samplePlan();
  const read = () => {
    const loaded = load(bundle);
    const resolved = loaded.ok ? resolve(loaded.value) : undefined;
    if (resolved?.ok !== true) throw new Error("the sample plan holds together");
    return resolved.value;
  };
  const plan = read();
  const command = (words: readonly string[]) => () =>
    spawnSync(process.execPath, [`${root}bin/jointplan.js`, ...words], { cwd: root });
  const requirementTitle = "requirement, 8 stages x 36 months, 36 months solved";
  return {
    title: "What people wait for",
    unit: "ms",
    against: requirementTitle,
    figures: [
      timed(requirementTitle, 100, () => requirement(model, target, { reportMonths: 36 })),
      timed("requirement, the same with the months beyond the plan", 50, () =>
        requirement(model, target),
      ),
      timed("one forward run, 8 stages x 36 months", 100, () => forward(model, [])),
      timed("load and resolve acme-2027", 20, read),
      timed("check acme-2027, all rules", 20, () => check(plan, { asOf: "2026-11-23" })),
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
    ],
  };
}
