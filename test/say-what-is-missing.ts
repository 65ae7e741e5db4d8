import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Says once, before the tests run, which of them must skip on this machine and what would let them run. */
export default function sayWhatIsMissing(): void {
  const missing = [
    process.env["JOINTPLAN_TEST_DATA"] === undefined
      ? "real data: set JOINTPLAN_TEST_DATA to its folder"
      : undefined,
    spawnSync("java", ["-version"]).error === undefined
      ? undefined
      : "DynamoDB Local: install Java 17",
    process.env["JOINTPLAN_CI"] === "1" || process.env["JOINTPLAN_TIER"] === "verify"
      ? undefined
      : "stores under fault and repositories under attack, which take minutes: npm run verify asks them too",
    existsSync("/usr/bin/chromium") ? undefined : "the page in a browser: install chromium",
  ].filter((each) => each !== undefined);
  for (const each of missing) process.stdout.write(`Skipping tests of ${each}.\n`);
}
