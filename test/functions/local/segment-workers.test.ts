import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { requireFunnel, unsolvedSegments } from "../../../core/funnel/index.ts";
import type { SoundPlan } from "../../../core/plan/index.ts";
import { solveAhead } from "../../../functions/local/segment-workers.ts";
import { openPlan } from "../../plans/open-plan.ts";
import { repository } from "../app/plan-files.ts";

const asOf = "2026-11-28";

/** Acme with each of its segments `copies` times, no two with the same target. */
function large(copies: number, seed: number): SoundPlan {
  const plan = openPlan("plans/acme-2027");
  const segments = Array.from({ length: copies }, (_, copy) =>
    plan.segments.map((segment) => ({
      ...segment,
      id: `${segment.id}-${copy}`,
      wins: {
        ...segment.wins,
        winsPerMonth: segment.wins.winsPerMonth.map((wins) => wins * (1 + seed + copy / 100)),
      },
    })),
  );
  return { ...plan, segments: segments.flat() };
}

describe("a large plan is solved on all cores", () => {
  let folder: string;
  let worker: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "jointplan-worker-"));
    worker = join(folder, "segment-worker.cjs");
    await build({
      entryPoints: [join(repository, "functions/local/segment-worker.ts")],
      outfile: worker,
      bundle: true,
      format: "cjs",
      platform: "node",
      logLevel: "error",
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("with the numbers of one core", async () => {
    const plan = large(10, 0.5);
    expect(unsolvedSegments(plan)).toHaveLength(30);
    await solveAhead(plan, worker, 4);
    expect(unsolvedSegments(plan)).toHaveLength(0);
    // Another copy of the engine, which has solved nothing yet.
    vi.resetModules();
    const alone = await import("../../../core/funnel/index.ts");
    expect(alone.unsolvedSegments(plan)).toHaveLength(30);
    expect(requireFunnel(plan, asOf)).toEqual(alone.requireFunnel(plan, asOf));
  });

  test("and on one where a thread cannot start", async () => {
    const plan = large(9, 0.75);
    await solveAhead(plan, join(folder, "missing.cjs"), 4);
    expect(unsolvedSegments(plan)).toHaveLength(27);
    expect(requireFunnel(plan, asOf).segments).toHaveLength(27);
  });

  test("a small plan, and a machine of few cores, are left alone", async () => {
    const plan = large(2, 0.1);
    await solveAhead(plan, worker, 4);
    expect(unsolvedSegments(plan)).toHaveLength(6);
    const larger = large(9, 0.2);
    await solveAhead(larger, worker, 2);
    expect(unsolvedSegments(larger)).toHaveLength(27);
  });
});
