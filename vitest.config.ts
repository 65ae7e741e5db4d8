import { configDefaults, defineConfig } from "vitest/config";

/** Stores under fault and repositories under attack: minutes of processes, asked by CI and by the long tier. */
const longSuites = [
  "test/functions/publish/{effective,fault,invariants,large,orders,process,racing,repositories}.test.ts",
  "test/functions/source/{git,hostile}.test.ts",
  "test/cli/{hostile-tree,rollback}.test.ts",
];

const everything =
  process.env["JOINTPLAN_CI"] === "1" || process.env["JOINTPLAN_TIER"] === "verify";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: [...configDefaults.exclude, ...(everything ? [] : longSuites)],
    globalSetup: ["test/say-what-is-missing.ts"],
    // By itself it leaves one core of two idle.
    maxWorkers: "100%",
    // Loading the modules anew for every file would take a third of the time; no test leaves anything in them.
    isolate: false,
    // Two cores are the smallest machine that must pass; a slow neighbour is not a failure.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
