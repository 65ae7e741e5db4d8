import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { routes } from "../../../functions/routes/index.ts";
import { plan, type Served, servedPlan } from "./served.ts";

let served: Served;
beforeAll(async () => {
  served = await servedPlan();
});

const word = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      plan,
      plan,
      plan,
      "1",
      "2",
      "journey",
      "journey.json",
      "problem.json",
      "required",
      "none",
    ),
  },
  fc
    .string({ unit: "binary", maxLength: 20 })
    .map((text) => encodeURIComponent(Buffer.from(text).toString())),
  fc.stringMatching(/^[\w%.~!$&'()*+,;=:@-]{0,12}$/),
);

const path = fc
  .tuple(
    fc.constantFrom(...routes.map((route) => route.path)),
    fc.array(word, { minLength: 3, maxLength: 3 }),
  )
  .map(([template, words]) => {
    let next = 0;
    return template.replaceAll(/\{\w+\}/g, () => words[(next += 1) - 1] ?? "x");
  });

const someQuery = fc
  .array(fc.tuple(fc.oneof(fc.constantFrom("plan", "inflow", "limit", "cursor"), word), word), {
    maxLength: 3,
    size: "xsmall",
  })
  .map((pairs) =>
    pairs.length === 0 ? "" : `?${pairs.map(([name, value]) => `${name}=${value}`).join("&")}`,
  );

const query = fc.oneof({ weight: 2, arbitrary: fc.constant("") }, someQuery);

const header = fc.oneof(
  fc.constantFrom("*", '"a"', 'W/"a", "b"', "application/json"),
  fc.stringMatching(/^[ -~]{0,30}$/),
);

const body = fc.oneof(
  fc.json(),
  fc.string(),
  fc
    .dictionary(
      fc.oneof(fc.constantFrom("plan.json", "sla.json"), fc.string()),
      fc.oneof(fc.json(), fc.string()),
    )
    .map((files) => JSON.stringify({ files })),
);

describe("any request", () => {
  test("gets an answer that the API's description promises, and never one of our own failures", async () => {
    let successes = 0;
    await fc.assert(
      fc.asyncProperty(
        path,
        query,
        fc.constantFrom("GET", "GET", "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"),
        header,
        body,
        async (at, asked, method, value, content) => {
          const headers = {
            "If-None-Match": value,
            "Content-Type": method === "POST" ? "application/json" : value,
          };
          const carries = method === "POST" || method === "PUT";
          const response = await served.ask(`${at}${asked}`, {
            method,
            headers,
            ...(carries ? { body: content } : {}),
          });
          expect(response.status).toBeLessThan(500);
          if (response.ok || response.status === 304) successes += 1;
        },
      ),
      { numRuns: 1000 },
    );
    expect(served.incidents).toEqual([]);
    // Guards against asking at the front door only.
    expect(successes).toBeGreaterThan(100);
  });
});
