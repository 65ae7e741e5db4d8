import { existsSync } from "node:fs";
import { describe } from "vitest";

/** The folder with real data, or `undefined` where a stranger runs the tests without it. */
const folder = process.env["JOINTPLAN_TEST_DATA"];

/** The path of a real data file. */
export const realData = (path: string): string => `${folder ?? ""}/${path}`;

/**
 * A suite on real data. It skips with a line that says why when the data is not at hand, but never in CI.
 */
export function describeWithRealData(name: string, needs: string, suite: () => void): void {
  const present = folder !== undefined && existsSync(realData(needs));
  if (present || process.env["JOINTPLAN_CI"] === "1") describe(name, suite);
  else describe.skip(`${name} (skipped: set JOINTPLAN_TEST_DATA to a folder with ${needs})`, suite);
}
