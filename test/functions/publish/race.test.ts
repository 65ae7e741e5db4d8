import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { freeze } from "../../../functions/publish/hold.ts";
import { type Publication, publish } from "../../../functions/publish/publish.ts";
import { memoryTable } from "../../../functions/store/memory.ts";
import { planStore } from "../../../functions/store/plan-store.ts";
import type { Table } from "../../../functions/store/table.ts";
import { commit, dependenciesOn, hashes, plan, whole } from "./bundles.ts";
import { everyOrder, interleave } from "./interleaved.ts";

/** What is live is whole, and is what its commit said; before the first publish nothing is live. */
async function liveIsWhole(table: Table, contents: ReadonlyMap<string, Publication>) {
  const read = await planStore(table, 0).readLive(plan);
  if (read === undefined) return;
  const live = whole(read);
  expect(hashes(live.documents)).toEqual(hashes(contents.get(live.commit)?.bundle.files));
}

/** Publishes all at once in one order of their table calls, reading after every call; returns the outcomes. */
async function race(
  table: Table,
  publications: readonly Publication[],
  choose: (count: number) => number,
) {
  const contents = new Map([commit(1), ...publications].map((each) => [each.commit, each]));
  const { now } = dependenciesOn(table);
  const outcomes = await interleave(
    table,
    publications.map((each) => (shared) => publish({ ...dependenciesOn(shared), now }, each)),
    choose,
    () => liveIsWhole(table, contents),
  );
  return outcomes.map((each) => each.outcome);
}

const versionsOf = async (table: Table): Promise<readonly number[]> =>
  (await planStore(table).versions(plan)).entries.map((each) => each.version);

describe("two publishers at once, in every order of their calls", () => {
  test("the same first commit becomes one version", async () => {
    const runs = await everyOrder(async (choose) => {
      const table = memoryTable();
      const outcomes = await race(table, [commit(1), commit(1)], choose);
      expect(outcomes.toSorted()).toEqual(["published", "replayed"]);
      expect(await versionsOf(table)).toEqual([1]);
    });
    expect(runs).toBeGreaterThan(50);
  });

  test("of two commits the newer one ends up live; the older one came before it or is superseded", async () => {
    const seen = new Set<string>();
    await everyOrder(async (choose) => {
      const table = memoryTable();
      await publish(dependenciesOn(table), commit(1));
      const outcomes = await race(table, [commit(2), commit(3)], choose);
      seen.add(outcomes.join(" and "));
      expect(whole(await planStore(table).readLive(plan)).commit).toBe("c3");
      expect(await versionsOf(table)).toEqual(outcomes[0] === "published" ? [3, 2, 1] : [2, 1]);
    });
    expect([...seen].toSorted()).toEqual(["published and published", "superseded and published"]);
  });

  test("two commits with the same new content become one version, and the order moves to the newer", async () => {
    await everyOrder(async (choose) => {
      const table = memoryTable();
      await publish(dependenciesOn(table), commit(1));
      const twin = commit(3, commit(2).bundle);
      const outcomes = await race(table, [commit(2), twin], choose);
      expect(["published unchanged", "superseded published"]).toContain(outcomes.join(" "));
      expect(await versionsOf(table)).toEqual([2, 1]);
      expect((await planStore(table).head(plan))?.observedCommit).toBe("c3");
    });
  });
});

describe("a publisher beside something else, in every order of their calls", () => {
  test("a commit that changes nothing cannot undo the one that came between", async () => {
    const seen = new Set<string>();
    await everyOrder(async (choose) => {
      const table = memoryTable();
      await publish(dependenciesOn(table), commit(1));
      const likeFirst = commit(3, commit(1).bundle);
      const outcomes = await race(table, [commit(2), likeFirst], choose);
      seen.add(outcomes.join(" and "));
      // Unchanged against version 1, or a version of its own after version 2.
      const expected = outcomes[1] === "unchanged" ? [1] : [3, 2, 1];
      expect(await versionsOf(table)).toEqual(expected);
      const live = whole(await planStore(table).readLive(plan));
      expect(live.version).toBe(expected[0]);
      expect(hashes(live.documents)).toEqual(hashes(likeFirst.bundle.files));
    });
    expect([...seen].toSorted()).toEqual(["published and published", "superseded and unchanged"]);
  });

  test("a freeze is never lost: the commit came before it or is refused", async () => {
    const seen = new Set<string>();
    await everyOrder(async (choose) => {
      const table = memoryTable();
      await publish(dependenciesOn(table), commit(1));
      const { now } = dependenciesOn(table);
      const freezing = { plan, reason: "quarter end", actor: "lee" };
      const outcomes = await interleave<{ readonly outcome: string }>(
        table,
        [
          (shared) => publish({ ...dependenciesOn(shared), now }, commit(2)),
          (shared) => freeze({ table: shared, now }, freezing),
        ],
        choose,
        async () => {},
      );
      const published = outcomes[0]?.outcome === "published";
      seen.add(String(outcomes[0]?.outcome));
      expect(await versionsOf(table)).toEqual(published ? [2, 1] : [1]);
      expect((await planStore(table).head(plan))?.hold).toMatchObject({ kind: "freeze" });
    });
    expect([...seen].toSorted()).toEqual(["published", "refused"]);
  });
});

describe("many publishers at once", () => {
  test("any three of any commits, in random orders, leave the newest commit live and no gap", async () => {
    const numbers = fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 3, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(numbers, fc.infiniteStream(fc.nat()), async (commits, choices) => {
        const table = memoryTable();
        await publish(dependenciesOn(table), commit(1));
        const outcomes = await race(
          table,
          commits.map((number) => commit(number)),
          (count) => Number(choices.next().value) % count,
        );
        const live = whole(await planStore(table).readLive(plan));
        expect(live.commit).toBe(`c${Math.max(...commits)}`);
        const published = outcomes.filter((each) => each === "published").length;
        expect(await versionsOf(table)).toHaveLength(1 + published);
      }),
      { numRuns: 300 },
    );
  });

  test("200 copies of one commit become one version", async () => {
    const table = memoryTable();
    const outcomes = await race(
      table,
      Array.from({ length: 200 }, () => commit(1)),
      (count) => count - 1,
    );
    expect(outcomes.filter((each) => each === "published")).toHaveLength(1);
    expect(outcomes.filter((each) => each === "replayed")).toHaveLength(199);
  });

  test("a publisher that loses every race gives up as unavailable instead of going on for ever", async () => {
    const table: Table = { ...memoryTable(), transact: async () => ({ ok: false, conflict: 0 }) };
    await expect(publish(dependenciesOn(table), commit(1))).rejects.toMatchObject({
      name: "TableUnavailable",
    });
  });
});
