import { randomUUID } from "node:crypto";
import { createApp, type Incident } from "../app.ts";
import type { Problem } from "../problem.ts";
import { requestLimit, workLimit } from "../request-limit.ts";
import { dynamoClient, dynamoTable } from "../store/dynamo.ts";
import { planStore } from "../store/plan-store.ts";
import { storeReader } from "../store-reader.ts";
import { toolVersion } from "../version.ts";
import { type LambdaHandler, lambdaHandler, problemResult } from "./adapter.ts";
import { writeLog } from "./log.ts";

/** Where the name of the table stands; sst.config.ts sets it. */
const tableVariable = "JOINTPLAN_TABLE";

const notConfigured: Problem = {
  problem: "internal",
  detail: "The server is not set up.",
  help: "Tell the people who run this server; its log says what is missing.",
};

const logIncident = ({ error, ...incident }: Incident): void =>
  writeLog("error", {
    ...incident,
    ...(error instanceof Error ? { message: error.message, stack: error.stack } : {}),
  });

/** A server without its table answers nothing, not even that it is healthy. */
const closed: LambdaHandler = async (event) => {
  writeLog("error", { message: `${tableVariable} is not set; every request is refused.` });
  return problemResult(notConfigured, event.requestContext.requestId);
};

/** The address that an event came from, as the gateway saw it; nothing in the request can state another one. */
function addressOf(runtime: unknown): string {
  const event: unknown = Reflect.get(Object(runtime), "event");
  const context: unknown = Reflect.get(Object(event), "requestContext");
  const http: unknown = Reflect.get(Object(context), "http");
  const address: unknown = Reflect.get(Object(http), "sourceIp");
  return typeof address === "string" ? address : "";
}

function open(tableName: string): LambdaHandler {
  const table = dynamoTable({ client: dynamoClient(), tableName });
  const app = createApp({
    plans: storeReader(planStore(table)),
    now: () => new Date().toISOString(),
    requestId: randomUUID,
    toolVersion,
    report: logIncident,
    limit: requestLimit(workLimit),
    clientOf: addressOf,
  });
  return lambdaHandler(app);
}

const tableName = process.env[tableVariable] ?? "";

/** The entry of the API function: the app over the DynamoDB table that the environment names. */
export const handler: LambdaHandler = tableName === "" ? closed : open(tableName);
