import { expect, test } from "vitest";
import { type Item, notExists, type Table } from "../../../functions/store/table.ts";

/** What every Table refuses, whatever it is built on, as tests of the one that `table()` returns. */
export function tableRefusals(table: () => Table, freshPartition: () => string): void {
  test("refuses the same key twice in one transaction, whatever is done with it", async () => {
    const key = { partition: freshPartition(), sort: "a" };
    await expect(
      table().transact([{ check: key, when: [notExists] }, { put: key }]),
    ).rejects.toMatchObject({ name: "TableRefusal", code: "same-key-twice" });
    expect(await table().get(key)).toBeUndefined();
  });

  test.each([
    ["a fraction", { rate: 0.5 }, "bad-value"],
    ["a number beyond 2^53", { count: 2 ** 53 }, "bad-value"],
    ["half a character", { text: "\uD83D" }, "bad-value"],
    ["undefined", { text: undefined }, "bad-value"],
    ["a list too deep", { list: JSON.parse("[".repeat(40) + "]".repeat(40)) }, "bad-value"],
    ["an attribute called __proto__", JSON.parse('{"map":{"__proto__":1}}'), "bad-value"],
    ["an attribute without a name", { map: { "": 1 } }, "bad-value"],
    ["an empty sort key", { sort: "" }, "bad-key"],
    ["a sort key with U+0000", { sort: "a\0b" }, "bad-key"],
    ["a sort key over 1,024 bytes", { sort: "ä".repeat(513) }, "bad-key"],
  ])("refuses %s before anything is written", async (_name, attributes, code) => {
    const item = { partition: freshPartition(), sort: "a", ...attributes } as Item;
    await expect(table().transact([{ put: item }])).rejects.toMatchObject({
      name: "TableRefusal",
      code,
    });
  });

  test("refuses a query for no items or with a start outside its prefix", async () => {
    const partition = freshPartition();
    await expect(table().query({ partition, prefix: "", limit: 0 })).rejects.toMatchObject({
      code: "bad-query",
    });
    await expect(table().query({ partition, prefix: "B", after: "A" })).rejects.toMatchObject({
      code: "bad-query",
    });
    await expect(
      table().transact([{ check: { partition, sort: "a" }, when: [] }]),
    ).rejects.toMatchObject({ code: "bad-condition" });
  });
}
