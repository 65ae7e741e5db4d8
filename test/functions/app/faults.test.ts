import { describe, expect, test } from "vitest";
import { planKey } from "../../../functions/store/plan-key.ts";
import { planStore } from "../../../functions/store/plan-store.ts";
import type { Key, Table } from "../../../functions/store/table.ts";
import { TableUnavailable } from "../../../functions/store/table-error.ts";
import { publishFiles, sampleFiles, withText } from "./plan-files.ts";
import { appOver, json, plan, post, type Served, servedPlan } from "./served.ts";

const failing = (table: Table, error: () => Error): Table => ({
  ...table,
  get: () => Promise.reject(error()),
  query: () => Promise.reject(error()),
});

async function chunkOf(table: Table, version: number): Promise<Key> {
  const record = await planStore(table).version(plan, version);
  return planKey.content(plan, record?.content.sha256 ?? "", 1);
}

const pathsOfContent = [
  `/v1/plans/${plan}/live`,
  `/v1/plans/${plan}/live/journey`,
  `/v1/plans/${plan}/live/effective`,
  `/v1/plans/${plan}/versions/2`,
  `/v1/plans/${plan}/as-of/2026-11-01`,
  `/v1/plans/${plan}/commits/c2`,
  `/v1/plans/${plan}/requirements`,
  `/v1/plans/${plan}/forecast`,
  "/",
];

/** Questions that need the content, and are asked with a body. */
const postsOfContent: readonly (readonly [path: string, body: unknown])[] = [
  [`/v1/plans/${plan}/what-if`, { overlay: [] }],
  ["/v1/impact", { base: { plan, version: 1 }, head: { plan } }],
  ["/v1/compare", { base: { plan, version: 1 }, head: { plan } }],
];

describe("content that is not what was written", () => {
  const damages: readonly (readonly [string, (table: Table, key: Key) => Promise<unknown>])[] = [
    ["missing", (table, key) => table.transact([{ delete: key }])],
    ["cut", (table, key) => table.transact([{ put: { ...key, bytes: new Uint8Array(20) } }])],
    ["of another kind", (table, key) => table.transact([{ put: { ...key, bytes: "text" } }])],
  ];
  test.each(damages)(
    "(a chunk is %s) is a problem that says when to ask again, never a part of a plan",
    async (_title, damage) => {
      const served = await servedPlan();
      await damage(served.table, await chunkOf(served.table, 2));
      const questions = [
        ...pathsOfContent.map((path) => [path, undefined] as const),
        ...postsOfContent.map(([path, body]) => [path, post(body)] as const),
      ];
      for (const [path, init] of questions) {
        // oxlint-disable-next-line no-await-in-loop
        const response = await served.ask(path, init);
        expect(response.status).toBe(503);
        expect(response.headers.get("Retry-After")).toBe("30");
        // oxlint-disable-next-line no-await-in-loop
        expect((await json(response))["type"]).toBe("urn:jointplan:problem:content-damaged");
      }
      expect(served.incidents.map((each) => each.problem)).toEqual(
        questions.map(() => "content-damaged"),
      );
      expect(await json(await served.ask(`/v1/plans/${plan}/status`))).toMatchObject({
        health: "Damaged",
      });
      expect((await served.ask(`/v1/plans/${plan}/versions/1`)).status).toBe(200);
    },
  );

  test("is served again once it is whole", async () => {
    const served = await servedPlan();
    const key = await chunkOf(served.table, 2);
    const chunk = await served.table.get(key);
    await served.table.transact([{ delete: key }]);
    expect((await served.ask(`/v1/plans/${plan}/live`)).status).toBe(503);
    if (chunk !== undefined) await served.table.transact([{ put: chunk }]);
    expect((await served.ask(`/v1/plans/${plan}/live`)).status).toBe(200);
  });
});

describe("a store that fails", () => {
  const paths = [
    ...pathsOfContent,
    "/v1/plans",
    `/v1/plans/${plan}/versions`,
    `/v1/plans/${plan}/versions/1`,
    `/v1/plans/${plan}/status`,
  ];
  test.each(paths)("is 503 with Retry-After for %s, and the cause stays with us", async (path) => {
    const { table } = await servedPlan();
    const error = new TableUnavailable("The store /secret/store.db failed to read.");
    const { ask, incidents } = appOver(failing(table, () => error));
    const response = await ask(path);
    expect(response.status).toBe(503);
    expect(response.headers.get("Retry-After")).toBe("5");
    expect(await response.text()).not.toContain("secret");
    expect(incidents).toMatchObject([
      { problem: "store-unavailable", requestId: "request-1", error },
    ]);
  });

  test("leaves alone what needs no store", async () => {
    const { table } = await servedPlan();
    const { ask } = appOver(failing(table, () => new TableUnavailable("down")));
    for (const path of ["/healthz", "/openapi.json", "/schemas/v1/plan.json"]) {
      // oxlint-disable-next-line no-await-in-loop
      expect((await ask(path)).status).toBe(200);
    }
  });

  test("in a way that nobody foresaw is 500 without stack or path", async () => {
    const { table } = await servedPlan();
    const { ask, incidents } = appOver(failing(table, () => new Error("/home/dana/secret.ts:3")));
    const response = await ask("/v1/plans");
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(text).not.toMatch(/secret|\.ts|at /);
    expect(text).toContain("request-1");
    expect(incidents).toMatchObject([{ problem: "internal", method: "GET", path: "/v1/plans" }]);
  });
});

describe("a published version that today's tool cannot compute", async () => {
  const served: Served = await servedPlan();
  const broken = withText(sampleFiles(), "plan.json", (text) =>
    text.replace(/"months": \d+/, '"months": 0'),
  );
  await publishFiles(served.table, plan, 3, broken);

  test.each([`/v1/plans/${plan}/requirements`, `/v1/plans/${plan}/forecast`])(
    "is 422 with the findings for %s",
    async (path) => {
      const response = await served.ask(path);
      expect(response.status).toBe(422);
      const { findings } = await json(response);
      expect(findings).toMatchObject([
        { severity: "error", file: `plans/${plan}/plan.json`, pointer: "/months" },
      ]);
    },
  );

  test("is still served as it was authored, and its status says so", async () => {
    const document = await served.ask(`/v1/plans/${plan}/live/plan`);
    expect(await document.text()).toBe(new TextDecoder().decode(broken.get("plan.json")));
    expect(await json(await served.ask(`/v1/plans/${plan}/status`))).toMatchObject({
      health: "Degraded",
    });
  });

  test("has a page that says what is the matter", async () => {
    const page = await served.ask("/");
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("does not hold together");
  });
});

describe("a published version with a document that is no JSON", async () => {
  const served: Served = await servedPlan();
  const cut = withText(sampleFiles(), "sla.json", (text) => text.slice(0, 40));
  await publishFiles(served.table, plan, 3, cut);

  test.each([
    `/v1/plans/${plan}/live`,
    `/v1/plans/${plan}/live/journey`,
    `/v1/plans/${plan}/versions/3`,
  ])("is 422 with the place for %s, which could not carry it", async (path) => {
    const response = await served.ask(path);
    expect(response.status).toBe(422);
    const body = await json(response);
    expect(body["type"]).toBe("urn:jointplan:problem:invalid-plan");
    expect(body["findings"]).toMatchObject([
      { severity: "error", file: `plans/${plan}/sla.json`, rule: "document/string-not-closed" },
    ]);
  });
});
