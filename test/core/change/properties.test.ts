import { isDeepStrictEqual } from "node:util";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  applyChanges,
  applyOverlay,
  changesBetween,
  isEditorial,
  semanticDigest,
} from "../../../core/change/index.ts";
import { isList, isObject, itemsById, writePath } from "../../../core/change/path.ts";
import type { PlanBundle } from "../../../core/document/index.ts";
import type { Findings } from "../../../core/finding.ts";
import type { Result } from "../../../core/result.ts";
import { openPlan } from "../../plans/open-plan.ts";
import { basePlan } from "../check/base-plan.ts";
import { lineOf } from "../plan/edited.ts";
import { type Edit, edited, edits, loadedFrom, type Values } from "./random-edits.ts";

const valuesOf = (folder: string): Values =>
  Object.fromEntries(
    Object.values(openPlan(folder).documents).map(({ kind, value }) => [kind, value]),
  );

const samples = {
  acme: valuesOf("plans/acme-2027"),
  olist: valuesOf("plans/olist-2018"),
  base: { ...basePlan } as Values,
};

const sample = fc.constantFrom<keyof typeof samples>("acme", "olist", "base");

/** A sample plan, and edits that make another one of it. */
const plan = fc.record({ of: sample, edits });

const made = ({ of, edits: all }: { of: keyof typeof samples; edits: readonly Edit[] }): Values =>
  edited(samples[of], all);

/** Two plans that came from one. */
const pair = fc.record({ of: sample, some: edits, others: edits });

/** What files say, by kind; the findings where there are none. */
function saidBy(files: Result<PlanBundle, Findings>): Values {
  if (!files.ok) throw new Error(files.error.map(lineOf).join("\n"));
  return Object.fromEntries(
    files.value.files.map((file) => [
      file.name.replace(".json", ""),
      "bytes" in file ? (JSON.parse(new TextDecoder().decode(file.bytes)) as unknown) : "refused",
    ]),
  );
}

/** The same value with the keys of every object in another order. */
function turned(value: unknown): unknown {
  if (isList(value)) return value.map(turned);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, each]) => [key, turned(each)]),
  );
}

/** The paths of every list whose items have ids, with those ids. */
function listsIn(value: unknown, steps: readonly string[] = []): readonly (readonly string[])[] {
  if (isList(value)) {
    const items = itemsById(value);
    if (items === undefined) return [];
    return [steps, ...[...items].flatMap(([id, { item }]) => listsIn(item, [...steps, id]))];
  }
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, each]) => listsIn(each, [...steps, key]));
}

describe("for any two plans", () => {
  test("the changes between them, applied to the one, are the other", () => {
    fc.assert(
      fc.property(pair, ({ of, some, others }) => {
        const [a, b] = [edited(samples[of], some), edited(samples[of], others)];
        const [base, head] = [loadedFrom(a), loadedFrom(b)];
        expect(saidBy(applyChanges(base, changesBetween(base, head)))).toEqual(b);
      }),
    );
  });

  test("there is no change only where they say the same", () => {
    fc.assert(
      fc.property(pair, ({ of, some, others }) => {
        const [a, b] = [edited(samples[of], some), edited(samples[of], others)];
        const changes = changesBetween(loadedFrom(a), loadedFrom(b));
        expect(changes.length === 0).toBe(isDeepStrictEqual(a, b));
      }),
    );
  });
});

describe("for any plan", () => {
  test("nothing is between it and itself, in whatever layout and order of keys", () => {
    const layouts = fc.constantFrom<(value: unknown) => string>(
      (value) => JSON.stringify(value),
      (value) => JSON.stringify(turned(value)),
      (value) => `\r\n${JSON.stringify(turned(value), null, "\t")}\n\n`,
    );
    fc.assert(
      fc.property(plan, layouts, (one, write) => {
        const values = made(one);
        const [base, head] = [loadedFrom(values), loadedFrom(values, write)];
        expect(changesBetween(base, head)).toEqual([]);
        expect(semanticDigest(head)).toBe(semanticDigest(base));
      }),
    );
  });

  test("another order of items is editorial, but for the stages of the journey", () => {
    const reversed = (value: unknown): unknown => {
      if (isList(value)) {
        const items = value.map(reversed);
        return itemsById(value) === undefined ? items : items.toReversed();
      }
      if (!isObject(value)) return value;
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, reversed(each)]));
    };
    fc.assert(
      fc.property(sample, fc.nat(), (of, at) => {
        const values = samples[of];
        const kinds = Object.keys(values);
        const kind = kinds[at % kinds.length] ?? "";
        const [base, head] = [
          loadedFrom(values),
          loadedFrom({ ...values, [kind]: reversed(values[kind]) }),
        ];
        const weighty = changesBetween(base, head).filter((each) => !isEditorial(each));
        const stages = kind === "journey" ? ["stages"] : [];
        expect(weighty.map(({ path }) => path)).toEqual(stages);
        expect(semanticDigest(head) === semanticDigest(base)).toBe(kind !== "journey");
      }),
    );
  });

  test("what is added and taken out again was never there", () => {
    fc.assert(
      fc.property(plan, fc.nat(), fc.nat(), (one, at, where) => {
        const values = made(one);
        const kinds = Object.keys(values);
        const kind = kinds[at % Math.max(kinds.length, 1)] ?? "";
        const lists = listsIn(values[kind]);
        const list = lists[where % Math.max(lists.length, 1)];
        fc.pre(list !== undefined);
        const base = loadedFrom(values);
        const place = { document: kind, path: writePath([...(list ?? []), "only-for-now"]) };
        const added = saidBy(applyOverlay(base, [{ ...place, value: { id: "only-for-now" } }]));
        const between = changesBetween(base, loadedFrom(added));
        expect(between.map(({ kind: what, path }) => [what, path])).toEqual([
          ["added", place.path],
        ]);
        const again = saidBy(applyOverlay(loadedFrom(added), [{ ...place, value: null }]));
        expect(changesBetween(base, loadedFrom(again))).toEqual([]);
        expect(again).toEqual(values);
      }),
    );
  });
});

test("a new stage comes to stand where it stands in the head", () => {
  const stages = basePlan.journey.stages;
  const [first, ...rest] = stages;
  const added = { ...stages[1], id: "asking", title: "We ask around" };
  const values = {
    ...basePlan,
    journey: { ...basePlan.journey, stages: [rest[0], first, added, ...rest.slice(1)] },
  };
  const [base, head] = [loadedFrom({ ...basePlan }), loadedFrom(values)];
  const changes = changesBetween(base, head);
  expect(changes.map(({ kind, path, index }) => [kind, path, index])).toEqual([
    ["reordered", "stages", undefined],
    ["added", "stages/asking", 2],
  ]);
  expect(saidBy(applyChanges(base, changes))).toEqual(values);
});

test("changes that were found in another plan are refused, with the place", () => {
  const refused = applyChanges(loadedFrom({ ...basePlan }), [
    { document: "sla", path: "duties/nobody/title", kind: "changed", before: "a", after: "b" },
  ]);
  expect(refused.ok ? [] : refused.error.map(lineOf)).toMatchInlineSnapshot(`
    [
      "plans/any/sla.json:3:13 overlay/unknown-place The change of "sla/duties/nobody/title" cannot be made: there is no "nobody" in "duties" in sla.json.
      → There is: supply, first-attempt.",
    ]
  `);
});
