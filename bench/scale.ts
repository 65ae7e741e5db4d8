import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { here, median, root, runNode } from "./child.ts";
import type { Figure, Section } from "./table.ts";

interface Solved {
  readonly solved: number;
  readonly prospects: number;
  readonly took: number;
}

/** One way of solving so many segments, each time in a process of its own. */
async function figure(
  what: string,
  program: string,
  count: number,
  worker: string,
  runs: number,
): Promise<Figure & { readonly prospects: number }> {
  const ended = [];
  for (let run = 0; run < runs; run++) ended.push(await runNode([program, `${count}`, worker]));
  const answers = ended.map(({ out }) => JSON.parse(out) as Solved);
  if (answers.some(({ solved }) => solved !== count)) throw new Error(`${what}: not all solved`);
  return {
    what,
    value: median(answers.map(({ took }) => took)) / 1000,
    peakMegabytes: median(ended.map(({ peakMegabytes }) => peakMegabytes)),
    prospects: answers[0]?.prospects ?? Number.NaN,
  };
}

/** Many segments at once: on one core, and on all of them. */
export async function scaleSection(): Promise<readonly Section[]> {
  const folder = mkdtempSync(join(tmpdir(), "jointplan-bench-"));
  try {
    const entryPoints = {
      program: join(here, "many-segments.ts"),
      worker: join(root, "functions/local/segment-worker.ts"),
    };
    await build({
      entryPoints,
      outdir: folder,
      bundle: true,
      format: "esm",
      platform: "node",
      outExtension: { ".js": ".mjs" },
    });
    const [program, worker] = [join(folder, "program.mjs"), join(folder, "worker.mjs")];
    const one = "1,000 segments on one core";
    const figures = [
      await figure(one, program, 1000, "", 5),
      await figure("1,000 segments on all cores", program, 1000, worker, 5),
      await figure("10,000 segments on one core", program, 10_000, "", 1),
      await figure("10,000 segments on all cores", program, 10_000, worker, 3),
    ];
    const [alone, together, alone10, together10] = figures.map(({ prospects }) => prospects);
    const alike = (a = Number.NaN, b = Number.NaN): boolean => Math.abs(a / b - 1) < 1e-12;
    if (!alike(alone, together) || !alike(alone10, together10))
      throw new Error("one core and all of them do not agree");
    return [
      {
        title: "Many segments of 8 stages x 36 months that share their lags, each solved by itself",
        unit: "s",
        against: one,
        figures,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
