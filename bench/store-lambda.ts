/** The reads that a live plan takes, and nothing around them. */
import { dynamoClient, dynamoTable } from "../functions/store/dynamo.ts";
import { planStore } from "../functions/store/plan-store.ts";

const table = dynamoTable({
  client: dynamoClient(),
  tableName: process.env["JOINTPLAN_TABLE"] ?? "",
});
const store = planStore(table);

export const handler = async (): Promise<{ readonly statusCode: number }> => {
  const head = await store.head("acme-2027");
  if (head === undefined) return { statusCode: 404 };
  const read = await store.readVersion("acme-2027", head.live.version);
  return { statusCode: read?.ok === true ? 200 : 503 };
};
