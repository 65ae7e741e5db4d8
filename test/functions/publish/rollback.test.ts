import { beforeEach, describe, expect, test } from "vitest";
import { freeze, release } from "../../../functions/publish/hold.ts";
import { publish } from "../../../functions/publish/publish.ts";
import { resume, rollback } from "../../../functions/publish/rollback.ts";
import { memoryTable } from "../../../functions/store/memory.ts";
import { planStore } from "../../../functions/store/plan-store.ts";
import { queryAll, type Table } from "../../../functions/store/table.ts";
import { commit, dependenciesOn, hashes, plan, whole } from "./bundles.ts";

let table: Table;
let dependencies: ReturnType<typeof dependenciesOn>;

beforeEach(async () => {
  table = memoryTable();
  dependencies = dependenciesOn(table);
  for (const number of [1, 2, 3]) await publish(dependencies, commit(number));
});

const live = async () => whole(await planStore(table).readLive(plan));
const back = (to: number, from: number) => ({
  plan,
  to,
  from,
  reason: "wrong win rate",
  actor: "dana",
  evidence: { kind: "none" },
  checkedAs: "2026-10-02",
});
const again = (from: number, to?: number) => {
  const { to: _older, ...wish } = back(0, from);
  return { ...wish, ...(to === undefined ? {} : { to }) };
};
const freezing = { plan, reason: "quarter end", actor: "lee" };

describe("rollback", () => {
  test("makes the old content live as a new version that says what it restores", async () => {
    expect(await rollback(dependencies, back(1, 3))).toEqual({ outcome: "restored", version: 4 });
    const restored = await live();
    expect(restored).toMatchObject({ version: 4, cause: "rollback", restores: 1, commit: "c1" });
    expect(hashes(restored.documents)).toEqual(hashes(commit(1).bundle.files));
    expect(await planStore(table).head(plan)).toMatchObject({
      observedCommit: "c3",
      hold: { kind: "rollback", reason: "wrong win rate", actor: "dana", rejectedVersion: 3 },
    });
    expect((await planStore(table).events(plan, 3)).entries).toMatchObject([
      { type: "plan.rolled-back", version: 4, actor: "dana", reason: "wrong win rate" },
    ]);
  });

  test("is done once, however often it is asked for", async () => {
    await rollback(dependencies, back(1, 3));
    const before = await planStore(table).head(plan);
    expect(await rollback(dependencies, back(1, 3))).toEqual({ outcome: "unchanged", version: 4 });
    expect(await planStore(table).head(plan)).toEqual(before);
  });

  test("keeps the rejected content away until other content follows", async () => {
    await rollback(dependencies, back(1, 3));
    expect(await publish(dependencies, commit(3))).toEqual({ outcome: "replayed", version: 3 });
    const sameContent = commit(4, commit(3).bundle);
    expect(await publish(dependencies, sameContent)).toMatchObject({
      reasons: [{ reason: "held" }],
    });
    expect((await live()).version).toBe(4);
    expect(await publish(dependencies, commit(5))).toEqual({ outcome: "published", version: 5 });
    expect((await planStore(table).head(plan))?.hold).toBeUndefined();
  });

  test("ends when the revert lands: that content is live already, so no version is made", async () => {
    await rollback(dependencies, back(1, 3));
    const revert = commit(4, commit(1).bundle);
    expect(await publish(dependencies, revert)).toEqual({ outcome: "unchanged", version: 4 });
    expect(await planStore(table).head(plan)).toMatchObject({ observedCommit: "c4" });
    expect((await planStore(table).head(plan))?.hold).toBeUndefined();
  });

  test("is refused when another version went live since it was decided", async () => {
    expect(await rollback(dependencies, back(1, 2))).toEqual({
      outcome: "refused",
      reason: "stale",
      message: "Version 3 is live, not version 2 that this was decided on.",
      help: "Look at version 3, then decide again.",
    });
    expect((await live()).version).toBe(3);
  });

  test("is refused to a version or plan that is not there", async () => {
    for (const to of [0, 4, 1.5])
      expect(await rollback(dependencies, back(to, 3))).toMatchObject({
        reason: "unknown-version",
      });
    expect(await rollback(dependencies, { ...back(1, 3), plan: "other" })).toMatchObject({
      reason: "unknown-version",
    });
  });

  test("is refused when the old content is damaged: what is live stays live", async () => {
    const first = await planStore(table).version(plan, 1);
    const prefix = `CONTENT#${first?.content.sha256}`;
    for await (const item of queryAll(table, { partition: `PLAN#${plan}`, prefix }))
      await table.transact([{ delete: item }]);
    expect(await rollback(dependencies, back(1, 3))).toMatchObject({ reason: "damaged" });
    expect((await live()).version).toBe(3);
  });

  test("may itself be rolled back, and restores say where the content came from", async () => {
    await rollback(dependencies, back(1, 3));
    expect(await rollback(dependencies, back(2, 4))).toEqual({ outcome: "restored", version: 5 });
    expect(await live()).toMatchObject({ version: 5, restores: 2, commit: "c2" });
    expect((await planStore(table).head(plan))?.hold?.rejectedVersion).toBe(4);
  });
});

describe("resume", () => {
  test("brings the rejected content back as a new version and ends the hold", async () => {
    await rollback(dependencies, back(1, 3));
    expect(await resume(dependencies, again(4))).toEqual({ outcome: "restored", version: 5 });
    const resumed = await live();
    expect(resumed).toMatchObject({ version: 5, cause: "resume", restores: 3, commit: "c3" });
    expect(hashes(resumed.documents)).toEqual(hashes(commit(3).bundle.files));
    expect((await planStore(table).head(plan))?.hold).toBeUndefined();
  });

  test("is done once, however often it is asked for", async () => {
    await rollback(dependencies, back(1, 3));
    await resume(dependencies, again(4));
    const before = await planStore(table).head(plan);
    expect(await resume(dependencies, again(4))).toEqual({ outcome: "unchanged", version: 5 });
    expect(await resume(dependencies, again(5))).toMatchObject({ reason: "not-held" });
    expect(await planStore(table).head(plan)).toEqual(before);
  });

  test("is refused when nothing was rolled back", async () => {
    expect(await resume(dependencies, again(3))).toMatchObject({ reason: "not-held" });
  });
});

describe("freeze", () => {
  test("refuses publish, rollback and resume until it is released", async () => {
    await rollback(dependencies, back(1, 3));
    expect(await freeze(dependencies, freezing)).toEqual({ outcome: "held", version: 4 });
    expect(await freeze(dependencies, freezing)).toEqual({ outcome: "unchanged", version: 4 });
    expect(await publish(dependencies, commit(4))).toMatchObject({ reasons: [{ reason: "held" }] });
    expect(await rollback(dependencies, back(2, 4))).toMatchObject({ reason: "held" });
    expect(await resume(dependencies, again(4))).toMatchObject({ reason: "held" });
    expect(await release(dependencies, { plan, actor: "dana" })).toEqual({
      outcome: "released",
      version: 4,
    });
    expect(await release(dependencies, { plan, actor: "dana" })).toEqual({
      outcome: "unchanged",
      version: 4,
    });
    expect(await publish(dependencies, commit(4))).toEqual({ outcome: "published", version: 5 });
  });

  test("tells that it began and that it ended", async () => {
    await freeze(dependencies, freezing);
    await release(dependencies, { plan, actor: "dana" });
    const { entries } = await planStore(table).events(plan, 3);
    expect(entries).toMatchObject([
      { type: "plan.held", actor: "lee", reason: "quarter end" },
      { type: "plan.released", actor: "dana" },
    ]);
  });

  test("is refused for a plan that was never published", async () => {
    expect(await freeze(dependencies, { ...freezing, plan: "other" })).toMatchObject({
      reason: "unknown-version",
    });
    expect(await release(dependencies, { plan: "other", actor: "dana" })).toMatchObject({
      reason: "unknown-version",
    });
  });
});
