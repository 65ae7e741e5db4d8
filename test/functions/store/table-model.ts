import * as fc from "fast-check";
import { expect } from "vitest";
import {
  type Action,
  type Condition,
  equal,
  exists,
  type Item,
  less,
  notExists,
  queryAll,
  type Table,
} from "../../../functions/store/table.ts";

/** One action of a random history; `sort` and `value` come from few choices, so histories meet themselves. */
interface Step {
  readonly kind: "put" | "delete" | "check";
  readonly sort: string;
  readonly value: number;
  readonly condition: Condition | undefined;
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom("put" as const, "put" as const, "delete" as const, "check" as const),
  sort: fc.constantFrom("a", "ab", "b", "b\uFF61", "b😀"),
  value: fc.integer({ min: 0, max: 3 }),
  condition: fc.oneof(
    fc.constant(undefined),
    fc.constantFrom(exists, notExists),
    fc.integer({ min: 0, max: 3 }).map((value) => equal("value", value)),
    fc.integer({ min: 0, max: 4 }).map((value) => less("value", value)),
  ),
});

/** Random histories: transactions of one to three actions on different keys. */
export const transactions: fc.Arbitrary<readonly (readonly Step[])[]> = fc.array(
  fc.uniqueArray(step, { selector: (each) => each.sort, minLength: 1, maxLength: 3 }),
  { minLength: 1, maxLength: 12 },
);

const toAction = (partition: string, { kind, sort, value, condition }: Step): Action => {
  const when = condition === undefined ? [] : [condition];
  if (kind === "put") return { put: { partition, sort, value }, when };
  if (kind === "delete") return { delete: { partition, sort }, when };
  return { check: { partition, sort }, when: condition === undefined ? [exists] : when };
};

/** The same judgement once more, written as plainly as can be. */
const modelHolds = (condition: Condition, value: number | undefined): boolean => {
  if (condition.is === "exists") return value !== undefined;
  if (condition.is === "notExists") return value === undefined;
  if (value === undefined) return false;
  return condition.is === "equal" ? value === condition.value : value < Number(condition.value);
};

/** Runs a history on the table and on a Map, and expects the same outcomes and the same contents. */
export async function followsModel(
  table: Table,
  partition: string,
  history: readonly (readonly Step[])[],
): Promise<void> {
  const model = new Map<string, number>();
  for (const steps of history) {
    const actions = steps.map((each) => toAction(partition, each));
    const conflict = actions.findIndex((action, index) =>
      (action.when ?? []).some(
        (condition) => !modelHolds(condition, model.get(steps[index]?.sort ?? "")),
      ),
    );
    const written = await table.transact(actions);
    expect(written).toEqual(conflict === -1 ? { ok: true } : { ok: false, conflict });
    if (conflict !== -1) continue;
    for (const { kind, sort, value } of steps) {
      if (kind === "put") model.set(sort, value);
      if (kind === "delete") model.delete(sort);
    }
  }
  const stored: Item[] = [];
  for await (const item of queryAll(table, { partition, prefix: "", limit: 2 })) stored.push(item);
  // These few keys sort alike by UTF-8 bytes and by the order in which they are written here.
  const expected = ["a", "ab", "b", "b\uFF61", "b😀"].filter((sort) => model.has(sort));
  expect(stored).toEqual(expected.map((sort) => ({ partition, sort, value: model.get(sort) })));
}
