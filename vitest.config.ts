import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/say-what-is-missing.ts"],
    // By itself it leaves one core of two idle.
    maxWorkers: "100%",
    // Two cores are the smallest machine that must pass; a slow neighbour is not a failure.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
