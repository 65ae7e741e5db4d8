import { describe, expect, test } from "vitest";
import { type Publication, publish } from "../../../functions/publish/publish.ts";
import { memoryTable } from "../../../functions/store/memory.ts";
import { planStore } from "../../../functions/store/plan-store.ts";
import type { Table } from "../../../functions/store/table.ts";
import { TableUnavailable } from "../../../functions/store/table-error.ts";
import { seeded } from "../store/empty-pages.ts";
import { commit, dependenciesOn, largeCommit, plan, whole } from "./bundles.ts";
import { onEachStore } from "./each-store.ts";
import { withFaultAt, withFaults } from "./faulty.ts";
import { survivesFaults } from "./survives-faults.ts";

describe("publishing on a store that fails", () => {
  const crashes = ["crash", "apply-then-crash"] as const;
  const all = ["fail", "apply-then-fail", ...crashes] as const;
  onEachStore((open, store) => survivesFaults(open, store === "DynamoDB Local" ? crashes : all));
});

const tryToPublish = async (table: Table, publication: Publication): Promise<boolean> => {
  try {
    await publish(dependenciesOn(table), publication);
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(TableUnavailable);
    return false;
  }
};

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
    await publish(dependenciesOn(table), largeCommit(2));
    for (const nth of [1, 2, 3, 4]) {
      const faulty = withFaultAt(table, nth, "fail");
      await expect(planStore(faulty).readLive(plan)).rejects.toBeInstanceOf(TableUnavailable);
    }
  });
});
