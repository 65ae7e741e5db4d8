import { describe, expect, test } from "vitest";
import { type ChangePlace, changePlaces, changesBetween } from "../../../core/change/index.ts";
import { type LoadedPlan, load, type PlanBundle } from "../../../core/document/index.ts";
import { bundleOf, type Edit, lineOf } from "../plan/edited.ts";

function loaded(bundle: PlanBundle): LoadedPlan {
  const plan = load(bundle);
  if (!plan.ok) throw new Error(plan.error.map(lineOf).join("\n"));
  return plan.value;
}

const without = (bundle: PlanBundle, file: string): PlanBundle => ({
  ...bundle,
  files: bundle.files.filter(({ name }) => name !== file),
});

/** A place and what is written there, on one line: `plan.json:5:13 "months" → 6`. */
function read(place: ChangePlace | undefined, { documents }: LoadedPlan): string {
  if (place === undefined) return "nowhere";
  const { file, pointer, range } = place;
  const lines = Object.values(documents)
    .find((each) => each.file === file)
    ?.parsed.text.split("\n")
    .slice(range.start.line - 1, range.end.line);
  const [first = "", ...rest] = lines ?? [];
  const end = rest.length === 0 ? range.end.column - 1 : first.length;
  return `${file.replace("plans/growth/", "")}:${range.start.line}:${range.start.column} ${pointer} ${first.slice(range.start.column - 1, end)}`;
}

function placesOf(base: PlanBundle, head: PlanBundle): readonly string[] {
  const [before, after] = [loaded(base), loaded(head)];
  return changesBetween(before, after).map((change) => {
    const places = changePlaces(change, before, after);
    return `${change.kind}: ${read(places.base, before)} | ${read(places.head, after)}`;
  });
}

const between = (...edits: readonly Edit[]): readonly string[] =>
  placesOf(bundleOf(), bundleOf(...edits));

const moreRoles =
  '{ "id": "intern", "title": "Intern", "function": "sales" },\n    { "id": "managing-director"';

describe("a change stands, in both versions,", () => {
  test("where its value is written, also after others moved it to another line and number", () => {
    expect(
      between(
        ["plan", '{ "id": "managing-director"', moreRoles],
        ["plan", '"Head of marketing"', '"Marketing"'],
      ),
    ).toMatchInlineSnapshot(`
      [
        "changed: plan.json:20:40 /roles/2/title "Head of marketing" | plan.json:21:40 /roles/3/title "Marketing"",
        "added: plan.json:17:12 /roles [ | plan.json:18:5 /roles/0 { "id": "intern", "title": "Intern", "function": "sales" }",
      ]
    `);
  });

  test("in the base alone what was removed, and around it in the head", () => {
    expect(
      between(
        ["sla", '"counterDuty": "first-attempt",', ""],
        [
          "plan",
          '{ "id": "account-manager", "title": "Account manager", "function": "sales" },',
          "",
        ],
      ),
    ).toMatchInlineSnapshot(`
      [
        "removed: plan.json:21:5 /roles/3 { "id": "account-manager", "title": "Account manager", "function": "sales" } | plan.json:17:12 /roles [",
        "removed: sla.json:9:22 /duties/0/counterDuty "first-attempt" | sla.json:4:5 /duties/0 {",
      ]
    `);
  });

  test("in a list without ids at the list", () => {
    expect(
      between(["plan", '"sales": ["size"]', '"sales": ["vertical", "size"]']),
    ).toMatchInlineSnapshot(`
      [
        "changed: plan.json:24:52 /organisedBy/sales ["size"] | plan.json:24:52 /organisedBy/sales ["vertical", "size"]",
      ]
    `);
  });

  test("nowhere in a version without the document", () => {
    expect(placesOf(bundleOf(), without(bundleOf(), "content.json"))).toMatchInlineSnapshot(`
      [
        "removed: content.json:1:1  { | nowhere",
      ]
    `);
    expect(placesOf(without(bundleOf(), "content.json"), bundleOf())).toMatchInlineSnapshot(`
      [
        "added: nowhere | content.json:1:1  {",
      ]
    `);
  });

  test("at the list that stands in another order", () => {
    expect(
      between(
        ["plan", '"id": "managing-director"', '"id": "for-now"'],
        ["plan", '"id": "revenue-operations"', '"id": "managing-director"'],
        ["plan", '"id": "for-now"', '"id": "revenue-operations"'],
      ).filter((line) => line.startsWith("reordered")),
    ).toMatchInlineSnapshot(`
      [
        "reordered: plan.json:17:12 /roles [ | plan.json:17:12 /roles [",
      ]
    `);
  });
});
