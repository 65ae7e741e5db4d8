import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dynamoTable } from "../../../functions/store/dynamo.ts";
import { type Table } from "../../../functions/store/table.ts";
import { type DynamoLocal, startDynamoLocal, whyNoDynamo } from "./dynamo-local.ts";
import { tableConformance } from "./table-conformance.ts";

const reason = whyNoDynamo();

const mustRun = process.env["JOINTPLAN_CI"] === "1";
test.runIf(mustRun)("CI runs the Table on DynamoDB Local, it does not skip it", () => {
  expect(reason).toBeUndefined();
});

const describeDynamo = reason === undefined ? describe : describe.skip;

describeDynamo(
  `the Table in DynamoDB${reason === undefined ? "" : ` — skipped: ${reason}`}`,
  () => {
    let local: DynamoLocal | undefined;
    let table: Table;

    beforeAll(async () => {
      local = await startDynamoLocal();
      await local.createTable("conformance");
      table = dynamoTable({ client: local.client, tableName: "conformance" });
    });
    afterAll(() => local?.stop());

    tableConformance(() => table, 12);
  },
);
