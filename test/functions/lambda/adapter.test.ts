import { Hono } from "hono";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { lambdaHandler } from "../../../functions/lambda/adapter.ts";
import { expectContract } from "../app/contract.ts";
import { plan, type Served, servedPlan } from "../app/served.ts";
import { type Asked, eventOf, requestOf, toldByResponse, toldByResult } from "./event.ts";

let served: Served;
let tag: string;
beforeAll(async () => {
  served = await servedPlan();
  tag = (await served.ask(`/v1/plans/${plan}/live`)).headers.get("ETag") ?? "";
});

const json = { "Content-Type": "application/json" };
const live = `/v1/plans/${plan}/live`;
const files = JSON.stringify({ files: { "plan.json": '{"title":"Süd – 東京 😀"}' } });

const corpus: readonly Asked[] = [
  "/",
  `/?plan=${plan}`,
  "/healthz",
  "/openapi.json",
  "/schemas/v1/plan.json",
  "/schemas/v1/api/problem.json",
  "/v1/plans",
  live,
  `${live}/journey`,
  `${live}/journey.json`,
  `/v1/plans/${plan}/status`,
  ...[
    "requirements",
    "forecast",
    "forecast?inflow=none",
    "versions",
    "versions?limit=1",
    "versions/1",
    "versions/3",
    "live/effective",
    "live/effective?on=2018-03-01",
    "as-of/2026-10-02T00:00:01Z",
    "as-of/2026-02-29",
    "commits/c1",
    "commits/c",
  ].map((path) => `/v1/plans/${plan}/${path}`),

  "/nope",
  "/v1/plans/",
  "/v1/plans/nope/live",
  "/v1/pl%61ns",
  "/v1/plans/%zz/live",
  "/v1/plans/a%2fb/live",
  "//evil.example/x",

  "/v1/plans?a=1",
  "/v1/plans?",
  `/v1/plans/${plan}/forecast?inflow=none&inflow=none`,
  `/v1/plans/${plan}/forecast?inflow=%zz`,
  "/v1/plans/%F0%9F%98%80/live",
  "/v1/plans/../healthz",
  "/?plan=%3Cscript%3E",
].map((path): Asked => ({ path }));

const others: readonly Asked[] = [
  { path: live, method: "HEAD" },
  { path: "/nope", method: "HEAD" },
  { path: live, headers: { "If-None-Match": "*" } },
  { path: live, headers: { "If-Match": '"1-0000000000000000"' } },
  { path: `/v1/plans/${plan}/what-if`, method: "POST", headers: json, body: '{"overlay":[]}' },
  {
    path: "/v1/compare",
    method: "POST",
    headers: json,
    body: JSON.stringify({ base: { plan, version: 1 }, head: { plan } }),
  },
  { path: live, headers: { "If-None-Match": '"x", W/"y"' } },
  { path: live, headers: { "If-None-Match": '"ü"' } },
  { path: live, headers: { Accept: "text/html" } },
  { path: live, method: "DELETE" },
  { path: live, method: "OPTIONS" },
  { path: live, method: "GET", body: "a body that a GET has no use for" },
  { path: "/v1/validate", method: "GET" },
  { path: "/v1/validate", method: "POST" },
  { path: "/v1/validate", method: "POST", body: files },
  { path: "/v1/validate", method: "POST", headers: json, body: files },
  { path: "/v1/validate", method: "POST", headers: json, body: "{" },
  { path: "/v1/validate", method: "POST", headers: json, body: '{"files":{},"files":{}}' },
  { path: "/v1/validate", method: "POST", headers: json, body: "[]" },
  { path: "/v1/validate?x=1", method: "POST", headers: json, body: files },
  {
    path: "/v1/validate",
    method: "POST",
    headers: { ...json, "Content-Encoding": "gzip" },
    body: files,
  },
];

describe("the app behind Lambda answers as it does by itself", () => {
  test("for a corpus of requests, in status, headers and body", async () => {
    const handler = lambdaHandler(served.app);
    const all = [...corpus, ...others, { path: live, headers: { "If-None-Match": tag } }];
    expect(all.length).toBeGreaterThanOrEqual(40);
    for (const asked of all) {
      // oxlint-disable-next-line no-await-in-loop
      const plain = await toldByResponse(
        await served.app.fetch(requestOf({ ...asked, headers: asked.headers ?? {} })),
      );
      // oxlint-disable-next-line no-await-in-loop
      const lambda = toldByResult(await handler(eventOf(asked)));
      expect({ asked, ...lambda }).toEqual({ asked, ...plain });
      // oxlint-disable-next-line no-await-in-loop
      const encoded = toldByResult(await handler(eventOf(asked, true)));
      expect({ asked, ...encoded }).toEqual({ asked, ...plain });
    }
  });
});

describe("what the adapter would answer in plain text", () => {
  // The adapter logs by itself what it could not read.
  beforeEach(() => void vi.spyOn(console, "error").mockReturnValue(undefined));
  afterEach(() => void vi.restoreAllMocks());

  const handler = lambdaHandler(
    new Hono().get("/big", (context) => context.json("x".repeat(6_000_000))),
  );
  const problemOf = async (result: Awaited<ReturnType<typeof handler>>): Promise<unknown> => {
    const { statusCode = 0, body = "" } = result;
    const headers = result.headers as Record<string, string>;
    await expectContract(new Response(body, { status: statusCode, headers }), "/nowhere", "GET");
    return JSON.parse(body);
  };

  test("(invalid base64) is a problem", async () => {
    const event = {
      ...eventOf({ path: "/v1/validate", method: "POST", headers: json, body: "{}" }),
      isBase64Encoded: true,
    };
    expect(await problemOf(await handler(event))).toMatchObject({
      status: 400,
      type: "urn:jointplan:problem:bad-request",
      instance: "gateway-1",
    });
  });

  test.each<[string, Partial<ReturnType<typeof eventOf>>]>([
    ["a header that is none", { headers: { host: "x", "a b": "c" } }],
    [
      "a path that makes no address",
      {
        rawPath: "\\\\[",
        requestContext: { ...eventOf({ path: "/" }).requestContext, domainName: "a b" },
      },
    ],
  ])("(%s) is a problem", async (_title, broken) => {
    expect(await problemOf(await handler({ ...eventOf({ path: "/" }), ...broken }))).toMatchObject({
      status: 400,
    });
  });

  test("(an answer that Lambda cannot send) is a problem", async () => {
    expect(await problemOf(await handler(eventOf({ path: "/big" })))).toMatchObject({
      status: 422,
      type: "urn:jointplan:problem:answer-too-large",
    });
  });
});
