import { beforeAll, describe, expect, test } from "vitest";
import { json, plan, post, type Served, servedPlan } from "./served.ts";

let served: Served;
beforeAll(async () => {
  served = await servedPlan();
});

const files = { files: { "plan.json": "{}" } };
const get = undefined;
const method = (name: string): RequestInit => ({ method: name });

describe("every request gets the status and the kind of problem that it deserves", () => {
  test.each<[string, RequestInit | undefined, number, string?]>([
    ["/healthz", get, 200],
    ["/", get, 200],
    [`/?plan=${plan}`, get, 200],
    ["/openapi.json", get, 200],
    ["/schemas/v1/journey.json", get, 200],
    ["/schemas/v1/api/problem.json", get, 200],
    ["/v1/plans", get, 200],
    [`/v1/plans/${plan}/live`, get, 200],
    [`/v1/plans/${plan}/live/journey`, get, 200],
    [`/v1/plans/${plan}/live/journey.json`, get, 200],
    [`/v1/plans/${plan}/versions`, get, 200],
    [`/v1/plans/${plan}/versions?limit=1`, get, 200],
    [`/v1/plans/${plan}/versions?limit=999999999`, get, 200],
    [`/v1/plans/${plan}/versions/1`, get, 200],
    [`/v1/plans/${plan}/status`, get, 200],
    [`/v1/plans/${plan}/requirements`, get, 200],
    [`/v1/plans/${plan}/requirements?`, get, 200],
    [`/v1/plans/${plan}/forecast`, get, 200],
    [`/v1/plans/${plan}/forecast?inflow=required`, get, 200],
    [`/v1/plans/${plan}/forecast?inflow=none`, get, 200],
    ["/v1/pl%61ns", get, 200],
    ["/v1/validate", post(files), 200],
    ["/v1/validate", post({ files: {} }), 200],
    // No such thing.
    ["/nope", get, 404, "unknown-route"],
    ["/v1", get, 404, "unknown-route"],
    ["/v1/plans/", get, 404, "unknown-route"],
    [`/v1/plans/${plan}`, get, 404, "unknown-route"],
    ["/nope", method("DELETE"), 404, "unknown-route"],
    ["/v1/plans/nope/live", get, 404, "unknown-plan"],
    ["/v1/plans/nope/live/journey", get, 404, "unknown-plan"],
    ["/v1/plans/nope/versions", get, 404, "unknown-plan"],
    ["/v1/plans/nope/versions/1", get, 404, "unknown-plan"],
    ["/v1/plans/nope/status", get, 404, "unknown-plan"],
    ["/v1/plans/nope/requirements", get, 404, "unknown-plan"],
    ["/v1/plans/nope/forecast", get, 404, "unknown-plan"],
    ["/?plan=nope", get, 404, "unknown-plan"],
    [`/v1/plans/${plan}/live/tactics`, get, 404, "unknown-document"],
    [`/v1/plans/${plan}/live/common`, get, 404, "unknown-document"],
    ...["0", "3", "-1", "1.0", "01", "1e0", "9999999999", "99999999999999999999", "x"].map(
      (version): [string, undefined, number, string] => [
        `/v1/plans/${plan}/versions/${version}`,
        get,
        404,
        "unknown-version",
      ],
    ),
    ["/schemas/v1/nope.json", get, 404, "unknown-schema"],
    ["/schemas/v1/journey", get, 404, "unknown-schema"],
    ["/schemas/v1/api/toString.json", get, 404, "unknown-schema"],
    // The query.
    ["/v1/plans?a=1", get, 400, "bad-query"],
    ["/healthz?x", get, 400, "bad-query"],
    [`/v1/plans/${plan}/forecast?inflow=none&inflow=none`, get, 400, "bad-query"],
    [`/v1/plans/${plan}/forecast?inflow=`, get, 400, "bad-query"],
    [`/v1/plans/${plan}/forecast?inflow=all`, get, 400, "bad-query"],
    [`/v1/plans/${plan}/forecast?INFLOW=none`, get, 400, "bad-query"],
    [`/v1/plans/${plan}/forecast?inflow=%zz`, get, 400, "bad-query"],
    [`/v1/plans/${plan}/versions?limit=0`, get, 400, "bad-query"],
    [`/v1/plans/${plan}/versions?limit=-1`, get, 400, "bad-query"],
    [`/v1/plans/${plan}/versions?limit=1.5`, get, 400, "bad-query"],
    [`/v1/plans/${plan}/versions?cursor=nonsense`, get, 400, "bad-query"],
    [`/v1/plans/${plan}/versions?cursor=`, get, 400, "bad-query"],
    ["/v1/validate?x=1", post(files), 400, "bad-query"],
    // The path.
    ["/v1/plans/%zz/live", get, 400, "bad-path"],
    ["/v1/plans/%ff/live", get, 400, "bad-path"],
    ["/%", get, 400, "bad-path"],
    // The method.
    ["/v1/plans", method("POST"), 405, "method-not-allowed"],
    ["/v1/plans", method("OPTIONS"), 405, "method-not-allowed"],
    [`/v1/plans/${plan}/live`, method("DELETE"), 405, "method-not-allowed"],
    ["/v1/plans/nope/live", method("PUT"), 405, "method-not-allowed"],
    ["/v1/validate", get, 405, "method-not-allowed"],
    ["/v1/validate", method("HEAD"), 405, "method-not-allowed"],
    ["/healthz", method("PURGE"), 405, "method-not-allowed"],
    // The body.
    ["/v1/validate", method("POST"), 415, "wrong-media-type"],
    ["/v1/validate", post(files, { "Content-Type": "text/plain" }), 415, "wrong-media-type"],
    [
      "/v1/validate",
      post(files, { "Content-Type": "application/json; charset=latin1" }),
      415,
      "wrong-media-type",
    ],
    ["/v1/validate", post(files, { "Content-Encoding": "gzip" }), 415, "wrong-media-type"],
    ["/v1/validate", post(""), 400, "bad-json"],
    ["/v1/validate", post("{"), 400, "bad-json"],
    ["/v1/validate", post('{"files":{},"files":{}}'), 400, "bad-json"],
    ["/v1/validate", post('{"files":{},"f\\u0069les":{}}'), 400, "bad-json"],
    ["/v1/validate", post('{"__proto__":{}}'), 400, "bad-json"],
    ["/v1/validate", post("\uFEFF{}"), 400, "bad-json"],
    ["/v1/validate", post("[".repeat(100_000)), 400, "bad-json"],
    ["/v1/validate", post("[]"), 422, "bad-body"],
    ["/v1/validate", post("null"), 422, "bad-body"],
    ["/v1/validate", post({}), 422, "bad-body"],
    ["/v1/validate", post({ files: [] }), 422, "bad-body"],
    ["/v1/validate", post({ files: {}, asOf: "2026-01-01" }), 422, "bad-body"],
    ["/v1/validate", post({ files: { "plan.json": {} } }), 422, "bad-body"],
    ["/v1/validate", post({ files: { "../plan.json": "{}" } }), 422, "bad-body"],
  ])("%s %j → %i %s", async (path, init, status, problem) => {
    const response = await served.ask(path, init);
    expect(response.status).toBe(status);
    if (problem === undefined || init?.method === "HEAD") return;
    const body = await json(response);
    expect(body["type"]).toBe(`urn:jointplan:problem:${problem}`);
    expect(body["instance"]).toBe(response.headers.get("Request-Id"));
    expect(response.headers.get("Cache-Control")).toBe("no-store");
  });
});

describe("names that are no ids", () => {
  test.each([
    "..",
    "%2e%2e",
    "%00",
    "%0a",
    "a%2fb",
    "a%5cb",
    "PLANS",
    "Olist-2018",
    "__proto__",
    "constructor",
    "toString",
    "-x",
    "a b",
    "%F0%9F%98%80",
    "%E2%80%AE",
    "x".repeat(5000),
    "<script>",
    "'--",
    "${x}",
    "*",
    ":plan",
  ])("%s is no plan, and nothing of it is believed", async (id) => {
    const response = await served.ask(`/v1/plans/${id}/requirements`);
    expect(response.status).toBe(404);
    expect((await served.ask(`/v1/plans/${plan}/live/${id}`)).status).toBe(404);
    expect((await served.ask(`/v1/plans/${plan}/versions/${id}`)).status).toBe(404);
    expect((await served.ask(`/schemas/v1/${id}`)).status).toBe(404);
  });
});

describe("the way out", () => {
  test("405 says which methods the address takes", async () => {
    const allowed = async (path: string) =>
      (await served.ask(path, { method: "DELETE" })).headers.get("Allow");
    expect(await allowed("/v1/plans")).toBe("GET, HEAD");
    expect(await allowed("/v1/validate")).toBe("POST");
  });

  test("a wrong query parameter is named, and so are those that are taken", async () => {
    const response = await served.ask(`/v1/plans/${plan}/forecast?inflow=x&horizon=3`);
    expect(await json(response)).toMatchObject({
      help: "This address takes inflow, interval, each once.",
      errors: [
        { parameter: "inflow", detail: "has a value that is not taken" },
        { parameter: "horizon", detail: "is not a parameter of this address" },
      ],
    });
  });

  test("malformed JSON is told with its place", async () => {
    const response = await served.ask("/v1/validate", post('{"files":\n  {]}'));
    const { detail, errors } = await json(response);
    expect(detail).toContain("Line 2, column 4");
    expect(errors).toHaveLength(1);
  });
});

describe("HEAD", () => {
  test.each([
    "/",
    "/v1/plans",
    `/v1/plans/${plan}/live`,
    `/v1/plans/${plan}/requirements`,
    "/nope",
  ])("of %s has the headers of GET and no body", async (path) => {
    const [head, whole] = [await served.ask(path, { method: "HEAD" }), await served.ask(path)];
    const headers = (response: Response) =>
      [...response.headers].filter(([name]) => name !== "request-id");
    expect(head.status).toBe(whole.status);
    expect(headers(head)).toEqual(headers(whole));
    expect(await head.text()).toBe("");
  });
});

describe("bodies", () => {
  const stream = (chunk: string, chunks: number): ReadableStream<Uint8Array> => {
    let left = chunks;
    return new ReadableStream({
      pull(controller) {
        if ((left -= 1) < 0) controller.close();
        else controller.enqueue(new TextEncoder().encode(chunk));
      },
    });
  };
  const chunked = (body: ReadableStream<Uint8Array>, headers = {}): RequestInit => ({
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body,
    duplex: "half",
  });
  const mebibyte = 1024 * 1024;

  test("of exactly 8 MiB are read", async () => {
    const shell = JSON.stringify({ files: { "plan.json": "" } }).length;
    const text = " ".repeat(8 * mebibyte - shell);
    const response = await served.ask("/v1/validate", post({ files: { "plan.json": text } }));
    expect(response.status).toBe(200);
  });

  test.each<[string, () => RequestInit]>([
    ["one byte above 8 MiB", () => post(`{}${" ".repeat(8 * mebibyte - 1)}`)],
    ["streamed without a length", () => chunked(stream(" ".repeat(mebibyte), 9))],
    ["streamed without an end", () => chunked(stream(" ".repeat(mebibyte), 1e9))],
    [
      "streamed under a false length",
      () => chunked(stream(" ".repeat(mebibyte), 9), { "Content-Length": "2" }),
    ],
    [
      "streamed under a length that is no number",
      () => chunked(stream(" ".repeat(mebibyte), 9), { "Content-Length": "x" }),
    ],
    ["announced as too long", () => post("{}", { "Content-Length": String(9 * mebibyte) })],
  ])("%s are 413", async (_title, init) => {
    const response = await served.ask("/v1/validate", init());
    expect(response.status).toBe(413);
    expect((await json(response))["help"]).toContain("at most 8 MiB with a plan");
  });

  test("that come in small chunks are read whole", async () => {
    const response = await served.ask(
      "/v1/validate",
      chunked(stream('{"files":{}}'.slice(0, 6), 1)),
    );
    expect(response.status).toBe(400);
    const whole = await served.ask(
      "/v1/validate",
      chunked(
        new ReadableStream({
          start(controller) {
            for (const each of '{"files":{}}') controller.enqueue(new TextEncoder().encode(each));
            controller.close();
          },
        }),
      ),
    );
    expect(whole.status).toBe(200);
  });
});
