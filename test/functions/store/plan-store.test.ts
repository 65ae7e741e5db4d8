import { describe, expect, test } from "vitest";
import { publish } from "../../../functions/publish/publish.ts";
import { memoryTable } from "../../../functions/store/memory.ts";
import { planStore } from "../../../functions/store/plan-store.ts";
import { queryAll, type Table } from "../../../functions/store/table.ts";
import { bundleOf, commit, dependenciesOn, noise, plan, whole } from "../publish/bundles.ts";
import { withEmptyPages } from "./empty-pages.ts";

/** A table with five versions of one plan, published one second apart from 2026-10-02T00:00:01Z. */
async function fiveVersions(table: Table = memoryTable()): Promise<Table> {
  const dependencies = dependenciesOn(table);
  for (const number of [1, 2, 3, 4, 5]) await publish(dependencies, commit(number));
  return table;
}

const contentItems = async (table: Table) => {
  const items = [];
  for await (const item of queryAll(table, { partition: `PLAN#${plan}`, prefix: "CONTENT#" }))
    items.push(item);
  return items;
};

describe("planStore reads", () => {
  test("the live plan with its provenance and the authored bytes", async () => {
    const store = planStore(await fiveVersions());
    const live = whole(await store.readLive(plan));
    expect(live).toMatchObject({
      plan,
      version: 5,
      commit: "c5",
      commitTime: "2026-10-01T00:00:05.000Z",
      publishedAt: "2026-10-02T00:00:05.000Z",
      actor: "dana",
      cause: "publish",
      checkedAs: "2026-10-01",
    });
    expect([...live.documents]).toEqual([["plan.json", new TextEncoder().encode('{"goal": 5}\n')]]);
  });

  test("any older version, with the evidence it was published on", async () => {
    const store = planStore(await fiveVersions());
    const second = whole(await store.readVersion(plan, 2));
    expect(new TextDecoder().decode(second.documents.get("plan.json"))).toBe('{"goal": 2}\n');
    expect(await store.version(plan, 2)).toMatchObject({
      version: 2,
      evidence: { kind: "none" },
    });
  });

  test.each([
    ["before the first version", "2026-10-02T00:00:00.999Z", undefined],
    ["at the very instant of one", "2026-10-02T00:00:03.000Z", 3],
    ["between two", "2026-10-02T00:00:03.001Z", 3],
    ["long after the last", "2030-01-01T00:00:00.000Z", 5],
  ])("the version that was live at an instant: %s", async (_name, instant, version) => {
    const store = planStore(await fiveVersions());
    expect((await store.versionAt(plan, instant))?.version).toBe(version);
  });

  test.each([1, 2, 3, 4])("the version at every instant, of %i versions", async (count) => {
    const table = memoryTable();
    const dependencies = dependenciesOn(table);
    for (let number = 1; number <= count; number += 1) await publish(dependencies, commit(number));
    for (let number = 1; number <= count; number += 1) {
      const at = await planStore(table).versionAt(plan, `2026-10-02T00:00:0${number}.500Z`);
      expect(at?.version).toBe(number);
    }
  });

  test("nothing for a plan, version or commit that is not there or could not be", async () => {
    const store = planStore(await fiveVersions());
    for (const name of ["other", "", "ACME", "a#b", "x".repeat(3000), "__proto__"]) {
      expect(await store.head(name)).toBeUndefined();
      expect(await store.readLive(name)).toBeUndefined();
      expect(await store.versionAt(name, "2030-01-01T00:00:00.000Z")).toBeUndefined();
      expect(await store.versions(name)).toEqual({ entries: [] });
      expect(await store.events(name, 0)).toEqual({ entries: [] });
      expect(await store.commit(name, "c1")).toBeUndefined();
    }
    for (const version of [0, -1, 6, 1.5, Number.NaN, 1e12])
      expect(await store.readVersion(plan, version)).toBeUndefined();
    for (const name of ["c9", "", "../c1", "c".repeat(2000)])
      expect(await store.commit(plan, name)).toBeUndefined();
  });

  test("versions newest first, page by page, and ignores a cursor that is none", async () => {
    const store = planStore(await fiveVersions());
    const first = await store.versions(plan, { limit: 2 });
    expect(first.entries.map((each) => each.version)).toEqual([5, 4]);
    const second = await store.versions(plan, { limit: 2, after: first.next ?? "" });
    expect(second.entries.map((each) => each.version)).toEqual([3, 2]);
    const all = await store.versions(plan, { after: "COMMIT#c1" });
    expect(all.entries).toHaveLength(5);
  });

  test("events in order, from any sequence on", async () => {
    const store = planStore(await fiveVersions());
    const { entries } = await store.events(plan, 3);
    expect(entries).toEqual([
      {
        sequence: 4,
        type: "plan.published",
        version: 4,
        at: "2026-10-02T00:00:04.000Z",
        actor: "dana",
      },
      {
        sequence: 5,
        type: "plan.published",
        version: 5,
        at: "2026-10-02T00:00:05.000Z",
        actor: "dana",
      },
    ]);
  });

  test("every plan, also when the table answers with empty pages", async () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const table = withEmptyPages(memoryTable(), seed);
      const names = Array.from({ length: 12 }, (_, index) => `plan-${String(index + 10)}`);
      for (const name of names)
        await publish(dependenciesOn(table), {
          ...commit(1),
          bundle: { ...bundleOf({ "plan.json": name }), plan: name },
        });
      const listed = await planStore(table).plans();
      expect(listed.map((each) => each.plan)).toEqual(names);
      expect(listed[0]).toMatchObject({ version: 1, publishedAt: "2026-10-02T00:00:01.000Z" });
    }
  });
});

describe("planStore never gives a part of a plan", () => {
  const large = commit(1, bundleOf({ "journey.json": noise(1, 900_000), "sla.json": "{}" }));

  test("a deleted chunk is ContentDamaged, and what is missing is said", async () => {
    const table = memoryTable();
    await publish(dependenciesOn(table), large);
    const chunks = await contentItems(table);
    expect(chunks).toHaveLength(3);
    for (const chunk of chunks) {
      await table.transact([{ delete: chunk }]);
      const read = await planStore(table).readLive(plan);
      expect(read).toMatchObject({
        ok: false,
        error: { kind: "content-damaged", plan, message: expect.stringContaining("2 of 3") },
      });
      await table.transact([{ put: chunk }]);
    }
    expect(whole(await planStore(table).readLive(plan)).documents.size).toBe(2);
  });

  test("a changed byte, a shortened chunk and swapped chunks are ContentDamaged", async () => {
    const table = memoryTable();
    await publish(dependenciesOn(table), large);
    const [first, second] = await contentItems(table);
    if (first === undefined || second === undefined) throw new Error("too few chunks");
    const bytes = first["bytes"] as Uint8Array;
    const changed = bytes.slice();
    changed[1000] = (changed[1000] ?? 0) ^ 1;
    for (const wrong of [changed, bytes.slice(0, -1), second["bytes"] ?? null, "text"]) {
      await table.transact([{ put: { ...first, bytes: wrong } }]);
      const read = await planStore(table).readLive(plan);
      expect(read).toMatchObject({ ok: false, error: { kind: "content-damaged" } });
    }
  });

  test("whole content that is not the version's own is ContentDamaged", async () => {
    const table = await fiveVersions();
    const [one, other] = await contentItems(table);
    if (one === undefined || other === undefined) throw new Error("too few chunks");
    const swapped = { ...one, bytes: other["bytes"] ?? null };
    await table.transact([{ put: swapped }]);
    const reads = await Promise.all(
      [1, 2, 3, 4, 5].map((version) => planStore(table).readVersion(plan, version)),
    );
    const errors = reads.flatMap((read) => (read?.ok === false ? [read.error.message] : []));
    expect(errors).toEqual([expect.stringContaining("has another digest")]);
  });

  test("what a caller does to the documents is not seen by the next one", async () => {
    const store = planStore(await fiveVersions());
    whole(await store.readLive(plan))
      .documents.get("plan.json")
      ?.fill(0);
    const again = whole(await store.readLive(plan)).documents.get("plan.json");
    expect(new TextDecoder().decode(again)).toBe('{"goal": 5}\n');
  });

  test("verified content is kept by digest, so a second read asks for the head alone", async () => {
    const table = await fiveVersions();
    let reads = 0;
    const counted: Table = {
      ...table,
      get(key) {
        reads += 1;
        return table.get(key);
      },
    };
    const store = planStore(counted);
    await store.readLive(plan);
    expect(reads).toBe(2);
    await store.readLive(plan);
    expect(reads).toBe(3);
    const forgetful = planStore(counted, 10);
    await forgetful.readLive(plan);
    await forgetful.readLive(plan);
    expect(reads).toBe(7);
  });
});
