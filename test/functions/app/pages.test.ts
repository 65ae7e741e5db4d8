import { describe, expect, test } from "vitest";
import type { PlanReader } from "../../../functions/plan-reader.ts";
import { memoryTable } from "../../../functions/store/memory.ts";
import { planStore } from "../../../functions/store/plan-store.ts";
import { storeReader } from "../../../functions/store-reader.ts";
import { withEmptyPages } from "../store/empty-pages.ts";
import { under } from "./decision-rows.ts";
import { publishFiles, sampleFiles, titled } from "./plan-files.ts";
import { appOver, json, plan, type Served } from "./served.ts";

describe("pages", () => {
  type Page = {
    readonly versions: readonly { readonly version: number }[];
    readonly next?: string;
  };

  async function pageOf({ ask }: Served, query: string): Promise<Page> {
    return (await json(await ask(`${under}/versions${query}`))) as unknown as Page;
  }

  /** Walks to the end, doing something between two pages. */
  async function walk(over: Served, between: (page: number) => Promise<void>): Promise<number[]> {
    const seen: number[] = [];
    let query: string | undefined = "?limit=2";
    for (let page = 1; query !== undefined; page += 1) {
      // oxlint-disable-next-line no-await-in-loop
      const { versions, next }: Page = await pageOf(over, query);
      seen.push(...versions.map((each) => each.version));
      // oxlint-disable-next-line no-await-in-loop
      await between(page);
      query = next === undefined ? undefined : `?limit=2&cursor=${next}`;
    }
    return seen;
  }

  async function fiveVersions() {
    const table = memoryTable();
    for (const number of [1, 2, 3, 4, 5]) {
      // oxlint-disable-next-line no-await-in-loop
      await publishFiles(table, plan, number, titled(sampleFiles(), `Number ${number}`));
    }
    return table;
  }

  test("lose and repeat nothing while others publish", async () => {
    const table = await fiveVersions();
    const seen = await walk(appOver(table), (page) =>
      publishFiles(table, plan, 5 + page, titled(sampleFiles(), `Number ${5 + page}`)),
    );
    expect(seen).toEqual([5, 4, 3, 2, 1]);
    expect((await pageOf(appOver(table), "?limit=1")).versions).toMatchObject([{ version: 8 }]);
  });

  test.each([1, 2, 3, 4, 5])("may be empty and still go on (%i)", async (seed) => {
    const over = appOver(withEmptyPages(await fiveVersions(), seed));
    expect(await walk(over, async () => undefined)).toEqual([5, 4, 3, 2, 1]);
  });

  test("end without a cursor", async () => {
    const over = appOver(await fiveVersions());
    expect(await pageOf(over, "?limit=6")).not.toHaveProperty("next");
    expect((await pageOf(over, "?limit=999999999")).versions).toHaveLength(5);
  });

  test.each([
    ["", 50],
    ["?limit=7", 7],
    ["?limit=200", 200],
    ["?limit=201", 200],
    ["?limit=999999999", 200],
  ])("asked for as %j hold at most %i", async (query, most) => {
    const reader = storeReader(planStore(await fiveVersions(), 0));
    const limits: unknown[] = [];
    const plans: PlanReader = {
      ...reader,
      versions: (id, page) => {
        limits.push(page.limit);
        return reader.versions(id, page);
      },
    };
    await pageOf(appOver(memoryTable(), { plans }), query);
    expect(limits).toEqual([most]);
  });

  test("take a cursor as they gave it, and no other", async () => {
    const over = appOver(await fiveVersions());
    const { next = "" } = await pageOf(over, "?limit=2");
    const [payload = "", seal = ""] = next.split(".");
    const forged = Buffer.from('["olist-2018","VERSION#0000000001"]').toString("base64url");
    const status = async (cursor: string) =>
      (await over.ask(`${under}/versions?cursor=${cursor}`)).status;
    expect(await status(next)).toBe(200);
    for (const cursor of [payload, `.${seal}`, `${forged}.${seal}`, `${next}x`, "x".repeat(501)]) {
      // oxlint-disable-next-line no-await-in-loop
      expect(await status(cursor), cursor).toBe(400);
    }
  });

  test("of a cursor tell nothing that the list would not", async () => {
    const { next = "" } = await pageOf(appOver(await fiveVersions()), "?limit=2");
    expect((await appOver(memoryTable()).ask(`${under}/versions?cursor=${next}`)).status).toBe(404);
  });
});
