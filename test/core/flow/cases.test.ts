import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { differences } from "./case-compare.ts";
import { type ReferenceCase, runCase } from "./case-runner.ts";

const folder = fileURLToPath(new URL("../../cases/funnel/", import.meta.url));
const cases = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .map((name) => JSON.parse(readFileSync(folder + name, "utf8")) as ReferenceCase);

describe("the reference cases", () => {
  test("are all there", () => {
    expect(cases.length).toBeGreaterThanOrEqual(18);
  });

  test.each(cases)("$id: $title", (each) => {
    expect(runCase(each)).toEqual([]);
  });
});

describe("the comparison of a case", () => {
  test("counts what was expected but not computed as a difference", () => {
    expect(differences({ forward: {} }, { forward: { unheardOf: [1] } }, {})).toHaveLength(1);
  });

  test("leaves null unchecked, save in a crash factor", () => {
    expect(differences({ wins: [1] }, { wins: [null] }, {})).toEqual([]);
    expect(differences({ crashFactor: [1] }, { crashFactor: [null] }, {})).toHaveLength(1);
  });

  test("holds a number to its tolerance", () => {
    expect(differences([1.02], [1], { abs: 0.01, rel: 0.005 })).toHaveLength(1);
    expect(differences([1.01], [1], { abs: 0.01, rel: 0.005 })).toEqual([]);
  });
});
