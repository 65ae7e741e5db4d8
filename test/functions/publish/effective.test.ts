import * as fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { type Boundaries, tellEffective } from "../../../functions/publish/effective.ts";
import { freeze, release } from "../../../functions/publish/hold.ts";
import { publish } from "../../../functions/publish/publish.ts";
import { rollback } from "../../../functions/publish/rollback.ts";
import { memoryTable } from "../../../functions/store/memory.ts";
import { planKey } from "../../../functions/store/plan-key.ts";
import type { PlanEvent, PlanVersion } from "../../../functions/store/plan-record.ts";
import { planStore } from "../../../functions/store/plan-store.ts";
import type { Table } from "../../../functions/store/table.ts";
import { TableUnavailable } from "../../../functions/store/table-error.ts";
import { commit, isAncestor, plan } from "./bundles.ts";
import { onEachStore } from "./each-store.ts";
import { withFaultAt } from "./faulty.ts";
import { interleave } from "./interleaved.ts";

/** Day 1 is 1 October 2026. */
const day = (number: number): string => new Date(Date.UTC(2026, 9, number)).toISOString();
const date = (number: number): string => day(number).slice(0, 10);

/** A table, a clock that says which day it is, and the boundaries of each commit's content. */
interface World {
  readonly table: Table;
  readonly today: () => number;
  readonly boundaries: (commit: string) => readonly number[];
}

const dependenciesIn = ({ table, today, boundaries }: World) => ({
  table,
  isAncestor,
  now: () => day(today()),
  boundariesOf: async (live: PlanVersion): Promise<Boundaries> => ({
    timeZone: "UTC",
    days: boundaries(live.commit).map(date),
  }),
});

/** What was told of days, in order: the version that was live, and the day. */
async function told(table: Table): Promise<readonly (readonly [number, string | undefined])[]> {
  const { entries } = await planStore(table).events(plan, 0);
  return entries
    .filter((each: PlanEvent) => each.type === "plan.effective")
    .map(({ version, on }) => [version, on] as const);
}

const restoring = { plan, reason: "x", actor: "dana", evidence: { kind: "none" } };

describe("what takes effect", () => {
  let table: Table;
  let number: number;
  const boundaries = { c1: [1, 3, 5, 20], c2: [4, 5, 6, 7] };
  const world = (): World => ({
    table,
    today: () => number,
    boundaries: (name) =>
      new Map<string, readonly number[]>(Object.entries(boundaries)).get(name) ?? [],
  });
  const tell = (days: number) => {
    number = days;
    return tellEffective(dependenciesIn(world()), plan);
  };
  const publishOn = (days: number, commitNumber: number) => {
    number = days;
    return publish(dependenciesIn(world()), commit(commitNumber));
  };
  beforeEach(async () => {
    table = memoryTable();
    await publishOn(1, 1);
  });

  test("is told of every day since the publish, once, up to today", async () => {
    expect(await tell(2)).toEqual([]);
    expect(await tell(5)).toEqual([date(3), date(5)]);
    expect(await tell(5)).toEqual([]);
    expect(await tell(30)).toEqual([date(20)]);
    expect((await planStore(table).events(plan, 1)).entries).toEqual([
      { sequence: 2, type: "plan.effective", version: 1, at: day(5), on: date(3) },
      { sequence: 3, type: "plan.effective", version: 1, at: day(5), on: date(5) },
      { sequence: 4, type: "plan.effective", version: 1, at: day(30), on: date(20) },
    ]);
  });

  test("is that of the new content from the day after its publish on", async () => {
    await tell(3);
    await publishOn(5, 2);
    expect(await tell(5)).toEqual([]);
    expect(await tell(30)).toEqual([date(6), date(7)]);
    expect(await told(table)).toEqual([
      [1, date(3)],
      [2, date(6)],
      [2, date(7)],
    ]);
  });

  test("is that of the old content again after a rollback", async () => {
    await publishOn(4, 2);
    await tell(6);
    await rollback(dependenciesIn(world()), { ...restoring, to: 1, from: 2, checkedAs: date(6) });
    expect(await tell(30)).toEqual([date(20)]);
    expect(await told(table)).toEqual([
      [2, date(5)],
      [2, date(6)],
      [3, date(20)],
    ]);
  });

  test("is not told again after a commit that changes nothing, a hold or a release", async () => {
    await tell(5);
    await publish(dependenciesIn(world()), commit(2, commit(1).bundle));
    await freeze(dependenciesIn(world()), { plan, reason: "x", actor: "dana" });
    expect(await tell(20)).toEqual([date(20)]);
    await release(dependenciesIn(world()), { plan, actor: "dana" });
    expect(await tell(30)).toEqual([]);
    expect((await planStore(table).head(plan))?.effectiveDay).toBe(date(20));
  });

  test("is counted in the plan's time zone", async () => {
    const inTokyo = (instant: string) =>
      tellEffective(
        {
          table,
          now: () => instant,
          boundariesOf: async () => ({ timeZone: "Asia/Tokyo", days: [date(3)] }),
        },
        plan,
      );
    expect(await inTokyo("2026-10-02T14:59:59.999Z")).toEqual([]);
    expect(await inTokyo("2026-10-02T15:00:00.000Z")).toEqual([date(3)]);
  });

  test("waits when the content cannot be read, and is nothing for a plan that is not there", async () => {
    const unread = { ...dependenciesIn(world()), boundariesOf: async () => undefined };
    number = 5;
    expect(await tellEffective(unread, plan)).toEqual([]);
    expect(await tell(5)).toEqual([date(3), date(5)]);
    expect(await tellEffective(dependenciesIn(world()), "other")).toEqual([]);
  });

  test("counts from the publish where a head was written before there were such days", async () => {
    const head = await table.get(planKey.head(plan));
    expect(head).not.toHaveProperty("effectiveDay");
    expect(await tell(4)).toEqual([date(3)]);
    expect(await table.get(planKey.head(plan))).toMatchObject({ effectiveDay: date(3) });
  });

  test("never goes back when another machine's clock does", async () => {
    await tell(20);
    await publishOn(4, 2);
    expect(await tell(7)).toEqual([]);
    expect(await told(table)).toEqual([
      [1, date(3)],
      [1, date(5)],
      [1, date(20)],
    ]);
  });
});

/** One thing that happens: a day goes by, a commit is published, the version before comes back, or somebody tells. */
type Step =
  | { readonly does: "wait"; readonly days: number }
  | { readonly does: "publish" | "rollback" | "tell" }
  | { readonly does: "crash"; readonly nth: number; readonly fault: "crash" | "apply-then-crash" };

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    fc.record({ does: fc.constant("wait" as const), days: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ does: fc.constantFrom("publish" as const, "rollback" as const) }),
    fc.record({ does: fc.constant("tell" as const) }),
    fc.record({
      does: fc.constant("crash" as const),
      nth: fc.integer({ min: 1, max: 6 }),
      fault: fc.constantFrom("crash" as const, "apply-then-crash" as const),
    }),
  ),
  { maxLength: 25, size: "max" },
);

/** The boundaries of six commits' contents, over and over. */
const contents = fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 12 }), {
  minLength: 6,
  maxLength: 6,
});

const boundariesFrom =
  (all: readonly (readonly number[])[]) =>
  (name: string): readonly number[] =>
    (all[Number(name.slice(1)) % all.length] ?? []).toSorted((a, b) => a - b);

const runs = { memory: 200, SQLite: 20, "DynamoDB Local": 4 } as const;

describe("whatever happens, in whatever order, and whoever crashes on the way", () => {
  onEachStore((open, store) => {
    test("every boundary of what was live when somebody told is told once, in order", async () => {
      await fc.assert(
        fc.asyncProperty(contents, steps, async (all, history) => {
          const table = await open();
          const boundaries = boundariesFrom(all);
          let [today, published] = [1, 1];
          const here = dependenciesIn({ table, today: () => today, boundaries });
          await publish(here, commit(1));
          let live: { readonly name: string; readonly since: number } = { name: "c1", since: 1 };
          let last = 0;
          const expected: string[] = [];
          /** What is due in the model, told. */
          const expectTold = () => {
            const since = Math.max(last, live.since);
            const due = boundaries(live.name).filter((each) => since < each && each <= today);
            expected.push(...due.map(date));
            last = due.at(-1) ?? last;
          };
          const act: Readonly<Record<Step["does"], (step: Step) => Promise<void>>> = {
            async wait(step) {
              today += "days" in step ? step.days : 0;
            },
            async publish() {
              await publish(here, commit((published += 1)));
              live = { name: `c${published}`, since: today };
            },
            async rollback() {
              const head = await planStore(table).head(plan);
              const from = head?.live.version ?? 0;
              const wish = { ...restoring, to: 1, from, checkedAs: date(today) };
              const { outcome } = await rollback(here, wish);
              if (outcome === "restored") live = { name: "c1", since: today };
            },
            async tell() {
              await tellEffective(here, plan);
              expectTold();
            },
            async crash(step) {
              if (!("nth" in step)) return;
              const dying = withFaultAt(table, step.nth, step.fault);
              await tellEffective({ ...here, table: dying }, plan).catch((error: unknown) => {
                if (!(error instanceof TableUnavailable)) throw error;
              });
              await act.tell(step);
            },
          };
          // oxlint-disable-next-line no-await-in-loop
          for (const step of history) await act[step.does](step);
          expect((await told(table)).map(([, on]) => on)).toEqual(expected);
        }),
        { numRuns: runs[store] },
      );
    }, 600_000);
  });

  test("several that tell at the same time, beside a publish, tell what one would", async () => {
    await fc.assert(
      fc.asyncProperty(
        contents,
        fc.infiniteStream(fc.nat(1000)),
        fc.integer({ min: 2, max: 40 }),
        async (all, choices, later) => {
          const table = memoryTable();
          const boundaries = boundariesFrom(all);
          const on = (days: number, shared: Table) =>
            dependenciesIn({ table: shared, today: () => days, boundaries });
          await publish(on(1, table), commit(1));
          const telling = (shared: Table) => tellEffective(on(later, shared), plan);
          const tasks: ((shared: Table) => Promise<unknown>)[] = [
            telling,
            (shared) => publish(on(later, shared), commit(2)),
            telling,
            telling,
          ];
          const choose = (count: number) => (choices.next().value ?? 0) % count;
          await interleave(table, tasks, choose, async () => undefined);
          const days = await told(table);
          const due = boundaries("c1").filter((each) => 1 < each && each <= later);
          // As far as they came before the publish, which speaks for its own day.
          expect(days).toEqual(due.slice(0, days.length).map((each) => [1, date(each)]));
          await tellEffective(on(50, table), plan);
          const rest = boundaries("c2").filter((each) => later < each);
          expect((await told(table)).slice(days.length)).toEqual(
            rest.map((each) => [2, date(each)]),
          );
        },
      ),
      { numRuns: 200 },
    );
  });
});
