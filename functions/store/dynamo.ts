import { randomUUID } from "node:crypto";
import {
  DynamoDBClient,
  type DynamoDBClientConfig,
  GetItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import { written } from "./condition.ts";
import { toKey, toTransactItem } from "./dynamo-action.ts";
import { conflictIndex } from "./dynamo-failure.ts";
import {
  defaultLimits,
  type RetryEnvironment,
  type RetryLimits,
  realEnvironment,
  withRetries,
} from "./dynamo-retry.ts";
import { fromStored } from "./dynamo-value.ts";
import { refuseActions, refuseKey, refuseQuery } from "./refuse.ts";
import type { Action, Page, Query, Table, Written } from "./table.ts";

/** What a DynamoDB Table stands on. */
export interface DynamoDependencies extends Partial<RetryEnvironment>, Partial<RetryLimits> {
  /** From {@link dynamoClient}: a client that retries by itself would multiply the attempts. */
  readonly client: DynamoDBClient;
  /** A table with the string keys `partition` (hash) and `sort` (range). */
  readonly tableName: string;
}

/** Transactions of one `transactMany` under way at once. */
const concurrency = 8;

/** A DynamoDB client without retries of its own: they are made here, where the kinds of conflict are told apart. */
export const dynamoClient = (config: DynamoDBClientConfig = {}): DynamoDBClient =>
  new DynamoDBClient({ ...config, maxAttempts: 1 });

/**
 * A Table in DynamoDB: strongly consistent reads, TransactWriteItems for every write.
 *
 * A failed condition is a value; contention, throttling, 5xx and time-outs are tried again with the same client token, so an
 * answer that was lost is not a second write; anything else (a validation error, a missing permission) is thrown as it came.
 */
export function dynamoTable(dependencies: DynamoDependencies): Table {
  const { client, tableName } = dependencies;
  const environment: RetryEnvironment = { ...realEnvironment, ...dependencies };
  const limits: RetryLimits = { ...defaultLimits, ...dependencies };
  const retrying = <T>(
    doing: string,
    send: (options: { readonly abortSignal: AbortSignal }) => Promise<T>,
  ): Promise<T> => withRetries(doing, environment, limits, (abortSignal) => send({ abortSignal }));

  const transact = async (actions: readonly Action[]): Promise<Written> => {
    if (actions.length === 0) return written;
    const command = new TransactWriteItemsCommand({
      TransactItems: actions.map((action) => toTransactItem(tableName, action)),
      ClientRequestToken: randomUUID(),
    });
    try {
      await retrying("write", (options) => client.send(command, options));
      return written;
    } catch (error) {
      const conflict = conflictIndex(error);
      if (conflict === undefined) throw error;
      return { ok: false, conflict };
    }
  };

  const readPage = async (query: Query): Promise<Page> => {
    const { partition, prefix, after, limit, descending = false } = query;
    const command = new QueryCommand({
      TableName: tableName,
      ConsistentRead: true,
      ScanIndexForward: !descending,
      KeyConditionExpression: `#partition = :partition${prefix === "" ? "" : " AND begins_with(#sort, :prefix)"}`,
      ExpressionAttributeNames: {
        "#partition": "partition",
        ...(prefix === "" ? {} : { "#sort": "sort" }),
      },
      ExpressionAttributeValues: {
        ":partition": { S: partition },
        ...(prefix === "" ? {} : { ":prefix": { S: prefix } }),
      },
      ...(limit === undefined ? {} : { Limit: limit }),
      ...(after === undefined ? {} : { ExclusiveStartKey: toKey({ partition, sort: after }) }),
    });
    const output = await retrying("query", (options) => client.send(command, options));
    const items = (output.Items ?? []).map(fromStored);
    const next = output.LastEvaluatedKey?.["sort"]?.S;
    return next === undefined ? { items } : { items, next };
  };

  return {
    async get(key) {
      refuseKey(key);
      const command = new GetItemCommand({
        TableName: tableName,
        Key: toKey(key),
        ConsistentRead: true,
      });
      const { Item } = await retrying("read", (options) => client.send(command, options));
      return Item === undefined ? undefined : fromStored(Item);
    },
    async query(query) {
      refuseQuery(query);
      return readPage(query);
    },
    async transact(actions) {
      refuseActions(actions);
      return transact(actions);
    },
    async transactMany(groups) {
      for (const actions of groups) refuseActions(actions);
      const outcomes: Written[] = [];
      for (let start = 0; start < groups.length; start += concurrency) {
        const some = groups.slice(start, start + concurrency);
        // At most eight at once.
        // oxlint-disable-next-line no-await-in-loop
        outcomes.push(...(await Promise.all(some.map(transact))));
      }
      return outcomes;
    },
  };
}
