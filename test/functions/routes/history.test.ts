import { describe, expect, test } from "vitest";
import { memoryTable } from "../../../functions/store/memory.ts";
import { planKey } from "../../../functions/store/plan-key.ts";
import { publishFiles, sampleFiles } from "../app/plan-files.ts";
import { appOver, json, plan, servedPlan } from "../app/served.ts";

const versionOf = async (response: Response): Promise<unknown> => (await json(response))["version"];
const typeOf = async (response: Response): Promise<string> =>
  String((await json(response))["type"]).replace("urn:jointplan:problem:", "");

describe("the version that was live at an instant", () => {
  test.each([
    ["2026-10-02T00:00:01.000Z", 1],
    ["2026-10-02T00:00:01.999Z", 1],
    ["2026-10-02T02:00:02+02:00", 2],
    ["2026-10-02", 2],
    ["2026-11-23", 2],
    ["2026-11-23T09:00Z", 2],
  ])("at %s was version %i", async (instant, version) => {
    const { ask } = await servedPlan();
    const response = await ask(`/v1/plans/${plan}/as-of/${instant}`);
    expect(response.headers.get("Content-Location")).toBe(`/v1/plans/${plan}/versions/${version}`);
    const whole = await ask(response.headers.get("Content-Location") ?? "");
    expect(response.headers.get("ETag")).toBe(whole.headers.get("ETag"));
    expect(await response.text()).toBe(await whole.text());
  });

  test.each([
    ["2026-10-02T00:00:00.999Z", 404, "unknown-version"],
    ["2026-10-01", 404, "unknown-version"],
    ["2026-11-23T09:00:01Z", 404, "unknown-version"],
    ["2026-11-24", 404, "unknown-version"],
    ["2026-02-29", 400, "bad-instant"],
    ["2026-10-02T00:00:00", 400, "bad-instant"],
    ["2026-10-02T24:00:00Z", 400, "bad-instant"],
    ["2026-10-02T23:59:60Z", 400, "bad-instant"],
    ["9999-12-31T23:00:00-14:00", 400, "bad-instant"],
    ["yesterday", 400, "bad-instant"],
    ["2026", 400, "bad-instant"],
  ])("at %s is %i %s", async (instant, status, type) => {
    const { ask } = await servedPlan();
    const response = await ask(`/v1/plans/${plan}/as-of/${instant}`);
    expect(response.status).toBe(status);
    expect(await typeOf(response)).toBe(type);
  });

  test("of no plan is no plan", async () => {
    const { ask } = await servedPlan();
    const response = await ask("/v1/plans/nope/as-of/2026-10-02");
    expect(await typeOf(response)).toBe("unknown-plan");
  });
});

describe("the version of a commit", () => {
  const first = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b";
  const other = "9f86d0899b0c4d1e2f3a4b5c6d7e8f9012345678";

  /** A version from the commit c1, and two commits with names that begin alike, which left it as it was. */
  async function serving() {
    const table = memoryTable();
    await publishFiles(table, plan, 1, sampleFiles());
    const at = "2026-10-02T00:00:01.000Z";
    for (const commit of [first, other]) {
      const record = { commit, outcome: "unchanged", version: 1, at };
      // oxlint-disable-next-line no-await-in-loop
      await table.transact([{ put: { ...planKey.commit(plan, commit), ...record } }]);
    }
    return appOver(table);
  }

  test.each(["c1", "c2"])("%s, in full, is for good", async (name) => {
    const { ask } = await servedPlan();
    const response = await ask(`/v1/plans/${plan}/commits/${name}`);
    expect(response.headers.get("Cache-Control")).toContain("immutable");
    expect(response.headers.get("Plan-Commit")).toBe(name);
    expect(await versionOf(response)).toBe(Number(name.slice(1)));
  });

  test("that changed nothing is the version that it left live", async () => {
    const { ask } = await serving();
    const response = await ask(`/v1/plans/${plan}/commits/${first}`);
    expect(response.headers.get("Plan-Commit")).toBe("c1");
    expect(response.headers.get("Content-Location")).toBe(`/v1/plans/${plan}/versions/1`);
  });

  test("may be abbreviated as long as it is the only one, and is then not kept for good", async () => {
    const { ask } = await serving();
    const response = await ask(`/v1/plans/${plan}/commits/${first.slice(0, 8)}`);
    expect(await versionOf(response)).toBe(1);
    expect(response.headers.get("Cache-Control")).not.toContain("immutable");
  });

  test("abbreviated to what several begin with is refused with their names", async () => {
    const { ask } = await serving();
    const response = await ask(`/v1/plans/${plan}/commits/9f86d08`);
    expect(response.status).toBe(409);
    const { type, detail } = await json(response);
    expect(type).toBe("urn:jointplan:problem:ambiguous-commit");
    expect(detail).toContain(first);
    expect(detail).toContain(other);
  });

  test.each([
    [first.slice(0, 6), 400, "bad-commit"],
    ["c", 400, "bad-commit"],
    ["0123456789", 404, "unknown-commit"],
    [`${first}0`, 404, "unknown-commit"],
    ["%2e%2e%2fHEAD", 404, "unknown-commit"],
  ])("%s is %i %s", async (name, status, type) => {
    const { ask } = await serving();
    const response = await ask(`/v1/plans/${plan}/commits/${name}`);
    expect(response.status).toBe(status);
    expect(await typeOf(response)).toBe(type);
  });

  test("of no plan is no plan", async () => {
    const { ask } = await servedPlan();
    expect(await typeOf(await ask(`/v1/plans/nope/commits/${first}`))).toBe("unknown-plan");
  });
});

describe("the live plan on a day", () => {
  const effective = `/v1/plans/acme-2027/live/effective`;

  async function serving(now = "2026-11-23T09:00:00.000Z") {
    const table = memoryTable();
    await publishFiles(table, "acme-2027", 1, sampleFiles("acme-2027"));
    return { ...appOver(table, { now: () => now }), table };
  }

  test("says what holds on that day and when something else does", async () => {
    const { ask } = await serving();
    expect(await json(await ask(`${effective}?on=2027-04-02`))).toMatchObject({
      plan: "acme-2027",
      version: 1,
      on: "2027-04-02",
      nextChange: "2027-07-01",
      documents: { targets: { segments: [{ revenue: { new: { "2027-Q2": 666000 } } }, {}, {}] } },
    });
  });

  test("is that of today when no day is named, and a cache must ask every time", async () => {
    const { ask } = await serving("2027-05-31T23:59:59.999Z");
    const response = await ask(effective);
    expect(response.headers.get("Cache-Control")).toBe("public, no-cache");
    expect((await json(response))["on"]).toBe("2027-05-31");
  });

  test.each(["2027-01-01", "2027-12-31", "1999-01-01", "2100-01-01"])(
    "may be any day: %s",
    async (on) => {
      const { ask } = await serving();
      expect((await ask(`${effective}?on=${on}`)).status).toBe(200);
    },
  );

  test.each(["2027-02-29", "2027-2-1", "today", ""])("is no day: %s", async (on) => {
    const { ask } = await serving();
    const response = await ask(`${effective}?on=${on}`);
    expect(response.status).toBe(400);
    expect(await typeOf(response)).toBe("bad-query");
  });
});
