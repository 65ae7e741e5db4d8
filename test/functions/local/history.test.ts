import { describe, expect, test } from "vitest";
import { readHistory } from "../../../functions/local/history.ts";
import { freeze } from "../../../functions/publish/hold.ts";
import { publish } from "../../../functions/publish/publish.ts";
import { memoryTable } from "../../../functions/store/memory.ts";
import { planStore } from "../../../functions/store/plan-store.ts";
import { commit, dependenciesOn, plan } from "../publish/bundles.ts";
import { withEmptyPages } from "../store/empty-pages.ts";

/** A store with seven versions whose lists come in pages, some of them empty. */
async function sevenVersions() {
  const table = memoryTable();
  const dependencies = dependenciesOn(table);
  // oxlint-disable-next-line no-await-in-loop
  for (const number of [1, 2, 3, 4, 5, 6, 7]) await publish(dependencies, commit(number));
  return { dependencies, store: planStore(withEmptyPages(table, 1)) };
}

const numbers = (read: Awaited<ReturnType<typeof readHistory>>) =>
  read?.versions.map(({ version }) => version);

describe("the history of a plan", () => {
  test("is read through every page, also through empty ones, as far as it is asked for", async () => {
    const { store } = await sevenVersions();
    expect(numbers(await readHistory(store, plan, 20))).toEqual([7, 6, 5, 4, 3, 2, 1]);
    expect(numbers(await readHistory(store, plan, 3))).toEqual([7, 6, 5]);
    expect(await readHistory(store, "other", 3)).toBeUndefined();
  });

  test("begins with the version that was live when it was asked for, whatever is published meanwhile", async () => {
    const { dependencies, store } = await sevenVersions();
    const meanwhile = {
      ...store,
      async head(name: string) {
        const head = await store.head(name);
        await publish(dependencies, commit(8));
        return head;
      },
    };
    expect(numbers(await readHistory(meanwhile, plan, 2))).toEqual([7, 6]);
  });

  test("says what holds the plan", async () => {
    const { dependencies, store } = await sevenVersions();
    await freeze(dependencies, { plan, reason: "quarter end", actor: "lee" });
    expect(await readHistory(store, plan, 1)).toMatchObject({
      live: 7,
      hold: { kind: "freeze", reason: "quarter end" },
    });
  });
});
