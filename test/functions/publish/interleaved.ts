import { setImmediate as nextTurn } from "node:timers/promises";
import type { Table } from "../../../functions/store/table.ts";

/** A table in memory whose every call waits until the schedule lets it through. */
interface Gate {
  readonly table: Table;
  readonly waiting: (() => void)[];
}

function gated(table: Table): Gate {
  const waiting: (() => void)[] = [];
  const turn = () =>
    new Promise<void>((resolve) => {
      waiting.push(resolve);
    });
  const gatedTable: Table = {
    async get(key) {
      await turn();
      return table.get(key);
    },
    async query(query) {
      await turn();
      return table.query(query);
    },
    async transact(actions) {
      await turn();
      return table.transact(actions);
    },
    async transactMany(groups) {
      await turn();
      return table.transactMany(groups);
    },
  };
  return { table: gatedTable, waiting };
}

/**
 * Runs the tasks against one table in memory, one table call at a time. `choose(n)` says which of the n waiting calls goes next;
 * `between` runs after every call, on the table itself.
 */
export async function interleave<Outcome>(
  table: Table,
  tasks: readonly ((table: Table) => Promise<Outcome>)[],
  choose: (count: number) => number,
  between: () => Promise<void>,
): Promise<readonly Outcome[]> {
  const { table: shared, waiting } = gated(table);
  const outcomes = Promise.all(tasks.map((task) => task(shared)));
  await nextTurn();
  while (waiting.length > 0) {
    waiting.splice(choose(waiting.length), 1)[0]?.();
    await nextTurn();
    await between();
  }
  return outcomes;
}

/** Calls `run` once for every sequence of choices that it can make. @returns How many there were. */
export async function everyOrder(
  run: (choose: (count: number) => number) => Promise<void>,
): Promise<number> {
  let path: { readonly choice: number; readonly count: number }[] = [];
  for (let runs = 1; ; runs += 1) {
    const planned = path;
    const taken: typeof path = [];
    await run((count) => {
      const choice = planned[taken.length]?.choice ?? 0;
      taken.push({ choice, count });
      return choice;
    });
    while (taken.length > 0) {
      const last = taken.pop();
      if (last !== undefined && last.choice + 1 < last.count) {
        taken.push({ ...last, choice: last.choice + 1 });
        break;
      }
    }
    if (taken.length === 0) return runs;
    path = taken;
  }
}
