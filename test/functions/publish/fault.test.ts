import { describe, expect, test } from "vitest";
import { type Publication, publish } from "../../../functions/publish/publish.ts";
import { memoryTable } from "../../../functions/store/memory.ts";
import { planStore } from "../../../functions/store/plan-store.ts";
import { type Table } from "../../../functions/store/table.ts";
import { TableUnavailable } from "../../../functions/store/table-error.ts";
import { seeded } from "../store/empty-pages.ts";
import { bundleOf, commit, dependenciesOn, hashes, noise, plan, whole } from "./bundles.ts";
import { type Fault, withFaults } from "./faulty.ts";

/** Three chunks, so there is something to be left half done. */
const large = commit(2, bundleOf({ "journey.json": noise(2, 900_000) }));

const tryToPublish = async (table: Table, publication: Publication): Promise<boolean> => {
  try {
    await publish(dependenciesOn(table), publication);
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(TableUnavailable);
    return false;
  }
};

describe.each(["fail", "apply-then-fail"] satisfies readonly Fault[])(
  "when a call does %s",
  (fault) => {
    test("whichever call it is, live is the whole old or the whole new version, and repeating converges", async () => {
      let nth = 0;
      for (let done = false; !done; ) {
        nth += 1;
        const table = memoryTable();
        await publish(dependenciesOn(table), commit(1));
        let calls = 0;
        const faulty = withFaults(table, () => ((calls += 1) === nth ? fault : "none"));
        done = await tryToPublish(faulty, large);

        const live = whole(await planStore(table).readLive(plan));
        const expected = live.version === 1 ? commit(1) : large;
        expect(hashes(live.documents)).toEqual(hashes(expected.bundle.files));

        const outcome = await publish(dependenciesOn(table), large);
        expect(outcome).toMatchObject({ version: 2 });
        const after = whole(await planStore(table).readLive(plan));
        expect(hashes(after.documents)).toEqual(hashes(large.bundle.files));
        expect((await planStore(table).versions(plan)).entries).toHaveLength(2);
        expect((await planStore(table).events(plan, 0)).entries).toHaveLength(2);
      }
      // Head, commit, three chunks and the flip can each fail; then nothing is left to fail.
      expect(nth).toBe(7);
    });
  },
);

describe("when any call may fail", () => {
  test("five commits that are each repeated until acknowledged end as five whole versions, over 300 seeds", async () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const random = seeded(seed);
      const table = memoryTable();
      const faulty = withFaults(table, () => {
        const dice = random();
        return dice < 0.15 ? "fail" : dice < 0.3 ? "apply-then-fail" : "none";
      });
      for (const number of [1, 2, 3, 4, 5]) {
        while (!(await tryToPublish(faulty, commit(number)))) {
          const read = await planStore(table).readLive(plan);
          const live = read === undefined ? undefined : whole(read);
          expect([undefined, `c${number - 1}`, `c${number}`]).toContain(live?.commit);
        }
      }
      const { entries } = await planStore(table).versions(plan);
      expect(entries.map((each) => each.commit)).toEqual(["c5", "c4", "c3", "c2", "c1"]);
    }
  });

  test("a read fails as unavailable, it never gives a part of a plan", async () => {
    const table = memoryTable();
    await publish(dependenciesOn(table), large);
    for (const nth of [1, 2, 3, 4]) {
      let calls = 0;
      const faulty = withFaults(table, () => ((calls += 1) === nth ? "fail" : "none"));
      await expect(planStore(faulty).readLive(plan)).rejects.toBeInstanceOf(TableUnavailable);
    }
  });
});
