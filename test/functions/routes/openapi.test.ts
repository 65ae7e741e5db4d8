import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { findSchema, schemaNames } from "../../../functions/openapi/schemas.ts";
import { problemKinds } from "../../../functions/problem.ts";
import { routes } from "../../../functions/routes/index.ts";
import { described } from "../app/contract.ts";
import { repository } from "../app/plan-files.ts";
import { json, servedPlan } from "../app/served.ts";

const schemaFiles = readdirSync(`${repository}schemas/v1`, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".json"))
  .map((name) => name.replace(/\.json$/, ""));

const read = (name: string): object =>
  JSON.parse(readFileSync(`${repository}schemas/v1/${name}.json`, "utf8")) as object;

/** Every reference in a value. */
function references(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    key === "$ref" && typeof each === "string" ? [each] : references(each),
  );
}

describe("the description of the API", () => {
  test("names every route of the router, and the router every operation of it", async () => {
    const { app } = await servedPlan();
    const routed = app.routes.map(
      ({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, "{$1}")}`,
    );
    const promised = Object.entries(described.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(promised.toSorted()).toEqual(routed.toSorted());
  });

  test("is the one that is served", async () => {
    const { ask } = await servedPlan();
    const served = await json(await ask("/openapi.json"));
    expect(served["openapi"]).toBe("3.1.0");
    expect(served["paths"]).toEqual(JSON.parse(JSON.stringify(described.paths)));
  });

  test("holds all that it refers to", () => {
    const found = references(described);
    expect(found.length).toBeGreaterThan(50);
    for (const reference of found) {
      const place = reference
        .slice(2)
        .split("/")
        .reduce<unknown>(
          (at, key) => (at as Record<string, unknown> | undefined)?.[key],
          described,
        );
      expect(place, reference).toBeTypeOf("object");
    }
  });

  test("names every path parameter, and gives every operation a name of its own", () => {
    const names = routes.map((route) => route.operation);
    expect(new Set(names).size).toBe(names.length);
    for (const route of routes) {
      const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect((route.parameters ?? []).map((each) => each.name)).toEqual(inPath);
    }
  });

  test("has schemas that ajv takes without a remark", () => {
    const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true });
    (addFormats as unknown as (target: Ajv2020) => void)(ajv);
    for (const name of schemaNames) ajv.addSchema(read(name), `${name}.json`);
    for (const name of schemaNames) expect(() => ajv.getSchema(`${name}.json`)).not.toThrow();
  });
});

describe("the schemas", () => {
  test("in the code are the files of schemas/v1, all of them", () => {
    expect([...schemaNames].toSorted()).toEqual(schemaFiles.toSorted());
    for (const name of schemaNames) expect(findSchema(name)).toEqual(read(name));
  });

  test.each(schemaFiles)("%s is served as its file stands", async (name) => {
    const { ask } = await servedPlan();
    expect(await json(await ask(`/schemas/v1/${name}.json`))).toEqual(read(name));
  });
});

describe("kinds of problems", () => {
  test("are stated by some route, or before any route is asked", () => {
    const stated = new Set(routes.flatMap((route) => route.problems));
    const before = [
      "bad-request",
      "bad-path",
      "bad-query",
      "foreign-origin",
      "foreign-host",
      "unknown-route",
      "method-not-allowed",
      "precondition-failed",
      "too-many-requests",
      "answer-too-large",
      "internal",
      "store-unavailable",
    ];
    expect([...stated, ...before].toSorted()).toEqual(Object.keys(problemKinds).toSorted());
  });
});
