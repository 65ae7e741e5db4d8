import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe } from "vitest";
import { dynamoTable } from "../../../functions/store/dynamo.ts";
import { memoryTable } from "../../../functions/store/memory.ts";
import { type SqliteTable, sqliteTable } from "../../../functions/store/sqlite.ts";
import type { Table } from "../../../functions/store/table.ts";
import { type DynamoLocal, startDynamoLocal, whyNoDynamo } from "../store/dynamo-local.ts";
import { patient } from "./shared-store.ts";

/** Opens an empty table. */
export type Open = () => Promise<Table>;

/**
 * The suite on every store that this machine has. DynamoDB Local is skipped without Java, which CI refuses
 * (test/functions/store/dynamo.test.ts). `suite` gets the store's name, for what should run less often on a slow one.
 */
export function onEachStore(
  suite: (open: Open, store: "memory" | "SQLite" | "DynamoDB Local") => void,
): void {
  describe("in memory", () => suite(async () => memoryTable(), "memory"));

  describe("in SQLite", () => {
    const tables: SqliteTable[] = [];
    let folder = "";
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), "jointplan-store-"));
    });
    afterAll(() => {
      for (const each of tables) each.close();
      rmSync(folder, { recursive: true, force: true });
    });
    suite(async () => {
      const table = sqliteTable(join(folder, `${tables.length}.db`));
      tables.push(table);
      return table;
    }, "SQLite");
  });

  const without = whyNoDynamo();
  describe.skipIf(without !== undefined)("in DynamoDB Local", () => {
    let local: DynamoLocal;
    let tables = 0;
    beforeAll(async () => {
      local = await startDynamoLocal();
    });
    afterAll(() => local.stop());
    suite(async () => {
      const tableName = `plans-${(tables += 1)}`;
      await local.createTable(tableName);
      return dynamoTable({ client: local.client, tableName, ...patient });
    }, "DynamoDB Local");
  });
}
