import * as fc from "fast-check";
import { expect, test } from "vitest";
import { maxItemBytes, sizeOf } from "../../../functions/store/size.ts";
import {
  type Action,
  equal,
  exists,
  type Item,
  less,
  notExists,
  queryAll,
  type Table,
} from "../../../functions/store/table.ts";
import { followsModel, transactions } from "./table-model.ts";
import { tableRefusals } from "./table-refusals.ts";

const collect = async (items: AsyncIterable<Item>): Promise<Item[]> => {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
};

/** An item of exactly so many bytes. */
const itemOf = (partition: string, sort: string, bytes: number): Item => {
  const rest = sizeOf({ partition, sort, body: "" });
  return { partition, sort, body: "x".repeat(bytes - rest) };
};

let partitions = 0;
const freshPartition = (): string => `test-${process.pid}-${(partitions += 1)}`;

/** What every Table promises, as tests of the one that `table()` returns. `runs` is the number of random histories. */
export function tableConformance(table: () => Table, runs: number): void {
  test("returns what was put, every kind of value, bytes included", async () => {
    const item: Item = {
      partition: freshPartition(),
      sort: "all kinds",
      text: "Grüße 😀 \0 \u2028",
      empty: "",
      whole: -(2 ** 53 - 1),
      zero: 0,
      yes: true,
      no: false,
      nothing: null,
      bytes: Uint8Array.from([0, 255, 128, 10]),
      noBytes: new Uint8Array(),
      list: [1, "two", [null, { three: 3 }]],
      map: { b: "not bytes", m: { bytes: Uint8Array.from([1]) }, "": "" },
    };
    const { "": _empty, ...map } = item["map"] as Record<string, string>;
    const storable: Item = { ...item, map };
    expect(await table().transact([{ put: storable }])).toEqual({ ok: true });
    expect(await table().get(storable)).toEqual(storable);
  });

  test("returns undefined for a key that was never put", async () => {
    expect(await table().get({ partition: freshPartition(), sort: "none" })).toBeUndefined();
  });

  test("a put replaces the whole item, not single attributes", async () => {
    const key = { partition: freshPartition(), sort: "a" };
    await table().transact([{ put: { ...key, old: 1 } }]);
    await table().transact([{ put: { ...key, new: 2 } }]);
    expect(await table().get(key)).toEqual({ ...key, new: 2 });
  });

  test.each([
    ["bytes", Uint8Array.from([1, 2, 3])],
    ["a Buffer", Buffer.from([1, 2, 3])],
  ])("keeps its own copy of %s, and returns plain bytes", async (_name, bytes) => {
    const key = { partition: freshPartition(), sort: "a" };
    const expected = { ...key, bytes: Uint8Array.from([1, 2, 3]) };
    await table().transact([{ put: { ...key, bytes } }]);
    bytes[0] = 9;
    const returned = await table().get(key);
    expect(returned).toEqual(expected);
    const found = returned?.["bytes"];
    if (found instanceof Uint8Array) found.fill(9);
    expect(await table().get(key)).toEqual(expected);
  });

  test("a failed condition names the first failing action and writes nothing of the transaction", async () => {
    const partition = freshPartition();
    await table().transact([{ put: { partition, sort: "head", version: 4 } }]);
    const written = await table().transact([
      { put: { partition, sort: "body" }, when: [notExists] },
      { put: { partition, sort: "head", version: 5 }, when: [equal("version", 3)] },
      { delete: { partition, sort: "gone" }, when: [exists] },
    ]);
    expect(written).toEqual({ ok: false, conflict: 1 });
    expect(await table().get({ partition, sort: "body" })).toBeUndefined();
    expect(await table().get({ partition, sort: "head" })).toMatchObject({ version: 4 });
  });

  const stored = { text: "beta", count: 5, yes: true, bytes: Uint8Array.from([1]), none: null };
  test.each([
    ["exists", exists, true],
    ["notExists", notExists, false],
    ["equal to its own text", equal("text", "beta"), true],
    ["equal to its own number", equal("count", 5), true],
    ["equal to its own truth", equal("yes", true), true],
    ["equal to other text", equal("text", "Beta"), false],
    ["equal across types", equal("count", "5"), false],
    ["equal on an absent attribute", equal("absent", 5), false],
    ["equal on null", equal("none", 0), false],
    ["less than a greater number", less("count", 6), true],
    ["less than itself", less("count", 5), false],
    ["less than a lesser number", less("count", -6), false],
    ["less by text, not by digits", less("text", "gamma"), true],
    ["less across types", less("text", 7), false],
    ["less on an absent attribute", less("absent", 7), false],
  ])("a condition is judged on what is stored: %s", async (_name, condition, holds) => {
    const key = { partition: freshPartition(), sort: "a" };
    await table().transact([{ put: { ...key, ...stored } }]);
    const written = await table().transact([{ check: key, when: [condition] }]);
    expect(written.ok).toBe(holds);
  });

  test("on an empty key only notExists holds", async () => {
    const key = { partition: freshPartition(), sort: "a" };
    const outcomes = await table().transactMany(
      [exists, notExists, equal("a", 1), less("a", 1)].map((condition) => [
        { check: key, when: [condition] },
      ]),
    );
    expect(outcomes.map((each) => each.ok)).toEqual([false, true, false, false]);
  });

  test("what is past its time is there like any other item: whoever takes it over compares with a clock of their own", async () => {
    const key = { partition: freshPartition(), sort: "a" };
    await table().transact([{ put: { ...key, owner: "first", expires: 100 } }]);
    const takeOver = (now: number) =>
      table().transact([
        { put: { ...key, owner: "second", expires: now + 60 }, when: [less("expires", now)] },
      ]);
    expect(await takeOver(100)).toEqual({ ok: false, conflict: 0 });
    expect(await table().get(key)).toMatchObject({ owner: "first" });
    expect(await takeOver(101)).toEqual({ ok: true });
    expect(await table().get(key)).toEqual({ ...key, owner: "second", expires: 161 });
  });

  test("texts compare as UTF-8 bytes, so a full-width letter comes before an emoji", async () => {
    const partition = freshPartition();
    await table().transact([{ put: { partition, sort: "a", text: "\uFF61" } }]);
    const key = { partition, sort: "a" };
    const written = await table().transact([{ check: key, when: [less("text", "😀")] }]);
    expect(written).toEqual({ ok: true });
  });

  test("a delete removes the item, and removing nothing is no error", async () => {
    const key = { partition: freshPartition(), sort: "a" };
    await table().transact([{ put: key }]);
    await table().transact([{ delete: key }]);
    expect(await table().get(key)).toBeUndefined();
    expect(await table().transact([{ delete: key }])).toEqual({ ok: true });
  });

  test("a transaction without actions is a success", async () => {
    expect(await table().transact([])).toEqual({ ok: true });
    expect(await table().transactMany([])).toEqual([]);
  });

  test("transactMany gives each group its own outcome, in the order given", async () => {
    const partition = freshPartition();
    await table().transact([{ put: { partition, sort: "05" } }]);
    const groups = Array.from({ length: 20 }, (_, index): readonly Action[] => [
      { put: { partition, sort: String(index).padStart(2, "0") }, when: [notExists] },
      { put: { partition, sort: `twin-${index}` } },
    ]);
    const outcomes = await table().transactMany(groups);
    expect(outcomes.flatMap((each, index) => (each.ok ? [] : [index]))).toEqual([5]);
    expect(await table().get({ partition, sort: "twin-5" })).toBeUndefined();
    expect(await collect(queryAll(table(), { partition, prefix: "twin-" }))).toHaveLength(19);
  });

  const sorts = ["A#1", "B#", "B#1", "B#2", "B#\uFF61", "B#😀", "B#\u{10FFFF}", "B$", "C"];
  test("a query returns the items with the prefix, in the order of UTF-8 bytes, either way", async () => {
    const partition = freshPartition();
    await table().transact(sorts.toReversed().map((sort) => ({ put: { partition, sort } })));
    const ascending = await collect(queryAll(table(), { partition, prefix: "B#" }));
    expect(ascending.map((item) => item.sort)).toEqual(sorts.slice(1, 7));
    const descending = await collect(
      queryAll(table(), { partition, prefix: "B#", descending: true }),
    );
    expect(descending).toEqual(ascending.toReversed());
    const all = await collect(queryAll(table(), { partition, prefix: "" }));
    expect(all.map((item) => item.sort)).toEqual(sorts);
  });

  test("pages of any size add up to the whole, and `after` need not exist", async () => {
    const partition = freshPartition();
    await table().transact(sorts.map((sort) => ({ put: { partition, sort } })));
    for (const descending of [false, true]) {
      const whole = await collect(queryAll(table(), { partition, prefix: "B#", descending }));
      for (const limit of [1, 2, 5, 6, 7]) {
        const paged = await collect(
          queryAll(table(), { partition, prefix: "B#", descending, limit }),
        );
        expect(paged).toEqual(whole);
      }
    }
    const behind = { partition, prefix: "B#", after: "B#11", limit: 1 };
    expect((await collect(queryAll(table(), behind)))[0]?.sort).toBe("B#2");
    const before = { ...behind, descending: true };
    expect((await collect(queryAll(table(), before)))[0]?.sort).toBe("B#1");
  });

  test("a page ends near 1 MB, so large items come in several pages", async () => {
    const partition = freshPartition();
    for (const sort of ["1", "2", "3", "4", "5"])
      await table().transact([{ put: itemOf(partition, sort, 350_000) }]);
    const first = await table().query({ partition, prefix: "" });
    expect(first.items.length).toBeLessThan(5);
    expect(first.next).toBeDefined();
    expect(await collect(queryAll(table(), { partition, prefix: "" }))).toHaveLength(5);
  });

  test("takes an item of 400 KB and refuses one byte more", async () => {
    const partition = freshPartition();
    const largest = itemOf(partition, "a", maxItemBytes);
    expect(await table().transact([{ put: largest }])).toEqual({ ok: true });
    expect(await table().get(largest)).toEqual(largest);
    await expect(
      table().transact([{ put: itemOf(partition, "b", maxItemBytes + 1) }]),
    ).rejects.toMatchObject({ name: "TableRefusal", code: "item-too-big" });
  });

  test("takes 100 actions and refuses 101", async () => {
    const partition = freshPartition();
    const actions = Array.from({ length: 101 }, (_, index) => ({
      put: { partition, sort: String(index) },
    }));
    expect(await table().transact(actions.slice(1))).toEqual({ ok: true });
    await expect(table().transact(actions)).rejects.toMatchObject({ code: "too-many-actions" });
    await expect(table().transactMany([actions])).rejects.toMatchObject({
      code: "too-many-actions",
    });
  });

  test("takes a transaction of nearly 4 MB and refuses a larger one", async () => {
    const partition = freshPartition();
    const actions = Array.from({ length: 11 }, (_, index) => ({
      put: itemOf(partition, String(index), 390_000),
    }));
    expect(await table().transact(actions.slice(1))).toEqual({ ok: true });
    await expect(table().transact(actions)).rejects.toMatchObject({ code: "transaction-too-big" });
  });

  tableRefusals(table, freshPartition);

  test("of many writers that saw the same version exactly one wins", async () => {
    const key = { partition: freshPartition(), sort: "head" };
    await table().transact([{ put: { ...key, version: 1 } }]);
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, writer) =>
        table().transact([{ put: { ...key, version: 2, writer }, when: [equal("version", 1)] }]),
      ),
    );
    const winners = outcomes.flatMap((each, writer) => (each.ok ? [writer] : []));
    expect(winners).toHaveLength(1);
    expect(await table().get(key)).toMatchObject({ writer: winners[0] });
  });

  test("any history of transactions leaves what a plain map would hold", async () => {
    await fc.assert(
      fc.asyncProperty(transactions, async (history) => {
        await followsModel(table(), freshPartition(), history);
      }),
      { numRuns: runs },
    );
  });
}
