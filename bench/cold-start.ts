import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dynamoTable } from "../functions/store/dynamo.ts";
import { publishFiles, sampleFiles } from "../test/functions/app/plan-files.ts";
import { buildLambda } from "../test/functions/lambda/build.ts";
import { eventOf } from "../test/functions/lambda/event.ts";
import {
  type DynamoLocal,
  startDynamoLocal,
  whyNoDynamo,
} from "../test/functions/store/dynamo-local.ts";
import { here, median, note, root, runNode } from "./child.ts";
import type { Section } from "./table.ts";

const plan = "acme-2027";

/** In a fresh process: how long until the bundle is loaded and has answered its first event. */
const ask = `
const started = performance.now();
const { handler } = await import(process.argv[1]);
const { statusCode } = await handler(JSON.parse(process.argv[2]));
console.log(JSON.stringify({ statusCode, took: performance.now() - started }));
`;

interface Cold {
  readonly took: number;
  readonly peakMegabytes: number;
}

async function coldStart(path: string, environment: NodeJS.ProcessEnv): Promise<Cold> {
  const event = JSON.stringify(eventOf({ path: `/v1/plans/${plan}/live` }));
  const ended = await runNode(["--no-warnings", "--input-type=module", "-e", ask, path, event], {
    environment,
  });
  const { statusCode, took } = JSON.parse(ended.out) as { statusCode: number; took: number };
  if (statusCode !== 200) throw new Error(`${path} answered ${statusCode}`);
  return { took, peakMegabytes: ended.peakMegabytes };
}

async function measured(dynamo: DynamoLocal, folder: string): Promise<readonly Section[]> {
  await dynamo.createTable("plans");
  const table = dynamoTable({ client: dynamo.client, tableName: "plans" });
  const files = sampleFiles(plan);
  await publishFiles(table, plan, 1, files);
  const body = JSON.stringify([...files].map(([, bytes]) => Buffer.from(bytes).toString()));
  writeFileSync(join(folder, "body.json"), JSON.stringify(body));
  const endpoint = await dynamo.client.config.endpoint?.();
  const environment = {
    JOINTPLAN_TABLE: "plans",
    BENCH_BODY: join(folder, "body.json"),
    AWS_REGION: "eu-central-1",
    AWS_ENDPOINT_URL_DYNAMODB: `http://${endpoint?.hostname}:${endpoint?.port}`,
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
  };
  const bundles = {
    "bare Hono, the same bytes, no store": await buildLambda(
      join(here, "bare-lambda.ts"),
      join(folder, "bare"),
    ),
    "the store's own call: SDK and the same reads, no app": await buildLambda(
      join(here, "store-lambda.ts"),
      join(folder, "store"),
    ),
    "the API function, first read of the live plan": await buildLambda(
      join(root, "functions/lambda/api.ts"),
      join(folder, "api"),
    ),
  };
  const results = new Map<string, Cold[]>(Object.keys(bundles).map((name) => [name, []]));
  for (let round = 0; round < 15; round++) {
    for (const [name, { entry }] of Object.entries(bundles)) {
      results.get(name)?.push(await coldStart(entry, environment));
    }
  }
  const kibibytes = (bytes: number): string => `${Math.round(bytes / 1024)} KiB`;
  const sizes = Object.entries(bundles).map(
    ([name, { startBytes, bytes }]) =>
      `${name}: ${kibibytes(startBytes)} of ${kibibytes(bytes)} at the start`,
  );
  const at = (name: string): number => median((results.get(name) ?? []).map(({ took }) => took));
  const [bare = "", store = "", api = ""] = Object.keys(bundles);
  return [
    {
      title: `Cold start: import and first answer in a fresh process (${sizes.join("; ")})`,
      unit: "ms",
      against: bare,
      figures: [
        ...[bare, store, api].map((what) => ({
          what,
          value: at(what),
          peakMegabytes: median((results.get(what) ?? []).map((each) => each.peakMegabytes)),
        })),
        { what: "twice bare Hono plus the store's own call", value: 2 * at(bare) + at(store) },
      ],
    },
  ];
}

/** A cold start of the API function over DynamoDB, beside bare Hono and beside the store's own call. */
export async function coldStartSection(): Promise<readonly Section[]> {
  const without = whyNoDynamo();
  if (without !== undefined) {
    note(`skipping cold starts: ${without}`);
    return [];
  }
  const folder = mkdtempSync(join(tmpdir(), "jointplan-bench-"));
  const dynamo = await startDynamoLocal();
  try {
    return await measured(dynamo, folder);
  } finally {
    await dynamo.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
