import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { rules } from "../../core/check/index.ts";
import { documentKinds } from "../../core/document/index.ts";
import { generatedFiles, documentKinds as kindsOnDisk } from "../../scripts/generate.ts";

test("the generated files are what `npm run generate` writes", async () => {
  for (const [path, content] of await generatedFiles()) {
    expect(readFileSync(path, "utf8") === content, `${path} is stale: run npm run generate`).toBe(
      true,
    );
  }
});

test("the list of rules is among them, and holds every rule", async () => {
  const page = (await generatedFiles()).get("docs/rules.md") ?? "";
  for (const { id } of rules) expect(page).toContain(`| ${id} | `);
});

test("every schema has a document kind and every kind a schema", async () => {
  expect(documentKinds.map((each) => each.kind).toSorted()).toEqual([...(await kindsOnDisk())]);
});
