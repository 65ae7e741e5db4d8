import { describe, expect, test } from "vitest";
import { tellEffective } from "../../../functions/publish/effective.ts";
import { freeze, release } from "../../../functions/publish/hold.ts";
import { publish } from "../../../functions/publish/publish.ts";
import { resume, rollback } from "../../../functions/publish/rollback.ts";
import { planStore } from "../../../functions/store/plan-store.ts";
import type { Table } from "../../../functions/store/table.ts";
import { TableUnavailable } from "../../../functions/store/table-error.ts";
import { commit, dependenciesOn, hashes, largeCommit, plan, whole } from "./bundles.ts";
import { type Fault, withFaultAt } from "./faulty.ts";

/** Runs the work; false when the store failed. Any other failure fails the test. */
async function succeeds(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (!(error instanceof TableUnavailable)) throw error;
    return false;
  }
}

/** Repeats `run` with the fault at the first call, the second … until the work has no such call. @returns How many there were. */
async function atEveryCall(run: (nth: number) => Promise<boolean>): Promise<number> {
  let nth = 1;
  // oxlint-disable-next-line no-await-in-loop
  while (!(await run(nth))) nth += 1;
  return nth - 1;
}

/** Three chunks, so there is something to be left half done. */
const large = largeCommit(2);

const again = { plan, reason: "wrong win rate", actor: "dana", checkedAs: "2026-10-02" };
const backToOne = { ...again, to: 1, from: 2, evidence: { kind: "none" } };
const resuming = { ...again, from: 3, evidence: { kind: "none" } };
const freezing = { plan, reason: "quarter end", actor: "lee" };

/** Two boundaries are due, one is not. */
const telling = (table: Table) => ({
  table,
  now: () => "2026-12-24T00:00:00.000Z",
  boundariesOf: async () => ({ timeZone: "UTC", days: ["2026-11-01", "2026-12-01", "2027-01-01"] }),
});

/** What publishing promises when the store fails in these ways, as tests on the empty tables that `open()` returns. */
export function survivesFaults(open: () => Promise<Table>, faults: readonly Fault[]): void {
  describe.each(faults)("when a call of publish does %s", (fault) => {
    test("whichever call it is, live is the whole old or the whole new version, and repeating completes", async () => {
      const calls = await atEveryCall(async (nth) => {
        const table = await open();
        const store = planStore(table, 0);
        await publish(dependenciesOn(table), commit(1));
        const faulty = withFaultAt(table, nth, fault);
        const done = await succeeds(publish(dependenciesOn(faulty), large));

        const live = whole(await store.readLive(plan));
        const expected = live.version === 1 ? commit(1) : large;
        expect(hashes(live.documents)).toEqual(hashes(expected.bundle.files));

        expect(await publish(dependenciesOn(table), large)).toMatchObject({ version: 2 });
        const after = whole(await store.readLive(plan));
        expect(hashes(after.documents)).toEqual(hashes(large.bundle.files));
        const { entries } = await store.versions(plan);
        expect(entries.map((each) => each.commit)).toEqual(["c2", "c1"]);
        expect((await store.events(plan, 0)).entries).toHaveLength(2);
        return done;
      });
      // Head, commit, three chunks and the flip.
      expect(calls).toBe(6);
    });

    test("a commit that changes nothing moves the order on once", async () => {
      const same = commit(2, commit(1).bundle);
      const calls = await atEveryCall(async (nth) => {
        const table = await open();
        await publish(dependenciesOn(table), commit(1));
        const faulty = withFaultAt(table, nth, fault);
        const done = await succeeds(publish(dependenciesOn(faulty), same));
        expect(await publish(dependenciesOn(table), same)).toMatchObject({ version: 1 });
        expect(await planStore(table).head(plan)).toMatchObject({
          live: { version: 1, commit: "c1" },
          observedCommit: "c2",
          revision: 2,
        });
        return done;
      });
      expect(calls).toBe(3);
    });
  });

  describe.each(faults)("when a call of another change of the head does %s", (fault) => {
    test.each([
      [
        "rollback",
        (table: Table) => rollback(dependenciesOn(table), backToOne),
        { live: { version: 3, restores: 1 }, hold: { kind: "rollback" }, events: 3 },
      ],
      [
        "resume",
        async (table: Table) => resume(dependenciesOn(table), resuming),
        { live: { version: 4, restores: 2 }, events: 4 },
      ],
      [
        "freeze",
        (table: Table) => freeze(dependenciesOn(table), freezing),
        { live: { version: 2 }, hold: { kind: "freeze" }, events: 3 },
      ],
      [
        "release",
        (table: Table) => release(dependenciesOn(table), { plan, actor: "lee" }),
        { live: { version: 2 }, events: 4 },
      ],
      [
        "telling what takes effect",
        async (table: Table) => ({ outcome: (await tellEffective(telling(table), plan)).join() }),
        { live: { version: 2 }, effectiveDay: "2026-12-01", events: 4 },
      ],
    ] as const)("%s happens once, and repeating it is no error", async (name, change, expected) => {
      const calls = await atEveryCall(async (nth) => {
        const table = await open();
        // oxlint-disable-next-line no-await-in-loop
        for (const number of [1, 2]) await publish(dependenciesOn(table), commit(number));
        if (name === "resume") await rollback(dependenciesOn(table), backToOne);
        if (name === "release") await freeze(dependenciesOn(table), freezing);
        const done = await succeeds(change(withFaultAt(table, nth, fault)));
        whole(await planStore(table, 0).readLive(plan));
        expect((await change(table)).outcome).not.toBe("refused");
        expect(await planStore(table).head(plan)).toMatchObject(expected);
        return done;
      });
      expect(calls).toBeGreaterThanOrEqual(2);
    });
  });
}
