import { createHash } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { memoryTable } from "../../../functions/store/memory.ts";
import { publishFiles, sampleFiles, titled } from "./plan-files.ts";
import { appOver, json, plan, type Served, servedPlan } from "./served.ts";

let served: Served;
beforeEach(async () => {
  served = await servedPlan();
});

const live = `/v1/plans/${plan}/live`;
const ofVersion = [
  live,
  `${live}/journey`,
  `/v1/plans/${plan}/versions`,
  `/v1/plans/${plan}/versions/1`,
  `/v1/plans/${plan}/status`,
  `/v1/plans/${plan}/requirements`,
  `/v1/plans/${plan}/forecast?inflow=none`,
  "/",
];
const conditional = [
  ...ofVersion,
  "/v1/plans",
  "/openapi.json",
  "/schemas/v1/plan.json",
  "/schemas/v1/api/problem.json",
];

const tagOf = async (path: string): Promise<string> =>
  (await served.ask(path)).headers.get("ETag") ?? "";
const asking = (path: string, tags: string): Promise<Response> =>
  served.ask(path, { headers: { "If-None-Match": tags } });

describe("an entity tag", () => {
  test.each(ofVersion)(
    "of %s is the version and 16 digits of the hash of the bytes",
    async (path) => {
      const response = await served.ask(path);
      const bytes = Buffer.from(await response.arrayBuffer());
      const hash = createHash("sha256").update(bytes).digest("hex");
      const version = response.headers.get("Plan-Version") ?? "";
      expect(response.headers.get("ETag")).toBe(`"${version}-${hash.slice(0, 16)}"`);
    },
  );

  test.each(conditional)(
    "of %s is the same at every request, and after a restart",
    async (path) => {
      const tag = await tagOf(path);
      expect(await tagOf(path)).toBe(tag);
      const restarted = await servedPlan();
      expect((await restarted.ask(path)).headers.get("ETag")).toBe(tag);
    },
  );

  test("changes with the live version, and comes back for no other one", async () => {
    const seen = new Set([await tagOf(live)]);
    await publishFiles(served.table, plan, 3, titled(sampleFiles(), "Third"));
    seen.add(await tagOf(live));
    await publishFiles(served.table, plan, 4, sampleFiles());
    seen.add(await tagOf(live));
    expect(seen.size).toBe(3);
    expect((await served.ask(live)).headers.get("Plan-Version")).toBe("4");
  });

  test("of a computed answer changes with the day, that of what was authored does not", async () => {
    let day = "2026-11-23";
    const { ask } = appOver(served.table, { now: () => `${day}T09:00:00.000Z` });
    const tags = async () =>
      Promise.all(
        [live, `/v1/plans/${plan}/requirements`].map(async (path) =>
          (await ask(path)).headers.get("ETag"),
        ),
      );
    const [authored, computed] = await tags();
    day = "2026-11-24";
    const [authoredLater, computedLater] = await tags();
    expect(authoredLater).toBe(authored);
    expect(computedLater).not.toBe(computed);
  });
});

describe("If-None-Match", () => {
  const other = '"1-0000000000000000"';
  test.each<[string, (tag: string) => string, number]>([
    ["the tag", (tag) => tag, 304],
    ["the tag as a weak one", (tag) => `W/${tag}`, 304],
    ["a list that names it", (tag) => `${other}, ${tag}`, 304],
    ["a list of weak tags that names it", (tag) => `W/${other},W/${tag}`, 304],
    ["a list with empty members", (tag) => `${other}, ,${tag},`, 304],
    ["*", () => "*", 304],
    [" * ", () => " * ", 304],
    ["another tag", () => other, 200],
    ["a list of other tags", () => `${other}, W/"x"`, 200],
    ["the tag without quotes", (tag) => tag.replaceAll('"', ""), 200],
    ["the tag within another", (tag) => `"x${tag.slice(1)}`, 200],
    ["the tag in lower-case w/", (tag) => `w/${tag}`, 200],
    ["a list that breaks off", (tag) => `${tag}, "`, 200],
    ["a tag and *", (tag) => `${tag}, *`, 200],
    ["nothing", () => "", 200],
    ["a hundred thousand spaces", () => `"a"${" ".repeat(100_000)}x`, 200],
  ])("naming %s is answered", async (_title, header, status) => {
    expect((await asking(live, header(await tagOf(live)))).status).toBe(status);
  });

  test.each(conditional)(
    "that names the tag of %s gets 304 with the same headers and no body",
    async (path) => {
      const whole = await served.ask(path);
      const response = await asking(path, whole.headers.get("ETag") ?? "");
      const kept = (each: Response) =>
        [...each.headers].filter(([name]) => name !== "request-id" && name !== "content-type");
      expect(response.status).toBe(304);
      expect(kept(response)).toEqual(kept(whole));
      for (const name of ["ETag", "Cache-Control", "Vary", "Request-Id"])
        expect(response.headers.has(name)).toBe(true);
      expect(response.headers.has("Plan-Commit")).toBe(ofVersion.includes(path));
      expect(await response.text()).toBe("");
    },
  );

  test("is answered for HEAD, and not for a problem", async () => {
    const head = { method: "HEAD", headers: { "If-None-Match": "*" } };
    expect((await served.ask(live, head)).status).toBe(304);
    expect((await asking("/v1/plans/nope/live", "*")).status).toBe(404);
  });
});

describe("what may be kept", () => {
  test.each([
    [live, "public, max-age=30, stale-while-revalidate=3600, stale-if-error=36000"],
    [`/v1/plans/${plan}/versions/1`, "public, max-age=31536000, immutable"],
    [`/v1/plans/${plan}/status`, "public, no-cache"],
    ["/healthz", "no-store"],
    ["/nope", "no-store"],
  ])("%s says %s", async (path, caching) => {
    expect((await served.ask(path)).headers.get("Cache-Control")).toBe(caching);
  });

  test("Last-Modified is the publish, and for a computed answer the day when that is later", async () => {
    const modified = async (path: string) => (await served.ask(path)).headers.get("Last-Modified");
    expect(await modified(live)).toBe("Fri, 02 Oct 2026 00:00:02 GMT");
    expect(await modified(`/v1/plans/${plan}/versions/1`)).toBe("Fri, 02 Oct 2026 00:00:01 GMT");
    expect(await modified(`/v1/plans/${plan}/requirements`)).toBe("Mon, 23 Nov 2026 00:00:00 GMT");
  });
});

describe("what was computed", () => {
  test("is not read again, while the head is asked for every time", async () => {
    const table = memoryTable();
    await publishFiles(table, plan, 1, sampleFiles());
    const reads: string[] = [];
    const counted = appOver({
      ...table,
      get: (key) => {
        reads.push(key.sort.split("#")[0] ?? "");
        return table.get(key);
      },
    });
    for (const path of [live, live, `/v1/plans/${plan}/requirements`, live]) {
      // oxlint-disable-next-line no-await-in-loop
      await counted.ask(path);
    }
    expect(reads.filter((each) => each === "HEAD")).toHaveLength(4);
    expect(reads.filter((each) => each === "CONTENT")).toHaveLength(1);
  });

  test("is the same for many at once", async () => {
    const bodies = await Promise.all(
      Array.from({ length: 20 }, async () =>
        json(await served.ask(`/v1/plans/${plan}/requirements`)),
      ),
    );
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
  });
});
