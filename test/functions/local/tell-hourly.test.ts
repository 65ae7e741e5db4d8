import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type TellFailure, tellHourly } from "../../../functions/local/tell-hourly.ts";
import { memoryTable } from "../../../functions/store/memory.ts";
import { planStore } from "../../../functions/store/plan-store.ts";
import type { Table } from "../../../functions/store/table.ts";
import { TableUnavailable } from "../../../functions/store/table-error.ts";
import { publishFiles, sampleFiles } from "../app/plan-files.ts";

/** The clock of these tests is theirs: no test waits. */
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const plan = "acme-2027";
const hour = 3_600_000;

/** A store with the sample plan, published in October 2026, and somebody who tells. */
async function world() {
  const table = memoryTable();
  await publishFiles(table, plan, 1, sampleFiles(plan));
  let instant = "2026-12-31T22:00:00.000Z";
  let down = false;
  const failing: Table = {
    ...table,
    get: async (key) => {
      if (down) throw new TableUnavailable("down");
      return table.get(key);
    },
  };
  const failures: TellFailure[] = [];
  const telling = await tellHourly({
    store: { table: failing, plans: planStore(failing) },
    now: () => instant,
    report: (failure) => failures.push(failure),
  });
  return {
    failures,
    telling,
    /** An hour goes by; resolves when what it begins is over. */
    anHourLater: async (at: string, isDown = false) => {
      [instant, down] = [at, isDown];
      await vi.advanceTimersByTimeAsync(hour);
      await telling.settled();
    },
    told: async () => {
      const { entries } = await planStore(table).events(plan, 0);
      return entries.filter((each) => each.type === "plan.effective").map(({ on }) => on);
    },
  };
}

test("tells at the start, and then within an hour of each day that begins in the plan's time zone", async () => {
  const { told, anHourLater, telling } = await world();
  expect(await told()).not.toContain("2027-01-01");
  const before = await told();
  // 23:00 in London is midnight in Berlin.
  await anHourLater("2026-12-31T23:00:00.000Z");
  expect(await told()).toEqual([...before, "2027-01-01"]);
  await anHourLater("2027-01-01T00:00:00.000Z");
  expect(await told()).toEqual([...before, "2027-01-01"]);
  await telling.stop();
});

test("goes on after a store that failed, and says so", async () => {
  const { told, anHourLater, failures, telling } = await world();
  await anHourLater("2026-12-31T23:00:00.000Z", true);
  expect(failures).toMatchObject([{ error: expect.any(TableUnavailable) }]);
  expect(await told()).not.toContain("2027-01-01");
  await anHourLater("2027-01-01T00:00:00.000Z");
  expect(await told()).toContain("2027-01-01");
  await telling.stop();
});

test("ends when it is told to", async () => {
  const { told, anHourLater, telling } = await world();
  await telling.stop();
  await anHourLater("2026-12-31T23:00:00.000Z");
  expect(await told()).not.toContain("2027-01-01");
  expect(vi.getTimerCount()).toBe(0);
});
