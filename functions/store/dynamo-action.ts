import type { AttributeValue, TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { toAttribute, toAttributes } from "./dynamo-value.ts";
import type { Action, Condition, Key } from "./table.ts";

interface Expression {
  readonly ConditionExpression: string;
  readonly ExpressionAttributeNames: Record<string, string>;
  readonly ExpressionAttributeValues?: Record<string, AttributeValue>;
}

function clause(condition: Condition, index: number): string {
  if (condition.is === "exists") return "attribute_exists(#sort)";
  if (condition.is === "notExists") return "attribute_not_exists(#sort)";
  return `#name${index} ${condition.is === "equal" ? "=" : "<"} :value${index}`;
}

function toExpression(conditions: readonly Condition[]): Expression | undefined {
  if (conditions.length === 0) return undefined;
  const names: Record<string, string> = {};
  const values: Record<string, AttributeValue> = {};
  for (const [index, condition] of conditions.entries()) {
    if (condition.is === "exists" || condition.is === "notExists") {
      names["#sort"] = "sort";
    } else {
      names[`#name${index}`] = condition.attribute;
      values[`:value${index}`] = toAttribute(condition.value);
    }
  }
  return {
    ConditionExpression: conditions.map(clause).join(" AND "),
    ExpressionAttributeNames: names,
    ...(Object.keys(values).length === 0 ? {} : { ExpressionAttributeValues: values }),
  };
}

/** A key in DynamoDB's own notation. */
export const toKey = ({ partition, sort }: Key): Record<string, AttributeValue> => ({
  partition: { S: partition },
  sort: { S: sort },
});

/** An action as a part of TransactWriteItems. */
export function toTransactItem(table: string, action: Action): TransactWriteItem {
  const TableName = table;
  const expression = toExpression(action.when ?? []);
  if ("put" in action) return { Put: { TableName, Item: toAttributes(action.put), ...expression } };
  if ("delete" in action)
    return { Delete: { TableName, Key: toKey(action.delete), ...expression } };
  if (expression === undefined) throw new Error("unreachable: a check has a condition");
  return { ConditionCheck: { TableName, Key: toKey(action.check), ...expression } };
}
