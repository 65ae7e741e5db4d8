import { beforeEach, describe, expect, test } from "vitest";
import { type LiveChange, resumeLive, rollbackLive } from "../../../functions/local/change-live.ts";
import { memoryTable } from "../../../functions/store/memory.ts";
import { planStore } from "../../../functions/store/plan-store.ts";
import { queryAll, type Table } from "../../../functions/store/table.ts";
import { publishFiles, sampleFiles, titled, withText } from "../app/plan-files.ts";

const plan = "olist-2018";
const files = sampleFiles();

let table: Table;
beforeEach(async () => {
  table = memoryTable();
  await publishFiles(table, plan, 1, files);
  await publishFiles(table, plan, 2, titled(files, "The second version"));
});

/** What is asked of the store; `meanwhile` happens when the day's rules have been asked. */
const change = (meanwhile: () => Promise<void> = async () => undefined): LiveChange => {
  const plans = planStore(table, 0);
  return {
    store: {
      table,
      plans: {
        ...plans,
        async readVersion(name, version) {
          const read = await plans.readVersion(name, version);
          await meanwhile();
          return read;
        },
      },
    },
    plan,
    reason: "wrong title",
    actor: "dana",
    asOf: "2026-11-23",
    now: () => "2026-11-23T09:00:00.000Z",
  };
};

const liveVersion = async () => (await planStore(table).head(plan))?.live.version;

describe("going back", () => {
  test("keeps the day whose rules were asked with the version", async () => {
    expect(await rollbackLive(change(), {})).toMatchObject({
      outcome: "restored",
      live: 3,
      restores: { version: 1 },
      replaced: { version: 2 },
    });
    expect(await planStore(table).version(plan, 3)).toMatchObject({
      checkedAs: "2026-11-23",
      actor: "dana",
      cause: "rollback",
    });
  });

  test("to a version that is damaged in the store leaves what is live", async () => {
    const first = await planStore(table).version(plan, 1);
    const prefix = `CONTENT#${first?.content.sha256}`;
    for await (const item of queryAll(table, { partition: `PLAN#${plan}`, prefix }))
      await table.transact([{ delete: item }]);
    expect(await rollbackLive(change(), {})).toMatchObject({
      outcome: "refused",
      reason: "damaged",
    });
    expect(await liveVersion()).toBe(2);
  });

  test("is refused as stale when a version is published while the rules are asked", async () => {
    const meanwhile = () => publishFiles(table, plan, 3, titled(files, "The third version"));
    expect(await rollbackLive(change(meanwhile), {})).toMatchObject({
      outcome: "refused",
      reason: "stale",
    });
    expect(await liveVersion()).toBe(3);
  });

  test("and taking it back both ask today's rules", async () => {
    const broken = withText(files, "plan.json", (text) =>
      text.replace(/"months": \d+/, '"months": 0'),
    );
    await publishFiles(table, plan, 3, broken);
    await rollbackLive(change(), {});
    expect(await resumeLive(change())).toMatchObject({
      outcome: "findings",
      folder: "olist-2018@3",
      findings: [{ severity: "error", file: "olist-2018@3/plan.json", pointer: "/months" }],
    });
    expect(await liveVersion()).toBe(4);
  });
});
