import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { entityTag } from "../../../functions/etag.ts";
import type { PublishDependencies } from "../../../functions/publish/publish.ts";
import { planStore } from "../../../functions/store/plan-store.ts";
import { dependenciesOn, plan, whole } from "./bundles.ts";
import { onEachStore } from "./each-store.ts";
import { filesOf, histories, type Modelled } from "./plan-command.ts";
import { nothingPublished, type PlanModel } from "./plan-model.ts";
import { contents } from "./plan-wish.ts";

const more = process.env["JOINTPLAN_TIER"] === "verify" ? 40 : 1;
const runs = { memory: 150, SQLite: 20, "DynamoDB Local": 5 } as const;

/** Every version of the history can be read whole: by its number, by its commit, by the instant it went live. */
async function expectReachable(
  { versions, commits }: PlanModel,
  { table }: PublishDependencies,
): Promise<void> {
  const store = planStore(table, 0);
  for (const [index, expected] of versions.entries()) {
    const version = index + 1;
    const read = whole(await store.readVersion(plan, version));
    expect(read.documents).toEqual(filesOf(expected.content));
    expect(read).toMatchObject({ version, commit: `c${expected.commit}`, cause: expected.cause });
    expect(await store.versionAt(plan, read.publishedAt)).toMatchObject({ version });
  }
  expect(await store.readVersion(plan, versions.length + 1)).toBeUndefined();
  for (const [number, version] of commits)
    expect(await store.commit(plan, `c${number}`)).toMatchObject({ version });
}

/** The lists tell the same story: no gap, order never goes back, every version has a tag of its own. */
async function expectOrdered(
  { versions, events }: PlanModel,
  { table }: PublishDependencies,
): Promise<void> {
  const store = planStore(table, 0);
  const { entries } = await store.versions(plan);
  const oldestFirst = entries.toReversed();
  expect(oldestFirst.map((each) => each.version)).toEqual(versions.map((_each, at) => at + 1));
  const published = oldestFirst.filter((each) => each.cause === "publish");
  const numbers = published.map((each) => Number(each.commit.slice(1)));
  expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
  const tags = oldestFirst.map((each) => entityTag(each.digest, each.version));
  expect(new Set(tags).size).toBe(tags.length);
  const told = await store.events(plan, 0);
  expect(told.entries.map((each) => each.sequence)).toEqual(
    Array.from({ length: events }, (_each, at) => at + 1),
  );
}

describe("whatever is asked, in whatever order, and whoever crashes on the way", () => {
  onEachStore((open, store) => {
    test("the store does what the model says, and every version stays reachable and whole", async () => {
      await fc.assert(
        fc.asyncProperty(contents, histories, async (given, history) => {
          const real = dependenciesOn(await open());
          const modelled: Modelled = { model: nothingPublished, contents: given };
          await fc.asyncModelRun(() => ({ model: modelled, real }), history);
          await expectReachable(modelled.model, real);
          await expectOrdered(modelled.model, real);
        }),
        { numRuns: runs[store] * more },
      );
    }, 1_200_000);
  });
});
