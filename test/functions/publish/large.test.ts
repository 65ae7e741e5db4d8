import { afterAll, describe, expect, test } from "vitest";
import { publishPlans } from "../../../functions/local/publish-plans.ts";
import { publish } from "../../../functions/publish/publish.ts";
import { gitSource } from "../../../functions/source/git.ts";
import type { Files } from "../../../functions/store/bundle.ts";
import { planStore } from "../../../functions/store/plan-store.ts";
import { queryAll, type Table } from "../../../functions/store/table.ts";
import { sampleFiles } from "../app/plan-files.ts";
import { appOver, json } from "../app/served.ts";
import { newRepository, type TestRepository, writePlan } from "../source/repository.ts";
import { bundleOf, commit, dependenciesOn, hashes, noise, plan, whole } from "./bundles.ts";
import { onEachStore } from "./each-store.ts";

const repositories: TestRepository[] = [];
afterAll(() => {
  for (const each of repositories) each.remove();
});

const chunksOf = async (table: Table, of: string) => {
  const chunks = [];
  for await (const item of queryAll(table, { partition: `PLAN#${of}`, prefix: "CONTENT#" }))
    chunks.push(item);
  return chunks;
};

/** A plan that holds together, with so many pieces of content, each with a remark of 2,000 random characters. */
function planWithRemarks(count: number): Files {
  const remarks = Buffer.from(noise(count, count * 1500)).toString("base64");
  const assets = Array.from({ length: count }, (_each, at) => ({
    id: `piece-${at}`,
    title: `Piece ${at}`,
    type: "informative",
    note: remarks.slice(at * 2000, (at + 1) * 2000),
  }));
  const content = JSON.stringify({ $schema: "../../schemas/v1/content.json", assets });
  return new Map(sampleFiles()).set("content.json", new TextEncoder().encode(content));
}

/** Commits the files and publishes them as the command line does. @returns What became of the plan. */
async function publishCommitted(repository: TestRepository, table: Table, files: Files) {
  writePlan(repository, "olist-2018", files);
  repository.commit();
  const published = await publishPlans({
    store: { table },
    source: gitSource(repository.root),
    now: () => "2026-11-23T09:00:00.000Z",
    actor: "dana",
  });
  return published.ok ? published.value.plans[0] : undefined;
}

describe("a plan of 1.5 MB that cannot be compressed", () => {
  onEachStore((open) => {
    test("comes back byte for byte, and with any part missing not at all", async () => {
      const table = await open();
      const { bundle, ...publication } = commit(1, bundleOf({ "journey.json": noise(7, 1.5e6) }));
      await publish(dependenciesOn(table), { ...publication, bundle });
      const store = planStore(table, 0);
      const live = whole(await store.readLive(plan));
      expect(hashes(live.documents)).toEqual(hashes(bundle.files));

      const chunks = await chunksOf(table, plan);
      expect(chunks).toHaveLength(5);
      for (const chunk of chunks) {
        await table.transact([{ delete: chunk }]);
        expect(await store.readLive(plan)).toMatchObject({
          ok: false,
          error: { kind: "content-damaged", message: expect.stringContaining("4 of 5 parts") },
        });
        await table.transact([{ put: chunk }]);
      }
      expect((await store.readLive(plan))?.ok).toBe(true);
    });

    test("goes from git to the API byte for byte; a lost part is 503, a plan of 9 MB is refused", async () => {
      const table = await open();
      const repository = newRepository();
      repositories.push(repository);
      const files = planWithRemarks(1100);
      expect(await publishCommitted(repository, table, files)).toMatchObject({
        outcome: "published",
        version: 1,
      });
      const { app, ask } = appOver(table);
      for (const [name, bytes] of files) {
        const response = await app.request(`/v1/plans/olist-2018/live/${name}`);
        const served = new Uint8Array(await response.arrayBuffer());
        expect([name, Buffer.compare(served, bytes)]).toEqual([name, 0]);
      }

      const tooBig = await publishCommitted(repository, table, planWithRemarks(4500));
      expect(tooBig).toMatchObject({ outcome: "refused", reasons: [{ reason: "findings" }] });
      const [finding] = tooBig?.findings ?? [];
      expect(finding).toMatchObject({
        rule: "document/too-big",
        message: expect.stringContaining("at most 8,388,608 are read"),
      });
      expect((await ask("/v1/plans/olist-2018/live")).headers.get("Plan-Version")).toBe("1");

      const [, lost] = await chunksOf(table, "olist-2018");
      if (lost !== undefined) await table.transact([{ delete: lost }]);
      // What was read whole before stays whole in memory; a new process has to read.
      expect((await ask("/v1/plans/olist-2018/live")).status).toBe(200);
      const fresh = appOver(table);
      for (const path of ["live", "live/content", "live/plan", "versions/1", "requirements"]) {
        const damaged = await fresh.ask(`/v1/plans/olist-2018/${path}`);
        expect([path, damaged.status]).toEqual([path, 503]);
        expect(damaged.headers.get("Content-Type")).toContain("application/problem+json");
        const text = await damaged.clone().text();
        expect(text.length).toBeLessThan(2000);
        expect((await json(damaged))["type"]).toBe("urn:jointplan:problem:content-damaged");
      }
    });
  });
});
