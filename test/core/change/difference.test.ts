import { describe, expect, test } from "vitest";
import { applyOverlay, type Change, changesBetween } from "../../../core/change/index.ts";
import { type LoadedPlan, load, type PlanBundle } from "../../../core/document/index.ts";
import { basePlan } from "../check/base-plan.ts";
import { bundleOf, type Edit, lineOf } from "../plan/edited.ts";

function loaded(bundle: PlanBundle): LoadedPlan {
  const plan = load(bundle);
  if (!plan.ok) throw new Error(plan.error.map(lineOf).join("\n"));
  return plan.value;
}

const between = (...edits: readonly Edit[]): readonly Change[] =>
  changesBetween(loaded(bundleOf()), loaded(bundleOf(...edits)));

const step = "segments/smb/transitions/noticing-comparing";

describe("between two plans", () => {
  test("that are the same there is nothing, however they are written", () => {
    expect(between(["plan", '"months": 6', '"months":   6'])).toEqual([]);
    expect(
      between([
        "targets",
        '{ "new": 10000, "renewal": 9000 }',
        '{ "renewal": 9000, "new": 10000 }',
      ]),
    ).toEqual([]);
  });

  test("a number is found by ids, with what it was and what it is", () => {
    expect(between(["journey", '"value": 0.4', '"value": 0.5'])).toEqual([
      {
        document: "journey",
        path: `${step}/conversion/value`,
        kind: "changed",
        before: 0.4,
        after: 0.5,
      },
    ]);
  });

  test("a property comes and goes", () => {
    expect(
      between(
        ["journey", '"duration": { "fixed": 365 }', '"duration": { "fixed": 365, "note": "x" }'],
        ["plan", '"organisedBy"', '"note": "x", "organisedBy"'],
        ["sla", '"counterDuty": "first-attempt",', ""],
      ).map(({ kind, path, before, after }) => [kind, path, before, after]),
    ).toEqual([
      ["added", "note", undefined, "x"],
      ["added", "segments/smb/transitions/running-staying/duration/note", undefined, "x"],
      ["removed", "duties/supply/counterDuty", "first-attempt", undefined],
    ]);
  });

  test("a list without ids is one value", () => {
    expect(between(["plan", '"sales": ["size"]', '"sales": ["vertical", "size"]'])).toEqual([
      {
        document: "plan",
        path: "organisedBy/sales",
        kind: "changed",
        before: ["size"],
        after: ["vertical", "size"],
      },
    ]);
  });

  test("items that change places are told by their ids", () => {
    const base = bundleOf();
    const { tactics } = basePlan;
    const turned = { ...tactics, tactics: tactics.tactics.toReversed() };
    const head: PlanBundle = {
      ...base,
      files: base.files.map((file) =>
        file.name === "tactics.json"
          ? { name: file.name, bytes: new TextEncoder().encode(JSON.stringify(turned)) }
          : file,
      ),
    };
    expect(changesBetween(loaded(base), loaded(head))).toEqual([
      {
        document: "tactics",
        path: "tactics",
        kind: "reordered",
        before: ["stoppage-guide", "plant-visits", "yearly-review"],
        after: ["yearly-review", "plant-visits", "stoppage-guide"],
      },
    ]);
  });

  test("the changes laid over the base are the head", () => {
    const head = loaded(
      bundleOf(
        ["journey", '"value": 0.4', '"value": 0.5'],
        ["sla", '"counterDuty": "first-attempt",', ""],
        ["targets", '"expansion": 0', '"expansion": { "2027-Q1": 0, "2027-Q2": 100 }'],
      ),
    );
    const base = loaded(bundleOf());
    const changes = changesBetween(base, head);
    const applied = applyOverlay(
      base,
      changes.map(({ document, path, after = null }) => ({ document, path, value: after })),
    );
    expect(changes).toHaveLength(3);
    expect(applied.ok && changesBetween(loaded(applied.value), head)).toEqual([]);
  });
});
