import { describe, expect, test } from "vitest";
import { requestLimit } from "../../../functions/request-limit.ts";
import { json, plan, post, servedPlan } from "./served.ts";

const policy = { requests: 5, seconds: 60 };
const work = post({ base: { plan, version: 1 }, head: { plan } });

/** An app with a limit, on a clock that the test moves; the client is who the test says. */
async function limited() {
  let seconds = 0;
  let client = "a";
  const served = await servedPlan({
    limit: requestLimit(policy),
    clientOf: () => client,
    now: () => new Date(Date.parse("2026-11-23T09:00:00.000Z") + seconds * 1000).toISOString(),
  });
  return {
    ...served,
    wait: (more: number) => void (seconds += more),
    be: (other: string) => void (client = other),
  };
}

describe("a client that makes the server compute", () => {
  test("is told the limit with every answer, and how much of it is left", async () => {
    const { ask, wait } = await limited();
    const first = await ask("/v1/compare", work);
    expect(first.status).toBe(200);
    expect(first.headers.get("RateLimit-Policy")).toBe('"work";q=5;w=60');
    expect(first.headers.get("RateLimit")).toBe('"work";r=4;t=60');
    wait(20);
    const refused = await ask("/v1/compare", post({}));
    expect(refused.status).toBe(422);
    expect(refused.headers.get("RateLimit")).toBe('"work";r=3;t=40');
  });

  test("at three times the limit is answered as often as the limit says, and else told when to ask again", async () => {
    const { ask, wait } = await limited();
    const statuses: number[] = [];
    for (let request = 0; request < 3 * policy.requests; request++) {
      // oxlint-disable-next-line no-await-in-loop
      const response = await ask("/v1/compare", work);
      statuses.push(response.status);
      wait(1);
      if (response.status !== 429) continue;
      const reset = policy.seconds - request;
      expect(response.headers.get("Retry-After")).toBe(String(reset));
      // oxlint-disable-next-line no-await-in-loop
      expect(await json(response)).toMatchObject({
        type: "urn:jointplan:problem:too-many-requests",
        help: expect.stringContaining(`Ask again in ${reset} seconds.`),
      });
    }
    expect(statuses).toEqual([...Array(5).fill(200), ...Array(10).fill(429)]);
  });

  test("is answered again when the window is over, and does not stand in another client's way", async () => {
    const { ask, wait, be } = await limited();
    for (let request = 0; request < policy.requests; request++) {
      // oxlint-disable-next-line no-await-in-loop
      await ask("/v1/compare", work);
    }
    expect((await ask("/v1/compare", work)).status).toBe(429);
    be("b");
    expect((await ask("/v1/compare", work)).status).toBe(200);
    be("a");
    wait(60);
    expect((await ask("/v1/compare", work)).status).toBe(200);
  });

  test("may read as often as it likes", async () => {
    const { ask } = await limited();
    for (let request = 0; request < 3 * policy.requests; request++) {
      // oxlint-disable-next-line no-await-in-loop
      const response = await ask(`/v1/plans/${plan}/live`);
      expect(response.status).toBe(200);
      expect(response.headers.has("RateLimit")).toBe(false);
    }
  });
});

test("clients who were not seen for long are forgotten, so that the memory is bounded", () => {
  const limit = requestLimit({ requests: 1, seconds: 60 });
  const now = "2026-11-23T09:00:00.000Z";
  for (let client = 0; client <= 10_000; client++) limit.count(String(client), now);
  expect(limit.count("10000", now).allowed).toBe(false);
  expect(limit.count("0", now).allowed).toBe(true);
});
