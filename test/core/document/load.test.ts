import { describe, expect, test } from "vitest";
import { load, type PlanFile } from "../../../core/document/index.ts";
import { bundleOf, lineOf } from "../plan/edited.ts";

/** A folder of files becomes documents, or every reason why not. */

const base = bundleOf();

function found(files: readonly PlanFile[], folder = base.folder): string {
  const loaded = load({ folder, files });
  return loaded.ok ? "" : loaded.error.map(lineOf).join("\n");
}

const without = (name: string): readonly PlanFile[] =>
  base.files.filter((file) => file.name !== name);

const file = (name: string, text: string): PlanFile => ({
  name,
  bytes: new TextEncoder().encode(text),
});

describe("load", () => {
  test("gives every document with its kind, its path and its places", () => {
    const loaded = load(base);
    expect(loaded.ok && Object.keys(loaded.value.documents)).toEqual([
      "plan",
      "journey",
      "targets",
      "sla",
      "tactics",
      "calendar",
      "customers",
      "lead-definition",
      "content",
      "resources",
      "compensation",
      "approvals",
      "sources",
    ]);
    expect(loaded.ok && loaded.value.documents.plan.file).toBe("plans/growth/plan.json");
    expect(loaded.ok && loaded.value.documents.plan.parsed.rangeOf("/months")?.start).toEqual({
      line: 6,
      column: 13,
    });
  });

  test.each(["customers", "tactics", "content", "resources", "calendar", "sources"])(
    "does without %s",
    (kind) => {
      expect(found(without(`${kind}.json`))).toBe("");
    },
  );

  test.each(["plan", "journey", "targets", "lead-definition", "sla", "compensation", "approvals"])(
    "says that %s is missing, and how to get one",
    (kind) => {
      expect(found(without(`${kind}.json`))).toMatch(
        new RegExp(
          `^${kind}.json document/missing ${kind}.json is missing from plans/growth: it holds [^.]+\\.\n  → Take ${kind}.json from a new plan that \`jointplan init\` writes and put in what you agree on; \`jointplan schema ${kind}\` says what may stand in it.$`,
        ),
      );
    },
  );

  test("of nothing says everything that is missing", () => {
    expect(
      found([])
        .split("\n")
        .filter((line) => !line.startsWith("  ")),
    ).toHaveLength(7);
  });

  test("ignores files that are no JSON", () => {
    expect(found([...base.files, file("README.md", "# The plan")])).toBe("");
  });

  test("says what every refused file is, beside what is wrong in the others", () => {
    expect(
      found([
        file("Plan.json", "{}"),
        ...without("sla.json").filter(({ name }) => name !== "tactics.json"),
        file("sla.json", '{ "duties": 3 '),
        { name: "tactics.json", refused: { reason: "symlink" } },
        { name: "prospects.json", refused: { reason: "not-a-file" } },
      ]),
    ).toMatchInlineSnapshot(`
      "Plan.json document/unknown "Plan.json" is no document of a plan. Did you mean plan.json?
        → A plan folder holds plan.json, customers.json, journey.json, targets.json, lead-definition.json, sla.json, tactics.json, content.json, resources.json, compensation.json, calendar.json, approvals.json, sources.json. Rename the file, or move it out of the folder.
      prospects.json document/unknown "prospects.json" is no document of a plan.
        → A plan folder holds plan.json, customers.json, journey.json, targets.json, lead-definition.json, sla.json, tactics.json, content.json, resources.json, compensation.json, calendar.json, approvals.json, sources.json. Rename the file, or move it out of the folder.
      sla.json:1:15 document/unexpected-end The file ends where "," or "}" was expected. The object that begins at line 1, column 1 is not closed.
        → Add what is missing and "}", or restore the rest of the file.
      tactics.json document/symlink plans/growth/tactics.json is a symbolic link. Links are not followed, so that a plan holds only what stands in its folder.
        → Replace the link by the file itself."
    `);
    expect(
      found([
        ...without("tactics.json"),
        {
          name: "tactics.json",
          refused: { reason: "too-big", size: 30_000_000, limit: 8_388_608 },
        },
      ]),
    ).toMatchInlineSnapshot(`
      "tactics.json document/too-big plans/growth/tactics.json has 30,000,000 bytes; at most 8,388,608 are read.
        → Split the plan, or take out what does not belong into it."
    `);
  });

  test("names files without a folder where there is none", () => {
    expect(found(without("sla.json"), "")).toContain("sla.json is missing from the plan:");
  });

  test("a file in place of a document is not taken for an inherited property", () => {
    expect(
      found([...base.files, file("constructor.json", "{}"), file("__proto__.json", "{}")]),
    ).toMatch(/__proto__.json document\/unknown .*\n.*\nconstructor.json document\/unknown /);
  });
});
