import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dynamoTable } from "../../../functions/store/dynamo.ts";
import { memoryTable } from "../../../functions/store/memory.ts";
import { equal, notExists, queryAll, type Table } from "../../../functions/store/table.ts";
import { seeded, withEmptyPages } from "./empty-pages.ts";
import { type FakeDynamo, type Faults, startFakeDynamo, type WireFault } from "./fake-dynamo.ts";
import { tableConformance } from "./table-conformance.ts";

const answered: readonly WireFault[] = [
  "throttled",
  "contended",
  "internal",
  "gateway",
  "drop",
  "apply-then-drop",
  "apply-then-cut",
  "apply-then-internal",
];

/** Every fault that may pass. */
const passing: readonly WireFault[] = [...answered, "hang", "apply-then-hang"];

interface Failing {
  readonly fake: FakeDynamo;
  readonly table: Table;
  readonly pauses: readonly number[];
}

/** A Table over a fake DynamoDB. No pause is real: when the fake leaves a request hanging, the time of all attempts is up at once. */
async function overFake(behind: Table, faults: Faults): Promise<Failing> {
  const underWay = new Set<AbortController>();
  const pauses: number[] = [];
  const fake = await startFakeDynamo(behind, faults, () => {
    for (const each of underWay) each.abort();
    underWay.clear();
  });
  const table = dynamoTable({
    client: fake.client,
    tableName: "plans",
    random: () => 0.5,
    elapsed: () => 0,
    async sleep(milliseconds) {
      pauses.push(milliseconds);
    },
    abortAfter() {
      const attempt = new AbortController();
      underWay.add(attempt);
      return attempt.signal;
    },
  });
  return { fake, table, pauses };
}

/**
 * Three faults of five requests, but never more than four for one request, so all of them get through in the end. None hangs:
 * the time of others would be up too.
 */
function manyFaults(seed: number): Faults {
  const random = seeded(seed);
  const failures = new Map<string, number>();
  return (_operation, request) => {
    const times = failures.get(request) ?? 0;
    if (times === 4 || random() < 0.4) {
      failures.delete(request);
      return "none";
    }
    failures.set(request, times + 1);
    return answered[Math.floor(random() * answered.length)] ?? "none";
  };
}

describe("the Table over a DynamoDB that fails, loses answers and sends empty pages", () => {
  let failing: Failing;
  beforeAll(async () => {
    failing = await overFake(withEmptyPages(memoryTable(), 7), manyFaults(11));
  });
  afterAll(() => failing.fake.stop());

  tableConformance(() => failing.table, 30);
});

describe("over DynamoDB's own protocol", () => {
  const key = { partition: "p", sort: "head" };
  const put = { put: { ...key, version: 1 }, when: [notExists] };

  /** Runs with faults for the first requests, in that order. */
  async function withFirst<Outcome>(
    faults: readonly WireFault[],
    run: (failing: Failing & { readonly behind: Table }) => Promise<Outcome>,
  ): Promise<Outcome> {
    let requests = 0;
    const behind = memoryTable();
    const failing = await overFake(behind, () => faults[(requests += 1) - 1] ?? "none");
    try {
      return await run({ ...failing, behind });
    } finally {
      await failing.fake.stop();
    }
  }

  test.each(passing)("a write that meets %s is made again and done once", async (fault) => {
    await withFirst([fault, fault], async ({ table, fake, behind }) => {
      expect(await table.transact([put])).toEqual({ ok: true });
      expect(fake.asked).toHaveLength(3);
      expect(await behind.get(key)).toEqual(put.put);
    });
  });

  test.each(passing)("a read and a query that meet %s are made again", async (fault) => {
    await withFirst(["none", fault, "none", fault], async ({ table, fake }) => {
      await table.transact([put]);
      expect(await table.get(key)).toEqual(put.put);
      const items = [];
      for await (const item of queryAll(table, { partition: "p", prefix: "h" })) items.push(item);
      expect(items).toEqual([put.put]);
      expect(fake.asked).toHaveLength(5);
    });
  });

  test("a failed condition is a value, and nothing is asked twice", async () => {
    await withFirst([], async ({ table, fake }) => {
      await table.transact([put]);
      expect(await table.transact([put])).toEqual({ ok: false, conflict: 0 });
      expect(fake.asked).toHaveLength(2);
    });
  });

  test("a mistake of ours is thrown as it came, and nothing is asked twice", async () => {
    await withFirst(["invalid", "invalid"], async ({ table, fake }) => {
      await expect(table.transact([put])).rejects.toMatchObject({
        name: "TransactionCanceledException",
      });
      await expect(table.get(key)).rejects.toMatchObject({ name: "ValidationException" });
      expect(fake.asked).toHaveLength(2);
    });
  });

  test.each([
    ["throttled", "it was throttled"],
    ["contended", "another transaction held an item"],
    ["internal", "it failed inside"],
    ["gateway", "it failed inside"],
    ["drop", "no answer came"],
    ["hang", "no answer came"],
  ] as const)("always %s is unavailable in the end, and says so", async (fault, because) => {
    const always = Array.from({ length: 100 }, () => fault);
    await withFirst(always, async ({ table, fake, behind }) => {
      await expect(table.transact([put])).rejects.toMatchObject({
        name: "TableUnavailable",
        message: `DynamoDB failed to write 8 times, at last because ${because}.`,
      });
      expect(fake.asked).toHaveLength(8);
      expect(await behind.get(key)).toBeUndefined();
    });
  });

  test("when every answer is lost the write happened once, and who repeats it sees that", async () => {
    const lost = Array.from({ length: 8 }, () => "apply-then-drop" as const);
    await withFirst(lost, async ({ table, behind }) => {
      await table.transact([]);
      const next = { put: { ...key, version: 2 }, when: [equal("version", 1)] };
      await behind.transact([put]);
      await expect(table.transact([next])).rejects.toMatchObject({ name: "TableUnavailable" });
      expect(await behind.get(key)).toEqual(next.put);
      expect(await table.transact([next])).toEqual({ ok: false, conflict: 0 });
    });
  });
});
