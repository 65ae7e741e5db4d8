import { expect, test } from "vitest";
import { publish } from "../../../functions/publish/publish.ts";
import { packContent, putContent } from "../../../functions/store/content.ts";
import { memoryTable } from "../../../functions/store/memory.ts";
import { readHead, replaceHead } from "../../../functions/store/plan-head.ts";
import { planKey } from "../../../functions/store/plan-key.ts";
import { commit, dependenciesOn, plan } from "../publish/bundles.ts";

test("replaceHead writes nothing when the head was replaced since it was read, even by an equal one", async () => {
  const table = memoryTable();
  await publish(dependenciesOn(table), commit(1));
  const read = await readHead(table, plan);
  if (read === undefined) throw new Error("nothing was published");
  expect(await replaceHead(table, plan, read, { head: read })).toBe(true);
  expect(await replaceHead(table, plan, read, { head: read })).toBe(false);
  expect((await readHead(table, plan))?.revision).toBe(read.revision + 1);
});

test("replaceHead writes nothing when there was no head and now there is one", async () => {
  const table = memoryTable();
  await publish(dependenciesOn(table), commit(1));
  const head = await readHead(table, plan);
  if (head === undefined) throw new Error("nothing was published");
  expect(await replaceHead(table, plan, undefined, { head })).toBe(false);
});

test("putContent leaves a chunk that is there already as it is", async () => {
  const table = memoryTable();
  const content = packContent(commit(1).bundle.files);
  const key = planKey.content(plan, content.address.sha256, 1);
  await table.transact([{ put: { ...key, bytes: new Uint8Array(), first: true } }]);
  const parts: number[] = [];
  await putContent(table, plan, content, (part) => {
    parts.push(part);
  });
  expect(parts).toEqual([1]);
  expect(await table.get(key)).toMatchObject({ first: true });
});
