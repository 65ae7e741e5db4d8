import {
  type Action,
  type Condition,
  equal,
  exists,
  less,
  notExists,
  type Table,
} from "../../../functions/store/table.ts";
import { fromWire, fromWireItem, toWireItem, type Wire, type WireItem } from "./wire-value.ts";

/** What DynamoDB answers: a status and a JSON body. */
export interface Answer {
  readonly status: number;
  readonly body: object;
}

interface Expression {
  readonly ConditionExpression?: string;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: Readonly<Record<string, Wire>>;
}

interface TransactItem {
  readonly Put?: Expression & { readonly Item: WireItem };
  readonly Delete?: Expression & { readonly Key: WireItem };
  readonly ConditionCheck?: Expression & { readonly Key: WireItem };
}

/** A request's body; each operation has some of these. */
export interface RequestBody {
  readonly Key?: WireItem;
  readonly TransactItems?: readonly TransactItem[];
  readonly ClientRequestToken?: string;
  readonly ExpressionAttributeValues?: Readonly<Record<string, Wire>>;
  readonly ExclusiveStartKey?: WireItem;
  readonly Limit?: number;
  readonly ScanIndexForward?: boolean;
}

/** An error as DynamoDB words it. */
export const failed = (name: string, more: object = {}, status = 400): Answer => ({
  status,
  body: { __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: name, ...more },
});

/** A transaction that was not done, with a reason for each action. */
export const cancelled = (codes: readonly string[]): Answer =>
  failed("TransactionCanceledException", { CancellationReasons: codes.map((Code) => ({ Code })) });

function toCondition(clause: string, expression: Expression): Condition {
  if (clause.startsWith("attribute_exists(")) return exists;
  if (clause.startsWith("attribute_not_exists(")) return notExists;
  const [name = "", operator, mark = ""] = clause.split(" ");
  const attribute = expression.ExpressionAttributeNames?.[name] ?? "";
  const value = fromWire(expression.ExpressionAttributeValues?.[mark] ?? { NULL: true });
  if (operator === "=" && (typeof value === "boolean" || typeof value === "number"))
    return equal(attribute, value);
  if (typeof value !== "string" && typeof value !== "number") throw new Error(clause);
  return operator === "=" ? equal(attribute, value) : less(attribute, value);
}

function toAction({ Put, Delete, ConditionCheck }: TransactItem): Action {
  const expression: Expression = Put ?? Delete ?? ConditionCheck ?? {};
  const when = (expression.ConditionExpression?.split(" AND ") ?? []).map((clause) =>
    toCondition(clause, expression),
  );
  if (Put !== undefined) return { put: fromWireItem(Put.Item), when };
  if (Delete !== undefined) return { delete: fromWireItem(Delete.Key), when };
  if (ConditionCheck !== undefined) return { check: fromWireItem(ConditionCheck.Key), when };
  throw new Error("an action of another kind");
}

async function getItem(table: Table, { Key = {} }: RequestBody): Promise<Answer> {
  const item = await table.get(fromWireItem(Key));
  return { status: 200, body: item === undefined ? {} : { Item: toWireItem(item) } };
}

const textOf = (wire: Wire | undefined): string =>
  wire !== undefined && "S" in wire ? wire.S : "";

async function query(table: Table, body: RequestBody): Promise<Answer> {
  const values = body.ExpressionAttributeValues ?? {};
  const partition = textOf(values[":partition"]);
  const { items, next } = await table.query({
    partition,
    prefix: textOf(values[":prefix"]),
    descending: body.ScanIndexForward === false,
    ...(body.Limit === undefined ? {} : { limit: body.Limit }),
    ...(body.ExclusiveStartKey === undefined
      ? {}
      : { after: fromWireItem(body.ExclusiveStartKey).sort }),
  });
  const last =
    next === undefined ? {} : { LastEvaluatedKey: toWireItem({ partition, sort: next }) };
  return { status: 200, body: { Items: items.map(toWireItem), Count: items.length, ...last } };
}

async function transactWriteItems(table: Table, body: RequestBody): Promise<Answer> {
  const items = body.TransactItems ?? [];
  const written = await table.transact(items.map(toAction));
  if (written.ok) return { status: 200, body: {} };
  return cancelled(
    items.map((_item, index) => (index === written.conflict ? "ConditionalCheckFailed" : "None")),
  );
}

/** DynamoDB's operations on a table in memory. A token that was seen is answered as before, as AWS does for ten minutes. */
export function fakeOperations(
  table: Table,
): (operation: string, body: RequestBody) => Promise<Answer> {
  const answers = new Map<string, { readonly request: string; readonly answer: Answer }>();
  return async (operation, body) => {
    if (operation === "GetItem") return getItem(table, body);
    if (operation === "Query") return query(table, body);
    if (operation !== "TransactWriteItems") return failed("UnknownOperationException");
    const token = body.ClientRequestToken ?? "";
    const request = JSON.stringify(body.TransactItems);
    const before = answers.get(token);
    if (before !== undefined)
      return before.request === request
        ? before.answer
        : failed("IdempotentParameterMismatchException");
    const answer = await transactWriteItems(table, body);
    if (answer.status === 200) answers.set(token, { request, answer });
    return answer;
  };
}
