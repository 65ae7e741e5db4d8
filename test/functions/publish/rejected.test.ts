import { beforeEach, describe, expect, test } from "vitest";
import { freeze, release } from "../../../functions/publish/hold.ts";
import { type PublishDependencies, publish } from "../../../functions/publish/publish.ts";
import { rejectionFrom, rejectionOf, withRejection } from "../../../functions/publish/rejected.ts";
import { resume, rollback } from "../../../functions/publish/rollback.ts";
import type { PlanVersion, Rejection } from "../../../functions/store/plan-record.ts";
import { planStore } from "../../../functions/store/plan-store.ts";
import { commit, dependenciesOn, laidOutAnew, plan, whole } from "./bundles.ts";
import { onEachStore } from "./each-store.ts";

/** What was rolled back stays away, however it is written and whatever was published in between. */

const back = (to: number, from: number) => ({
  plan,
  to,
  from,
  reason: "wrong win rate",
  actor: "dana",
  evidence: { kind: "none" },
  checkedAs: "2026-10-02",
});

/** Version 2 shall be live again, by someone who saw version `from`. */
const wanted = (from: number) => ({ ...back(2, from), reason: "it was right" });

onEachStore((open) => {
  let dependencies: PublishDependencies;
  beforeEach(async () => {
    dependencies = dependenciesOn(await open());
    for (const number of [1, 2]) await publish(dependencies, commit(number));
    await rollback(dependencies, back(1, 2));
  });
  const live = async () => whole(await planStore(dependencies.table, 0).readLive(plan));

  test("another layout of what was rolled back is that content still", async () => {
    expect(await publish(dependencies, commit(3, laidOutAnew(2)))).toMatchObject({
      outcome: "refused",
      reasons: [{ reason: "held" }],
    });
    expect(await live()).toMatchObject({ version: 3, restores: 1 });
  });

  test("the revert ends the hold, and a revert of the revert is refused all the same", async () => {
    const revert = commit(3, commit(1).bundle);
    expect(await publish(dependencies, revert)).toEqual({ outcome: "unchanged", version: 3 });
    expect(await publish(dependencies, commit(4, commit(2).bundle))).toMatchObject({
      outcome: "refused",
      reasons: [{ reason: "held" }],
    });
    expect(await live()).toMatchObject({ version: 3, restores: 1 });
  });

  test("it stays away after other content was published, and whoever wants it is told what to do", async () => {
    expect(await publish(dependencies, commit(3))).toEqual({ outcome: "published", version: 4 });
    expect(await publish(dependencies, commit(4, laidOutAnew(2)))).toEqual({
      outcome: "refused",
      reasons: [
        {
          reason: "held",
          message:
            "This content says what version 2 said, which was rolled back by dana on 2026-10-02 00:00 UTC: wrong win rate.",
          help: 'Merge a commit that changes the content; or, if version 2 was right after all, make it live again and publish once more. Run: jointplan resume acme --to 2 --reason "why"',
        },
      ],
    });
  });

  test("resumed by name it is live again, and its commit is published as any other", async () => {
    await publish(dependencies, commit(3));
    const resumed = { outcome: "restored", version: 5 };
    expect(await resume(dependencies, wanted(4))).toEqual(resumed);
    expect(await live()).toMatchObject({ cause: "resume", restores: 2, reason: "it was right" });
    expect(await resume(dependencies, wanted(4))).toEqual({ outcome: "unchanged", version: 5 });
    expect(await publish(dependencies, commit(4, commit(2).bundle))).toEqual({
      outcome: "unchanged",
      version: 5,
    });
    expect(await publish(dependencies, commit(5, laidOutAnew(2)))).toEqual({
      outcome: "published",
      version: 6,
    });
  });

  test("only what was rejected can be resumed by name", async () => {
    await publish(dependencies, commit(3));
    expect(await resume(dependencies, { ...wanted(4), to: 1 })).toMatchObject({
      reason: "not-held",
      message: 'Version 1 of plan "acme" is not rejected, so there is nothing to take back.',
    });
    expect(await resume(dependencies, { ...wanted(4), to: 9 })).toMatchObject({
      reason: "unknown-version",
    });
    const { to: _to, ...unnamed } = wanted(4);
    expect(await resume(dependencies, unnamed)).toMatchObject({
      reason: "not-held",
      help: 'To have a version back that was rolled back before (2), say which. Run: jointplan resume acme --to 2 --reason "why"',
    });
  });

  test("another resume leaves it rejected, and held while nothing followed", async () => {
    await publish(dependencies, commit(3));
    await rollback(dependencies, back(1, 4));
    expect(await resume(dependencies, wanted(5))).toEqual({ outcome: "restored", version: 6 });
    expect(await planStore(dependencies.table, 0).head(plan)).toMatchObject({
      hold: { kind: "rollback", rejectedVersion: 4 },
      rejected: [{ version: 4, reason: "wrong win rate" }],
    });
  });

  test("a rollback to it says that it shall be live, so it is rejected no longer", async () => {
    await publish(dependencies, commit(3));
    expect(await rollback(dependencies, back(2, 4))).toMatchObject({ outcome: "restored" });
    expect((await planStore(dependencies.table, 0).head(plan))?.rejected).toMatchObject([
      { version: 4 },
    ]);
  });

  test("a freeze over the rollback ends, and the rollback holds as before", async () => {
    const before = (await planStore(dependencies.table, 0).head(plan))?.hold;
    await freeze(dependencies, { plan, reason: "quarter end", actor: "lee" });
    expect(await publish(dependencies, commit(3, laidOutAnew(2)))).toMatchObject({
      reasons: [{ message: expect.stringContaining("quarter end") }, { reason: "held" }],
    });
    await release(dependencies, { plan, actor: "lee" });
    expect((await planStore(dependencies.table, 0).head(plan))?.hold).toEqual(before);
    expect(await release(dependencies, { plan, actor: "lee" })).toMatchObject({
      outcome: "unchanged",
    });
  });

  test("a layout that is rolled back to another one rejects only itself: what it says stays welcome", async () => {
    await publish(dependencies, commit(3));
    await publish(dependencies, commit(4, laidOutAnew(3)));
    await rollback(dependencies, back(4, 5));
    expect(await publish(dependencies, commit(5, laidOutAnew(3)))).toMatchObject({
      reasons: [{ reason: "held" }],
    });
    expect(await publish(dependencies, commit(6, commit(3).bundle))).toMatchObject({
      outcome: "unchanged",
    });
  });
});

test("of many rejected contents the last 200 are remembered", () => {
  const rejection = (version: number): Rejection => ({
    version,
    digest: String(version).padStart(64, "0"),
    reason: "wrong win rate",
    actor: "dana",
    since: "2026-10-02T00:00:00.000Z",
  });
  let rejected: readonly Rejection[] = [];
  for (let version = 1; version <= 205; version += 1)
    rejected = withRejection(rejected, rejection(version));
  expect(rejected.map(({ version }) => version)).toEqual(
    Array.from({ length: 200 }, (_, index) => index + 6),
  );
});

describe("other words", () => {
  const how = { reason: "wrong win rate", actor: "dana", since: "2026-10-02T00:00:00.000Z" };
  const content = (digest: string, says: string, asks: string) => ({
    digest: digest.repeat(64),
    meaning: says.repeat(64) + asks.repeat(64),
  });
  const version = (told: { readonly digest: string; readonly meaning: string }): PlanVersion => ({
    plan,
    version: 2,
    commit: "c2",
    commitTime: "2026-10-01T00:00:00.000Z",
    publishedAt: "2026-10-01T00:00:00.000Z",
    actor: "dana",
    cause: "publish",
    checkedAs: "2026-10-01",
    content: { sha256: "0".repeat(64), parts: 1 },
    ...told,
  });

  test("do not bring back a plan whose numbers were rolled back", () => {
    const rejected = [rejectionFrom(version(content("2", "2", "2")), content("1", "1", "1"), how)];
    expect(rejectionOf({ rejected }, content("3", "3", "2"))).toMatchObject({ version: 2 });
    expect(rejectionOf({ rejected }, content("3", "3", "1"))).toBeUndefined();
  });

  test("are welcome where words alone were rolled back", () => {
    const rejected = [rejectionFrom(version(content("2", "2", "1")), content("1", "1", "1"), how)];
    expect(rejectionOf({ rejected }, content("3", "2", "1"))).toMatchObject({ version: 2 });
    expect(rejectionOf({ rejected }, content("3", "3", "1"))).toBeUndefined();
  });
});
