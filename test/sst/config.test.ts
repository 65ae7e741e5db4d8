import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { transformSync } from "esbuild";
import { describe, expect, test } from "vitest";
import { repository } from "../functions/app/plan-files.ts";

interface Made {
  readonly kind: string;
  readonly name: string;
  readonly options: Readonly<Record<string, unknown>>;
}

interface Config {
  readonly app: (input: { readonly stage: string }) => Readonly<Record<string, unknown>>;
  readonly run: () => Promise<unknown>;
}

const source = readFileSync(`${repository}sst.config.ts`, "utf8");

/** Evaluates the configuration for a stage with recorders in place of SST's globals. */
async function deployed(
  stage: string,
): Promise<{ readonly app: object; readonly made: readonly Made[] }> {
  const made: Made[] = [];
  const recorder = (kind: string) =>
    class {
      readonly name: string;
      readonly arn: string;
      readonly url = "https://api.example.com";
      constructor(name: string, options: Made["options"]) {
        this.name = `${name}-name`;
        this.arn = `${name}-arn`;
        made.push({ kind, name, options });
      }
      route(path: string, options: Made["options"]): void {
        made.push({ kind: "route", name: path, options });
      }
    };
  const sst = { aws: new Proxy({}, { get: (_target, kind) => recorder(String(kind)) }) };
  const module = { exports: {} as { default?: Config } };
  const { code } = transformSync(source, { loader: "ts", format: "cjs" });
  runInNewContext(code, { module, sst, $app: { stage }, $config: (config: Config) => config });
  const config = module.exports.default;
  if (config === undefined) throw new Error("sst.config.ts exports nothing");
  await config.run();
  return { app: config.app({ stage }), made: JSON.parse(JSON.stringify(made)) as readonly Made[] };
}

const only = (made: readonly Made[], kind: string): Made["options"] => {
  const found = made.filter((each) => each.kind === kind);
  expect(found).toHaveLength(1);
  return found[0]?.options ?? {};
};

describe("sst.config.ts", () => {
  test("makes one table, one API and one function, and nothing else", async () => {
    const { made } = await deployed("production");
    expect(made.map((each) => each.kind)).toEqual(["Dynamo", "ApiGatewayV2", "route"]);
  });

  test("keeps and protects what production holds, and what no other stage does", async () => {
    const production = await deployed("production");
    expect(production.app).toEqual({
      name: "jointplan",
      home: "aws",
      removal: "retain",
      protect: true,
    });
    expect(only(production.made, "Dynamo")["deletionProtection"]).toBe(true);
    const other = await deployed("dev");
    expect(other.app).toMatchObject({ removal: "remove", protect: false });
    expect(only(other.made, "Dynamo")["deletionProtection"]).toBe(false);
  });

  test("gives the table the keys of a Table, and a way back in time", async () => {
    expect(only((await deployed("production")).made, "Dynamo")).toMatchObject({
      fields: { partition: "string", sort: "string" },
      primaryIndex: { hashKey: "partition", rangeKey: "sort" },
      transform: { table: { pointInTimeRecovery: { enabled: true } } },
    });
  });

  test("lets the API read that table and do nothing else", async () => {
    const { made } = await deployed("production");
    const route = only(made, "route");
    expect(route["permissions"]).toEqual([
      { actions: ["dynamodb:GetItem", "dynamodb:Query"], resources: ["Store-arn"] },
    ]);
    expect(JSON.stringify(made)).not.toMatch(/dynamodb:\*|"\*"|"link"/);
    expect(only(made, "ApiGatewayV2")["cors"]).toBe(false);
  });

  test("runs the function that the bundle test asks", async () => {
    expect(only((await deployed("production")).made, "route")).toMatchObject({
      handler: "functions/lambda/api.handler",
      runtime: "nodejs24.x",
      architecture: "arm64",
      nodejs: { splitting: true },
      environment: { JOINTPLAN_TABLE: "Store-name" },
      logging: { retention: "1 month" },
    });
  });

  test("imports nothing at its top and holds no secret", () => {
    expect(source).not.toMatch(/^import /m);
    expect(source).not.toMatch(/AKIA|secret|password|token/i);
  });
});
