import { beforeAll, describe, expect, test } from "vitest";
import { routes } from "../../../functions/routes/index.ts";
import { memoryTable } from "../../../functions/store/memory.ts";
import { all, posted, read, rows, under } from "./decision-rows.ts";
import { publishFiles, sampleFiles } from "./plan-files.ts";
import { appOver, json, plan, post, type Served, servedPlan } from "./served.ts";

/**
 * What every address answers, as one table: methods, media types, bodies, preconditions, queries, pages. A route that is added without a
 * row here fails the first test.
 */

let served: Served;
beforeAll(async () => {
  served = await servedPlan();
});

/** The status, and of a problem its kind. */
async function told(path: string, init?: RequestInit): Promise<string> {
  const response = await served.ask(path, init);
  if (response.ok || response.status === 304 || init?.method === "HEAD")
    return String(response.status);
  const { type, help } = await json(response);
  expect(String(help)).toMatch(/\S/);
  return `${response.status} ${String(type).replace("urn:jointplan:problem:", "")}`;
}

test("every route has a row, and every row a route", () => {
  expect(Object.keys(rows).toSorted()).toEqual(routes.map((each) => each.operation).toSorted());
});

describe("methods", () => {
  test.each(read)("$operation is read: GET and HEAD, nothing else", async ({ path }) => {
    expect(await told(path)).toBe("200");
    expect(await told(path, { method: "HEAD" })).toBe("200");
    for (const method of ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
      // oxlint-disable-next-line no-await-in-loop
      expect(await told(path, { method }), method).toBe("405 method-not-allowed");
    }
    const refused = await served.ask(path, { method: "DELETE" });
    expect(refused.headers.get("Allow")).toBe("GET, HEAD");
  });

  test.each(posted)("$operation is asked with POST, nothing else", async ({ path, body }) => {
    expect(await told(path, post(body))).toBe("200");
    expect(await told(path, { method: "HEAD" })).toBe("405");
    for (const method of ["GET", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
      // oxlint-disable-next-line no-await-in-loop
      expect(await told(path, { method }), method).toBe("405 method-not-allowed");
    }
    const refused = await served.ask(path, { method: "DELETE" });
    expect(refused.headers.get("Allow")).toBe("POST");
  });
});

describe("media types of a body", () => {
  const types: readonly (readonly [headers: Record<string, string>, answer: string])[] = [
    [{ "Content-Type": "application/json" }, "200"],
    [{ "Content-Type": "application/json; charset=utf-8" }, "200"],
    [{ "Content-Type": 'Application/JSON;charset="UTF-8"' }, "200"],
    [{ "Content-Encoding": "identity" }, "200"],
    [{ "Content-Type": "application/json; charset=latin1" }, "415 wrong-media-type"],
    [{ "Content-Type": "application/merge-patch+json" }, "415 wrong-media-type"],
    [{ "Content-Type": "text/json" }, "415 wrong-media-type"],
    [{ "Content-Type": "text/plain" }, "415 wrong-media-type"],
    [{ "Content-Type": "application/x-www-form-urlencoded" }, "415 wrong-media-type"],
    [{ "Content-Type": "multipart/form-data; boundary=x" }, "415 wrong-media-type"],
    [{ "Content-Encoding": "gzip" }, "415 wrong-media-type"],
  ];
  describe.each(posted)("$operation", ({ path, body }) => {
    test.each(types)("%j → %s", async (headers, answer) => {
      expect(await told(path, post(body, headers))).toBe(answer);
    });

    test("none → 415", async () => {
      const bytes = new TextEncoder().encode(JSON.stringify(body));
      expect(await told(path, { method: "POST", body: bytes })).toBe("415 wrong-media-type");
    });
  });
});

describe("bodies", () => {
  const mebibyte = 1024 * 1024;
  const bodies: readonly (readonly [what: string, body: string, answer: string])[] = [
    ["nothing", "", "400 bad-json"],
    ["half an object", '{"a": ', "400 bad-json"],
    ["two values", "{} {}", "400 bad-json"],
    ["a key twice", '{"a": 1, "a": 2}', "400 bad-json"],
    ["a number that no double holds", '{"a": 9007199254740993}', "400 bad-json"],
    ["a number beyond all doubles", '{"a": 1e400}', "400 bad-json"],
    ["a key that reaches a prototype", '{"__proto__": {}}', "400 bad-json"],
    ["a byte order mark", "\uFEFF{}", "400 bad-json"],
    ["half a character", '{"a": "\\ud800"}', "400 bad-json"],
    ["lists too deep", "[".repeat(100_000), "400 bad-json"],
    ["a list", "[]", "422 bad-body"],
    ["null", "null", "422 bad-body"],
    ["an empty object", "{}", "422 bad-body"],
    ["an unknown property", '{"unknown": 1}', "422 bad-body"],
    ["more than 8 MiB", `{}${" ".repeat(8 * mebibyte)}`, "413 body-too-large"],
  ];
  describe.each(posted)("$operation", ({ path }) => {
    test.each(bodies)("%s", async (_what, body, answer) => {
      expect(await told(path, post(body))).toBe(answer);
    });
  });

  test("values to lay over a plan have at most 1 MiB", async () => {
    const { path } = rows["askWhatIf"] ?? { path: "" };
    const long = (bytes: number) => `{"overlay":[]${" ".repeat(bytes - 14)}}`;
    expect(await told(path, post(long(mebibyte)))).toBe("200");
    expect(await told(path, post(long(mebibyte + 1)))).toBe("413 body-too-large");
  });

  test.each<[unknown, string]>([
    [{ overlay: {} }, "/overlay"],
    [{ overlay: [1] }, "/overlay/0"],
    [{ overlay: [{ document: "plan", path: "months" }] }, "/overlay/0"],
    [{ overlay: [{ document: 1, path: "months", value: 1 }] }, "/overlay/0/document"],
    [{ overlay: [{ document: "plan", path: ["months"], value: 1 }] }, "/overlay/0/path"],
    [{ overlay: [{ document: "plan", path: "months", value: 1, why: "" }] }, "/overlay/0"],
    [{ overlay: Array.from({ length: 501 }, () => ({})) }, "/overlay"],
  ])("what-if %j is refused at %s", async (body, pointer) => {
    const response = await served.ask(rows["askWhatIf"]?.path ?? "", post(body));
    expect(response.status).toBe(422);
    expect((await json(response))["errors"]).toMatchObject([{ pointer }]);
  });
});

describe("preconditions of what is read", () => {
  const other = '"1-0000000000000000"';
  type Headers = (tag: string) => Record<string, string>;
  const preconditions: readonly (readonly [string, Headers, string])[] = [
    ["If-None-Match: its tag", (tag) => ({ "If-None-Match": tag }), "304"],
    ["If-None-Match: its tag, weak", (tag) => ({ "If-None-Match": `W/${tag}` }), "304"],
    ["If-None-Match: *", () => ({ "If-None-Match": "*" }), "304"],
    ["If-None-Match: another tag", () => ({ "If-None-Match": other }), "200"],
    ["If-Match: its tag", (tag) => ({ "If-Match": tag }), "200"],
    ["If-Match: its tag in a list", (tag) => ({ "If-Match": `${other}, ${tag}` }), "200"],
    ["If-Match: *", () => ({ "If-Match": "*" }), "200"],
    ["If-Match: another tag", () => ({ "If-Match": other }), "412 precondition-failed"],
    ["If-Match: its tag, weak", (tag) => ({ "If-Match": `W/${tag}` }), "412 precondition-failed"],
    ["If-Match: no tag", (tag) => ({ "If-Match": tag.slice(1) }), "412 precondition-failed"],
    ["both: its tag", (tag) => ({ "If-Match": tag, "If-None-Match": tag }), "304"],
    [
      "both: another tag first",
      (tag) => ({ "If-Match": other, "If-None-Match": tag }),
      "412 precondition-failed",
    ],
  ];
  describe.each(read)("$operation", ({ path }) => {
    test.each(preconditions)("%s", async (_what, headers, answer) => {
      const tag = (await served.ask(path)).headers.get("ETag") ?? "";
      expect(tag).toMatch(/^"[^"]+"$/);
      expect(await told(path, { headers: headers(tag) })).toBe(answer);
    });
  });

  test("412 says the tag of what is there, and is never kept", async () => {
    const response = await served.ask(`${under}/live`, { headers: { "If-Match": other } });
    const { headers } = await served.ask(`${under}/live`);
    expect(response.headers.get("ETag")).toBe(headers.get("ETag"));
    expect(response.headers.get("Cache-Control")).toBe("no-store");
  });

  test("do not turn a problem into another one", async () => {
    const init = { headers: { "If-Match": other } };
    expect(await told("/v1/plans/nope/live", init)).toBe("404 unknown-plan");
    expect(await told("/nope", init)).toBe("404 unknown-route");
  });
});

describe("queries", () => {
  test.each(all)("$operation refuses what it does not know", async ({ path, body }) => {
    const init = body === undefined ? undefined : post(body);
    for (const query of ["unknown=1", "unknown", "%zz=1", "=", "__proto__=1"]) {
      // oxlint-disable-next-line no-await-in-loop
      expect(await told(`${path}?${query}`, init), query).toBe("400 bad-query");
    }
    expect(await told(`${path}?`, init)).toBe("200");
  });

  const taken = read.flatMap(({ route, path, operation }) =>
    (route.query ?? []).map(({ name }) => ({ operation, path, name })),
  );
  test.each(taken)("$operation takes $name once, and no nonsense in it", async ({ path, name }) => {
    const { next = "" } = await json(await served.ask(`${under}/versions?limit=1`));
    const values: Readonly<Record<string, unknown>> = {
      on: "2026-12-01",
      limit: "1",
      cursor: next,
      inflow: "none",
      confidence: "0.9",
      interval: "0.95",
      plan,
    };
    const value = String(values[name]);
    expect(await told(`${path}?${name}=${value}`)).toBe("200");
    expect(await told(`${path}?${name}=${value}&${name}=${value}`)).toBe("400 bad-query");
    expect(await told(`${path}?${name.toUpperCase()}=${value}`)).toBe("400 bad-query");
    const nonsense = await told(`${path}?${name}=%00`);
    expect(nonsense).toBe(name === "plan" ? "404 unknown-plan" : "400 bad-query");
  });
});

describe("asking twice", () => {
  test.each(posted)(
    "$operation has no effect, so the answer is the same",
    async ({ path, body }) => {
      const table = memoryTable();
      await publishFiles(table, plan, 1, sampleFiles());
      const writes: unknown[] = [];
      const over = appOver({
        ...table,
        transact: (actions) => {
          writes.push(actions);
          return table.transact(actions);
        },
      });
      const [first, second] = [await over.ask(path, post(body)), await over.ask(path, post(body))];
      expect(await second.text()).toBe(await first.text());
      expect(writes).toEqual([]);
    },
  );

  test("no route has an effect yet; one that gets one must take an Idempotency-Key", () => {
    const stateless = ["askWhatIf", "validatePlan", "comparePlans", "judgeImpact"];
    expect(posted.map(({ operation }) => operation).toSorted()).toEqual(stateless.toSorted());
  });
});
