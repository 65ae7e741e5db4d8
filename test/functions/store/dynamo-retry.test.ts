import { readFileSync } from "node:fs";
import {
  DynamoDBServiceException,
  ProvisionedThroughputExceededException,
  TransactionCanceledException,
} from "@aws-sdk/client-dynamodb";
import { describe, expect, test } from "vitest";
import { dynamoClient, dynamoTable } from "../../../functions/store/dynamo.ts";
import { defaultLimits } from "../../../functions/store/dynamo-retry.ts";
import { notExists, type Table } from "../../../functions/store/table.ts";

const cancelled = (...codes: readonly string[]): Error =>
  new TransactionCanceledException({
    message: "cancelled",
    $metadata: { httpStatusCode: 400 },
    CancellationReasons: codes.map((Code) => ({ Code })),
  });

const service = (name: string, httpStatusCode: number): Error =>
  new DynamoDBServiceException({
    name,
    message: name,
    $fault: httpStatusCode < 500 ? "client" : "server",
    $metadata: { httpStatusCode },
  });

const throttled = new ProvisionedThroughputExceededException({ message: "slow", $metadata: {} });
const reset = Object.assign(new Error("socket hang up"), { code: "ECONNRESET" });
const timedOut = Object.assign(new Error("too late"), { name: "AbortError" });

interface Scripted {
  readonly table: Table;
  /** The commands that were sent. */
  readonly sent: { readonly input: { readonly ClientRequestToken?: string } }[];
  readonly pauses: number[];
  /** How many milliseconds each attempt was given. */
  readonly allowed: number[];
}

/**
 * A table whose client answers from a script: an error is thrown, `undefined` is a success; the last answer repeats. The clock
 * stands still but for the pauses, and for `took` milliseconds that every attempt takes.
 */
function scripted(answers: readonly (Error | undefined)[], took = 0): Scripted {
  const sent: { readonly input: object }[] = [];
  const pauses: number[] = [];
  const allowed: number[] = [];
  let clock = 0;
  const client = Object.assign(dynamoClient({ region: "eu-central-1" }), {
    async send(command: { readonly input: object }) {
      sent.push(command);
      clock += took;
      const answer = answers[Math.min(sent.length, answers.length) - 1];
      if (answer !== undefined) throw answer;
      return {};
    },
  });
  const sleep = async (milliseconds: number): Promise<void> => {
    pauses.push(milliseconds);
    clock += milliseconds;
  };
  const abortAfter = (milliseconds: number): AbortSignal => {
    allowed.push(milliseconds);
    return new AbortController().signal;
  };
  const environment = { random: () => 0.5, sleep, elapsed: () => clock, abortAfter };
  return { table: dynamoTable({ client, tableName: "t", ...environment }), sent, pauses, allowed };
}

const put = { put: { partition: "p", sort: "s" }, when: [notExists] };

describe("dynamoTable tells errors apart", () => {
  test("a failed condition is a value, at once, with the index of the first", async () => {
    const { table, sent } = scripted([cancelled("None", "ConditionalCheckFailed")]);
    expect(await table.transact([put])).toEqual({ ok: false, conflict: 1 });
    expect(sent).toHaveLength(1);
  });

  test("a failed condition beside contention is still a failed condition", async () => {
    const { table } = scripted([cancelled("TransactionConflict", "ConditionalCheckFailed")]);
    expect(await table.transact([put])).toEqual({ ok: false, conflict: 1 });
  });

  test.each([
    ["another transaction on the same item", cancelled("None", "TransactionConflict")],
    ["throttling inside a transaction", cancelled("ThrottlingError")],
    ["throttling", throttled],
    ["the same request still under way", service("TransactionInProgressException", 400)],
    ["an internal error", service("InternalServerError", 500)],
    ["a gateway's error", service("Whatever", 503)],
    ["a reset connection", reset],
    ["an attempt that took too long", timedOut],
  ])("%s is tried again", async (_name, error) => {
    const { table, sent } = scripted([error, error, undefined]);
    expect(await table.transact([put])).toEqual({ ok: true });
    expect(sent).toHaveLength(3);
  });

  test.each([
    ["a validation error", service("ValidationException", 400)],
    ["a missing permission", service("AccessDeniedException", 400)],
    ["a missing table", service("ResourceNotFoundException", 400)],
    ["an invalid part of a transaction", cancelled("ValidationError")],
    ["a mistake of ours", new TypeError("undefined is not a function")],
  ])("%s is thrown as it came, at once", async (_name, error) => {
    const { table, sent } = scripted([error]);
    await expect(table.transact([put])).rejects.toBe(error);
    expect(sent).toHaveLength(1);
  });

  test("after eight attempts it is unavailable, with the last error as the cause", async () => {
    const { table, sent, pauses } = scripted([throttled]);
    await expect(table.get(put.put)).rejects.toMatchObject({
      name: "TableUnavailable",
      cause: throttled,
    });
    expect(sent).toHaveLength(8);
    // Half of what each pause may be at most, because random() is 0.5.
    expect(pauses).toEqual([12.5, 25, 50, 100, 200, 400, 500]);
  });

  test("an attempt that hangs is given up after two seconds, all of them together after four and a half", async () => {
    const { table, allowed, pauses } = scripted([timedOut], 2000);
    await expect(table.get(put.put)).rejects.toMatchObject({
      name: "TableUnavailable",
      message: "DynamoDB failed to read 3 times, at last because no answer came.",
    });
    expect(pauses).toEqual([12.5, 25]);
    // The last one gets what is left: 4,500 − 2 × 2,000 − 12.5 − 25, in whole milliseconds.
    expect(allowed).toEqual([2000, 2000, 463]);
  });

  test("three reads in a row are given up before the time of the function that makes them is up", () => {
    const config = readFileSync(new URL("../../../sst.config.ts", import.meta.url), "utf8");
    const [, seconds] = /timeout: "(\d+) seconds"/.exec(config) ?? [];
    expect(3 * defaultLimits.budgetMilliseconds).toBeLessThan(Number(seconds) * 1000);
  });

  test("it does not pause when the time would be up after the pause", async () => {
    const { table, pauses, sent } = scripted([throttled], 1125);
    await expect(table.get(put.put)).rejects.toMatchObject({ name: "TableUnavailable" });
    expect(sent).toHaveLength(4);
    expect(pauses).toEqual([12.5, 25, 50]);
  });

  test("every attempt carries the same client token, so a lost answer is not a second write", async () => {
    const { table, sent } = scripted([timedOut, undefined]);
    await table.transact([put]);
    await table.transact([put]);
    const [first, second, other] = sent.map((each) => each.input.ClientRequestToken);
    expect(first).toBeTypeOf("string");
    expect(second).toBe(first);
    expect(other).not.toBe(first);
  });
});
