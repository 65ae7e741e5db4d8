import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publish } from "../../../functions/publish/publish.ts";
import { dynamoTable } from "../../../functions/store/dynamo.ts";
import { planStore } from "../../../functions/store/plan-store.ts";
import type { Table } from "../../../functions/store/table.ts";
import {
  bundleOf,
  commit,
  dependenciesOn,
  hashes,
  noise,
  plan,
  whole,
} from "../publish/bundles.ts";
import { patient } from "../publish/shared-store.ts";
import { type DynamoLocal, startDynamoLocal, whyNoDynamo } from "./dynamo-local.ts";
import { tableConformance } from "./table-conformance.ts";

const reason = whyNoDynamo();

if (reason !== undefined) process.stderr.write(`DynamoDB Local is not tested: ${reason}.\n`);

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
      table = dynamoTable({ client: local.client, tableName: "conformance", ...patient });
    });
    afterAll(() => local?.stop());

    tableConformance(() => table, 12);

    test("ten publishers of two commits make two versions, and 8 MiB come back byte for byte", async () => {
      const large = commit(2, bundleOf({ "journey.json": noise(2, 8 * 1024 * 1024) }));
      const dependencies = dependenciesOn(table);
      await publish(dependencies, commit(1));
      const copies = Array.from({ length: 10 }, (_, index) =>
        index % 3 === 1 ? large : commit(1),
      );
      const outcomes = await Promise.all(copies.map((each) => publish(dependencies, each)));
      const published = outcomes.filter((each) => each.outcome === "published");
      expect(published).toEqual([{ outcome: "published", version: 2 }]);
      expect(outcomes.filter((each) => each.outcome === "replayed")).toHaveLength(9);
      const live = whole(await planStore(table).readLive(plan));
      expect(hashes(live.documents)).toEqual(hashes(large.bundle.files));
    });
  },
);
