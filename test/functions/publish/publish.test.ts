import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { publish, type StopPoint } from "../../../functions/publish/publish.ts";
import { SourceRefusal } from "../../../functions/source/source.ts";
import { memoryTable } from "../../../functions/store/memory.ts";
import { readHead, replaceHead } from "../../../functions/store/plan-head.ts";
import { planKey } from "../../../functions/store/plan-key.ts";
import type { Hold } from "../../../functions/store/plan-record.ts";
import { type PlanStore, planStore } from "../../../functions/store/plan-store.ts";
import { sqliteTable } from "../../../functions/store/sqlite.ts";
import type { Table, Value } from "../../../functions/store/table.ts";
import { bundleOf, commit, dependenciesOn, laidOutAnew, noise, plan, whole } from "./bundles.ts";

const folder = mkdtempSync(join(tmpdir(), "jointplan-publish-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const since = "2026-10-02T00:00:00.000Z";

let files = 0;
const stores: readonly (readonly [string, () => Table])[] = [
  ["memory", memoryTable],
  ["SQLite", () => sqliteTable(join(folder, `${(files += 1)}.db`))],
];

async function hold(table: Table, held: Hold): Promise<void> {
  const head = await readHead(table, plan);
  if (head === undefined) throw new Error("nothing to hold");
  await replaceHead(table, plan, head, { head: { ...head, hold: held } });
}

/** The head without what was rejected, and its live version without what it says. */
async function asOlderProgramsWrote(table: Table): Promise<void> {
  const item = await table.get(planKey.head(plan));
  if (item === undefined) throw new Error("nothing was published");
  const { rejected: _rejected, live, ...others } = item;
  const { meaning: _meaning, ...known } = live as Readonly<Record<string, Value>>;
  await table.transact([{ put: { ...others, live: known } }]);
}

describe.each(stores)("publish into %s", (_name, open) => {
  let table: Table;
  let store: PlanStore;

  beforeEach(() => {
    table = open();
    store = planStore(table);
  });

  test("the first commit becomes version 1, the next one version 2, and 1 can still be read", async () => {
    const dependencies = dependenciesOn(table);
    expect(await publish(dependencies, commit(1))).toEqual({ outcome: "published", version: 1 });
    expect(await publish(dependencies, commit(2))).toEqual({ outcome: "published", version: 2 });
    expect(whole(await store.readLive(plan))).toMatchObject({ version: 2, commit: "c2" });
    expect(whole(await store.readVersion(plan, 1))).toMatchObject({ version: 1, commit: "c1" });
    expect(await store.plans()).toMatchObject([{ plan, version: 2 }]);
  });

  test("the same commit again is replayed: no new version, no new event", async () => {
    const dependencies = dependenciesOn(table);
    await publish(dependencies, commit(1));
    const before = await store.head(plan);
    expect(await publish(dependencies, commit(1))).toEqual({ outcome: "replayed", version: 1 });
    expect(await store.head(plan)).toEqual(before);
    await publish(dependencies, commit(2));
    expect(await publish(dependencies, commit(1))).toEqual({ outcome: "replayed", version: 1 });
  });

  test("a commit with the content that is live makes no version, but the order moves on", async () => {
    const dependencies = dependenciesOn(table);
    await publish(dependencies, commit(1));
    const same = commit(3, commit(1).bundle);
    expect(await publish(dependencies, same)).toEqual({ outcome: "unchanged", version: 1 });
    expect(await store.head(plan)).toMatchObject({
      live: { version: 1, commit: "c1" },
      observedCommit: "c3",
    });
    expect(await store.commit(plan, "c3")).toMatchObject({ outcome: "unchanged", version: 1 });
    expect(await publish(dependencies, same)).toEqual({ outcome: "replayed", version: 1 });
    expect(await publish(dependencies, commit(2))).toEqual({ outcome: "superseded" });
  });

  test("going back to the content of an older version is a new version", async () => {
    const dependencies = dependenciesOn(table);
    await publish(dependencies, commit(1));
    await publish(dependencies, commit(2));
    const back = commit(3, commit(1).bundle);
    expect(await publish(dependencies, back)).toEqual({ outcome: "published", version: 3 });
    const [first, third] = [await store.version(plan, 1), await store.version(plan, 3)];
    expect(third?.digest).toBe(first?.digest);
  });

  test("an older commit that arrives late is superseded and leaves no trace", async () => {
    const dependencies = dependenciesOn(table);
    await publish(dependencies, commit(5));
    const before = await store.head(plan);
    expect(await publish(dependencies, commit(4))).toEqual({ outcome: "superseded" });
    expect(await store.head(plan)).toEqual(before);
    expect(await store.commit(plan, "c4")).toBeUndefined();
  });

  test("a commit that does not continue the observed one is refused, with a way out", async () => {
    const dependencies = { ...dependenciesOn(table), isAncestor: async () => false };
    await publish(dependencies, commit(1));
    expect(await publish(dependencies, commit(2))).toEqual({
      outcome: "refused",
      reasons: [
        {
          reason: "not-a-descendant",
          message:
            "Commit c2 does not continue c1, the newest commit that was published: the branch was rewritten, is another one, or was merged the wrong way round.",
          help: "Put it on top of what was published, make that merge the branch, and publish it. Run: git switch --create continued c1 && git merge --no-ff --no-edit c2",
        },
      ],
    });
    expect(await store.head(plan)).toMatchObject({ live: { version: 1 } });
  });

  test("everything that stands in the way is said at once", async () => {
    const dependencies = { ...dependenciesOn(table), isAncestor: async () => false };
    await publish(dependencies, commit(1));
    await hold(table, { kind: "freeze", reason: "quarter end", actor: "lee", since });
    const zeros = bundleOf({ "a.json": new Uint8Array(5e6), "b.json": new Uint8Array(4e6) });
    const reasons = ["too-big", "not-a-descendant", "held"].map((reason) => ({ reason }));
    expect(await publish(dependencies, commit(2, zeros))).toMatchObject({ reasons });
    expect(await publish(dependencies, commit(2))).toMatchObject({ reasons: reasons.slice(1) });
    const cutOff = new SourceRefusal("History is cut off here.", "Run: git fetch --unshallow");
    const isAncestor = async (): Promise<boolean> => {
      throw cutOff;
    };
    expect(await publish({ ...dependencies, isAncestor }, commit(2))).toMatchObject({
      reasons: [
        { reason: "unknown-history", message: cutOff.message, help: cutOff.help },
        { reason: "held" },
      ],
    });
    expect(await store.head(plan)).toMatchObject({ live: { version: 1 }, observedCommit: "c1" });
  });

  test("when the history is not known the publish fails and nothing is written", async () => {
    const dependencies = dependenciesOn(table);
    await publish(dependencies, commit(1));
    const before = await store.head(plan);
    const unknown = new Error("shallow clone");
    const isAncestor = async (): Promise<boolean> => {
      throw unknown;
    };
    await expect(publish({ ...dependencies, isAncestor }, commit(2))).rejects.toBe(unknown);
    expect(await store.head(plan)).toEqual(before);
  });

  test("a freeze refuses every commit and says who froze and why", async () => {
    const dependencies = dependenciesOn(table);
    await publish(dependencies, commit(1));
    await hold(table, { kind: "freeze", reason: "quarter end", actor: "lee", since });
    expect(await publish(dependencies, commit(2))).toMatchObject({
      outcome: "refused",
      reasons: [
        {
          reason: "held",
          message: "Publishing is held by lee since 2026-10-02 00:00 UTC: quarter end.",
        },
      ],
    });
    expect(await publish(dependencies, commit(3, commit(1).bundle))).toMatchObject({
      reasons: [{ reason: "held" }],
    });
    expect(await store.head(plan)).toMatchObject({ live: { version: 1 }, observedCommit: "c1" });
  });

  test("a rollback that an older program wrote holds its bytes; other content ends the hold", async () => {
    const dependencies = dependenciesOn(table);
    await publish(dependencies, commit(1));
    await publish(dependencies, commit(2));
    const rejected = {
      rejectedDigest: whole(await store.readLive(plan)).digest,
      rejectedVersion: 2,
    };
    await publish(dependencies, commit(3, commit(1).bundle));
    await hold(table, { kind: "rollback", reason: "wrong", actor: "lee", since, ...rejected });
    await asOlderProgramsWrote(table);
    expect(await publish(dependencies, commit(4, commit(2).bundle))).toMatchObject({
      outcome: "refused",
      reasons: [{ reason: "held" }],
    });
    expect((await store.head(plan))?.hold).toBeDefined();
    expect(await publish(dependencies, commit(5))).toEqual({ outcome: "published", version: 4 });
    expect((await store.head(plan))?.hold).toBeUndefined();
    expect(await publish(dependencies, commit(6, commit(2).bundle))).toMatchObject({
      reasons: [{ reason: "held" }],
    });
    // What it says was never kept, so another layout of it is other content.
    expect(await publish(dependencies, commit(7, laidOutAnew(2)))).toMatchObject({
      outcome: "published",
    });
  });

  test("a bundle of 9 MB is refused with the limit of 8 MiB, before anything is stored", async () => {
    const zeros = bundleOf({ "a.json": new Uint8Array(5e6), "b.json": new Uint8Array(4e6) });
    expect(await publish(dependenciesOn(table), commit(1, zeros))).toEqual({
      outcome: "refused",
      reasons: [
        {
          reason: "too-big",
          message: "The files have 8.6 MiB (9000000 bytes) together; the limit is 8.0 MiB.",
          help: "Split the plan, or keep what is not agreed by both teams elsewhere.",
        },
      ],
    });
    expect(await store.head(plan)).toBeUndefined();
  });

  test.each([0, 1, 399 * 1024, 400 * 1024, 401 * 1024, 1_500_000, 8 * 1024 * 1024])(
    "a bundle of %i bytes that cannot be compressed comes back byte for byte",
    async (bytes) => {
      const authored = noise(7, bytes);
      const bundle = bundleOf({ "journey.json": authored });
      const outcome = await publish(dependenciesOn(table), commit(1, bundle));
      expect(outcome).toEqual({ outcome: "published", version: 1 });
      const { documents } = whole(await planStore(table).readLive(plan));
      expect(Buffer.compare(documents.get("journey.json") ?? noise(0, 3), authored)).toBe(0);
    },
  );

  test("names every stop point it passes, in order", async () => {
    const points: StopPoint[] = [];
    const dependencies = {
      ...dependenciesOn(table),
      reached: (point: StopPoint) => {
        points.push(point);
      },
    };
    const bundle = bundleOf({ "journey.json": noise(7, 900_000) });
    await publish(dependencies, commit(1, bundle));
    await publish(dependencies, commit(2, bundle));
    expect(points).toEqual(["content-1", "content-2", "content-3", "flipped", "observed"]);
  });

  test("a clock that is behind does not make a version older than the one before", async () => {
    const dependencies = dependenciesOn(table);
    await publish({ ...dependencies, now: () => "2026-12-31T00:00:00.000Z" }, commit(1));
    await publish(dependencies, commit(2));
    expect(whole(await store.readLive(plan)).publishedAt).toBe("2026-12-31T00:00:00.000Z");
  });

  test("two plans in one table do not meet", async () => {
    const dependencies = dependenciesOn(table);
    await publish(dependencies, commit(1));
    const other = { ...commit(2), bundle: { ...commit(2).bundle, plan: "other" } };
    expect(await publish(dependencies, other)).toEqual({ outcome: "published", version: 1 });
    expect(whole(await store.readLive(plan))).toMatchObject({ version: 1, commit: "c1" });
  });
});

describe("publish", () => {
  const anyFiles = fc.dictionary(fc.string({ unit: "binary" }), fc.uint8Array(), { maxKeys: 5 });

  test("gives back every bundle as it was authored, whatever the names and bytes", async () => {
    await fc.assert(
      fc.asyncProperty(anyFiles, async (authored) => {
        const table = memoryTable();
        await publish(dependenciesOn(table), commit(1, bundleOf(authored)));
        const { documents } = whole(await planStore(table).readLive(plan));
        expect(Object.fromEntries(documents)).toEqual({ ...authored });
      }),
      { numRuns: 300 },
    );
  });

  test("in any order, with any repetition, ends with the newest commit live", async () => {
    const arrivals = fc
      .array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 15 })
      // Some commits share their content: 4 and 5 change nothing, 6 goes back to 1.
      .map((numbers) =>
        numbers.map((number) => ({ number, content: [0, 1, 2, 3, 3, 3, 1][number] })),
      );
    await fc.assert(
      fc.asyncProperty(arrivals, async (all) => {
        const table = memoryTable();
        const dependencies = dependenciesOn(table);
        let version = 0;
        for (const { number, content = 0 } of all) {
          await publish(dependencies, commit(number, commit(content).bundle));
          const live = whole(await planStore(table).readLive(plan));
          expect(live.version).toBeGreaterThanOrEqual(version);
          version = live.version;
        }
        const newest = Math.max(...all.map((each) => each.number));
        const content = all.find((each) => each.number === newest)?.content ?? 0;
        const live = whole(await planStore(table).readLive(plan));
        expect(live.documents).toEqual(commit(content).bundle.files);
        expect((await planStore(table).head(plan))?.observedCommit).toBe(`c${newest}`);
        const { entries } = await planStore(table).versions(plan);
        expect(entries.map((each) => each.version)).toEqual(
          Array.from({ length: version }, (_, index) => version - index),
        );
      }),
      { numRuns: 300 },
    );
  });
});
