import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openStore, storePath } from "../../../functions/local/store.ts";
import { git } from "../../cli/program.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "jointplan-store-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test("the embedded store never becomes part of a commit, with which git could take back what was rolled back", () => {
  openStore(join(root, storePath)).close();
  expect(readFileSync(join(root, ".jointplan/.gitignore"), "utf8")).toBe("*\n");
  git(root, "init", "--quiet");
  git(root, "add", "--all");
  expect(git(root, "ls-files")).toBe("");
});
