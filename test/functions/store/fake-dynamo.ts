import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { dynamoClient } from "../../../functions/store/dynamo.ts";
import type { Table } from "../../../functions/store/table.ts";
import {
  type Answer,
  cancelled,
  failed,
  fakeOperations,
  type RequestBody,
} from "./fake-operations.ts";

/**
 * What happens to one request. `hang` never answers; `cut` answers half; `apply-then-…` does what was asked first, so the caller
 * does not know.
 */
export type WireFault =
  | "none"
  | "throttled"
  | "contended"
  | "internal"
  | "gateway"
  | "drop"
  | "hang"
  | "invalid"
  | "apply-then-drop"
  | "apply-then-cut"
  | "apply-then-internal"
  | "apply-then-hang";

/** A DynamoDB that fails on demand, which DynamoDB Local never does. */
export interface FakeDynamo {
  readonly client: DynamoDBClient;
  /** The operations that were asked for, in order. */
  readonly asked: readonly string[];
  stop(): Promise<void>;
}

/** What the fake asks about a request: the same words for a request that is made again. */
export type Faults = (operation: string, request: string) => WireFault;

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
};

function refusal(fault: WireFault, operation: string, actions: number): Answer {
  const transaction = operation === "TransactWriteItems";
  const last = (code: string): Answer =>
    cancelled(Array.from({ length: actions }, (_, at) => (at === actions - 1 ? code : "None")));
  if (fault === "throttled")
    return transaction ? last("ThrottlingError") : failed("ProvisionedThroughputExceededException");
  if (fault === "contended")
    return transaction ? last("TransactionConflict") : failed("TransactionConflictException");
  if (fault === "invalid")
    return transaction ? last("ValidationError") : failed("ValidationException");
  return failed("InternalServerError", {}, 500);
}

function send(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { "Content-Type": "application/x-amz-json-1.0" });
  response.end(JSON.stringify(body));
}

function sendHalf(response: ServerResponse): void {
  response.writeHead(200, { "Content-Type": "application/x-amz-json-1.0", "Content-Length": 100 });
  response.write('{"Items":[', () => response.destroy());
}

/**
 * Serves a table over DynamoDB's own protocol on a free loopback port. `faults` is asked once for every request; `hung` is told
 * whenever one is left without an answer.
 */
export async function startFakeDynamo(
  table: Table,
  faults: Faults,
  hung: () => void = () => undefined,
): Promise<FakeDynamo> {
  const operate = fakeOperations(table);
  const asked: string[] = [];

  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const operation = String(request.headers["x-amz-target"]).replace(/^.*\./, "");
    const text = await bodyOf(request);
    const body = JSON.parse(text) as RequestBody;
    const fault = faults(operation, text);
    asked.push(operation);
    if (fault === "none") {
      send(response, await operate(operation, body));
      return;
    }
    if (fault.startsWith("apply-then")) await operate(operation, body);
    if (fault.endsWith("hang")) hung();
    else if (fault.endsWith("drop")) response.destroy();
    else if (fault === "apply-then-cut") sendHalf(response);
    else if (fault === "gateway") response.writeHead(502).end("<html>Bad Gateway</html>");
    else send(response, refusal(fault, operation, body.TransactItems?.length ?? 0));
  };

  const server = createServer((request, response) => {
    respond(request, response).catch((error: unknown) => {
      response.writeHead(400).end(String(error));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a TCP server that listens has a port
  const { port } = server.address() as AddressInfo;
  const client = dynamoClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: "eu-central-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  return {
    client,
    asked,
    async stop() {
      client.destroy();
      const closed = new Promise((resolve) => {
        server.close(resolve);
      });
      server.closeAllConnections();
      await closed;
    },
  };
}
