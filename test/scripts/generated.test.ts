import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { documentKinds } from "../../core/document/index.ts";
import { generatedFiles, documentKinds as kindsOnDisk } from "../../scripts/generate.ts";

test("the generated files are what `npm run generate` writes", async () => {
  for (const [path, content] of await generatedFiles()) {
    expect(readFileSync(path, "utf8") === content, `${path} is stale: run npm run generate`).toBe(
      true,
    );
  }
});

test("every schema has a document kind and every kind a schema", async () => {
  expect(documentKinds.map((each) => each.kind).toSorted()).toEqual([...(await kindsOnDisk())]);
});
