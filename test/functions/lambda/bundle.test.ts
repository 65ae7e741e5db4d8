import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
// The package holds types alone, so nothing of the import may remain.
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dynamoTable } from "../../../functions/store/dynamo.ts";
import { publishFiles, repository, sampleFiles } from "../app/plan-files.ts";
import { type DynamoLocal, startDynamoLocal, whyNoDynamo } from "../store/dynamo-local.ts";
import { type BuiltLambda, buildLambda } from "./build.ts";
import { type Asked, eventOf } from "./event.ts";

const folder = mkdtempSync(join(tmpdir(), "jointplan-lambda-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let built: BuiltLambda;
beforeAll(async () => {
  built = await buildLambda(join(repository, "functions/lambda/api.ts"), folder);
});

interface Answered {
  readonly result: APIGatewayProxyStructuredResultV2;
  readonly log: string;
}

const script = `
const { handler } = await import(process.argv[1]);
for (const event of JSON.parse(process.argv[2])) console.error(JSON.stringify(await handler(event)));
`;

/** Asks the bundle in a fresh process, as Lambda would; the log is its standard output. */
async function ask(
  events: readonly APIGatewayProxyEventV2[],
  environment: NodeJS.ProcessEnv,
): Promise<readonly Answered[]> {
  const child = spawn(
    process.execPath,
    ["--no-warnings", "--input-type=module", "-e", script, built.entry, JSON.stringify(events)],
    {
      cwd: folder,
      env: { PATH: process.env["PATH"], AWS_REGION: "eu-central-1", ...environment },
    },
  );
  let log = "";
  let output = "";
  child.stdout.on("data", (data: Buffer) => (log += data.toString()));
  child.stderr.on("data", (data: Buffer) => (output += data.toString()));
  await new Promise((resolve) => {
    child.once("close", resolve);
  });
  const lines = output
    .trim()
    .split("\n")
    .filter((line) => line.startsWith("{"));
  if (lines.length !== events.length) throw new Error(output);
  return lines.map((line) => ({
    result: JSON.parse(line) as APIGatewayProxyStructuredResultV2,
    log,
  }));
}

describe("the API function as it is deployed", () => {
  test.each([
    "libsql",
    "simple-git",
    "@hono/node-server",
    "functions/local",
    "cli/",
    "ajv/",
    "sst/",
  ])("holds nothing of %s", (left) => {
    expect(built.inputs.filter((input) => input.includes(left))).toEqual([]);
  });

  test("is bundled without a warning", () => {
    expect(built.warnings).toBe(0);
    expect(built.bytes).toBeLessThan(2 * 1024 * 1024);
  });

  // A live read needs none of it; what was loaded with it would make every first answer wait.
  test.each([
    ["the validators", "core/document/validators.generated.js"],
    ["the rules", "core/check/"],
    ["the numeric engine", "core/flow/"],
    ["what resolves a plan", "core/plan/"],
    ["what compares plans", "core/change/"],
    ["the reports", "report/"],
    ["the page", "web/"],
    ["the schemas", "schemas/v1/"],
    ["the API's description", "functions/openapi/"],
    ["the charts", "node_modules/d3-"],
  ])("has %s, but does not load them before they are asked for", (_title, part) => {
    const of = (inputs: readonly string[]) => inputs.filter((each) => each.includes(part));
    expect(of(built.inputs)).not.toEqual([]);
    expect(of(built.startInputs)).toEqual([]);
  });

  test("answers that it is healthy", async () => {
    const [answered] = await ask([eventOf({ path: "/healthz" })], { JOINTPLAN_TABLE: "plans" });
    expect(answered?.result).toMatchObject({
      statusCode: 200,
      headers: { "content-type": "application/json" },
    });
    expect(JSON.parse(answered?.result.body ?? "")).toMatchObject({ status: "ok" });
  });

  test.each([{}, { JOINTPLAN_TABLE: "" }])(
    "refuses everything and says why in its log with %j",
    async (environment) => {
      const paths = ["/healthz", "/v1/plans", "/", "/nope"];
      for (const { result, log } of await ask(
        paths.map((path) => eventOf({ path })),
        environment,
      )) {
        expect(result).toMatchObject({
          statusCode: 500,
          headers: { "content-type": "application/problem+json" },
        });
        expect(JSON.parse(result.body ?? "")).toMatchObject({ status: 500, instance: "gateway-1" });
        expect(log).toContain("JOINTPLAN_TABLE is not set");
      }
    },
  );

  const without = whyNoDynamo();
  describe.skipIf(without !== undefined)("over DynamoDB Local", () => {
    let dynamo: DynamoLocal;
    beforeAll(async () => {
      dynamo = await startDynamoLocal();
      await dynamo.createTable("plans");
      const table = dynamoTable({ client: dynamo.client, tableName: "plans" });
      await publishFiles(table, "olist-2018", 1, sampleFiles());
    });
    afterAll(() => dynamo.stop());

    /** Asks the function over DynamoDB Local, everything in one process. */
    const askStore = async (asked: readonly Asked[]): Promise<readonly Answered[]> => {
      const endpoint = await dynamo.client.config.endpoint?.();
      return ask(
        asked.map((each) => eventOf(each)),
        {
          JOINTPLAN_TABLE: "plans",
          AWS_ENDPOINT_URL_DYNAMODB: `http://${endpoint?.hostname}:${endpoint?.port}`,
          AWS_ACCESS_KEY_ID: "local",
          AWS_SECRET_ACCESS_KEY: "local",
        },
      );
    };

    test("serves what was published there", async () => {
      const [plans, live] = await askStore([
        { path: "/v1/plans" },
        { path: "/v1/plans/olist-2018/live" },
      ]);
      expect(JSON.parse(plans?.result.body ?? "")).toMatchObject({
        plans: [{ plan: "olist-2018", version: 1 }],
      });
      expect(live?.result).toMatchObject({ statusCode: 200, headers: { "plan-version": "1" } });
    });

    const post = (path: string, body: object): Asked => ({
      method: "POST",
      path,
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    const sides = { base: { plan: "olist-2018", version: 1 }, head: { plan: "olist-2018" } };

    test("finds what each route loads when it is asked", async () => {
      const asked: readonly Asked[] = [
        { path: "/" },
        { path: "/openapi.json" },
        { path: "/schemas/v1/plan.json" },
        { path: "/schemas/v1/api/problem.json" },
        ...["requirements", "forecast", "status", "approvals", "live/effective"].map((part) => ({
          path: `/v1/plans/olist-2018/${part}`,
        })),
        post("/v1/plans/olist-2018/what-if", { overlay: [] }),
        post("/v1/validate", { files: {} }),
        post("/v1/compare", sides),
        post("/v1/impact", sides),
      ];
      const answered = await askStore(asked);
      const told = answered.map(({ result }, index) => [asked[index]?.path, result.statusCode]);
      expect(told).toEqual(asked.map(({ path }) => [path, 200]));
    });

    test("is 503 for a table that does not answer, with the cause in the log alone", async () => {
      const [answered] = await ask([eventOf({ path: "/v1/plans" })], {
        JOINTPLAN_TABLE: "plans",
        AWS_ENDPOINT_URL_DYNAMODB: "http://127.0.0.1:9",
        AWS_ACCESS_KEY_ID: "local",
        AWS_SECRET_ACCESS_KEY: "local",
      });
      expect(answered?.result.statusCode).toBe(503);
      expect(answered?.result.body).not.toContain("127.0.0.1");
      expect(answered?.log).toContain("store-unavailable");
    });
  });
});
