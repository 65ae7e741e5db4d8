import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ReferenceCase, runCase } from "../test/core/flow/case-runner.ts";

/** Runs every reference case of a folder: `npm run cases -- [DIR]`. Ends with "N passed, N failed"; exit 1 if any failed. */

const SHOWN = 5;
const directory = process.argv[2] ?? "test/cases/funnel";
const text = (value: unknown): string => JSON.stringify(value) ?? "undefined";

function readCase(name: string): ReferenceCase | undefined {
  const content: unknown = JSON.parse(readFileSync(join(directory, name), "utf8"));
  const isCase =
    typeof content === "object" && content !== null && "input" in content && "expected" in content;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a case file is written by hand; a wrong one fails loudly.
  return isCase ? (content as ReferenceCase) : undefined;
}

/** The lines that say what is wrong; none when the case passes. */
function failures(each: ReferenceCase): readonly string[] {
  try {
    const found = runCase(each);
    const more = found.length > SHOWN ? [`… and ${found.length - SHOWN} more`] : [];
    return [
      ...found
        .slice(0, SHOWN)
        .map(
          ({ place, got, expected }) => `${place}: got ${text(got)}, expected ${text(expected)}`,
        ),
      ...more,
    ];
  } catch (error) {
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  }
}

let passed = 0;
let failed = 0;
for (const name of readdirSync(directory).toSorted()) {
  const each = name.endsWith(".json") ? readCase(name) : undefined;
  if (each === undefined) continue;
  const lines = failures(each);
  console.log(`${lines.length === 0 ? "pass" : "FAIL"}  ${each.id}  ${each.title}`);
  for (const line of lines) console.log(`      ${line}`);
  if (lines.length === 0) passed += 1;
  else failed += 1;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
