import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { sqliteTable } from "../../../functions/store/sqlite.ts";
import { equal } from "../../../functions/store/table.ts";
import { tableConformance } from "./table-conformance.ts";

const folder = mkdtempSync(join(tmpdir(), "jointplan-sqlite-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the Table in a SQLite file", () => {
  const table = sqliteTable(join(folder, "made", "on", "the", "way", "store.db"));
  afterAll(() => table.close());
  tableConformance(() => table, 60);
});

describe("a SQLite file", () => {
  const key = { partition: "p", sort: "head" };

  test("is still there when it is opened again", async () => {
    const path = join(folder, "again.db");
    const before = sqliteTable(path);
    await before.transact([{ put: { ...key, version: 7 } }]);
    before.close();
    const after = sqliteTable(path);
    expect(await after.get(key)).toEqual({ ...key, version: 7 });
    after.close();
  });

  test("shows one connection at once what another one wrote, and lets it build on that", async () => {
    const path = join(folder, "two.db");
    const one = sqliteTable(path);
    const other = sqliteTable(path);
    await one.transact([{ put: { ...key, version: 1 } }]);
    expect(await other.get(key)).toMatchObject({ version: 1 });
    await one.transact([{ put: { ...key, version: 2 } }]);
    const written = await other.transact([
      { put: { ...key, version: 3 }, when: [equal("version", 2)] },
    ]);
    expect(written).toEqual({ ok: true });
    one.close();
    other.close();
  });

  test("takes a transaction back whole when it fails half-way, and goes on working", async () => {
    const table = sqliteTable(join(folder, "half.db"));
    for (let failing = 1; failing <= 8; failing += 1) {
      let reads = 0;
      // Fails at its nth reading: before the transaction, or in it, after the first put.
      const treacherous = {
        partition: "p",
        sort: "second",
        get body() {
          if ((reads += 1) === failing) throw new Error("gone");
          return "text";
        },
      };
      const work = table.transact([{ put: { ...key, failing } }, { put: treacherous }]);
      const [outcome] = await Promise.allSettled([work]);
      const first = await table.get(key);
      expect(first?.["failing"] === failing).toBe(outcome.status === "fulfilled");
    }
    expect(await table.get(key)).toBeDefined();
    table.close();
  });

  test("answers TableUnavailable after it was closed", async () => {
    const table = sqliteTable(join(folder, "closed.db"));
    table.close();
    table.close();
    await expect(table.get(key)).rejects.toMatchObject({ name: "TableUnavailable" });
    await expect(table.transact([{ put: key }])).rejects.toMatchObject({
      name: "TableUnavailable",
    });
  });

  test("answers TableUnavailable, with the reason, when it cannot be opened", () => {
    expect(() => sqliteTable(folder)).toThrow(
      expect.objectContaining({ name: "TableUnavailable", cause: expect.anything() }),
    );
  });
});
