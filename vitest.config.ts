import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
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
