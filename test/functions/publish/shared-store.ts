import type { Publication } from "../../../functions/publish/publish.ts";
import { dynamoClient, dynamoTable } from "../../../functions/store/dynamo.ts";
import { sqliteTable } from "../../../functions/store/sqlite.ts";
import type { Table } from "../../../functions/store/table.ts";
import { bundleOf, commit, noise } from "./bundles.ts";

/** Limits for a DynamoDB that works, however slow a busy machine is. */
export const patient = { attemptMilliseconds: 30_000, budgetMilliseconds: 60_000 };

/** A store that several processes open: a SQLite file, or a table of a DynamoDB Local. */
export type SharedStore =
  | { readonly path: string }
  | { readonly endpoint: string; readonly tableName: string };

/** Opens it; a slow machine is no failure. */
export function openShared(shared: SharedStore): Table {
  if ("path" in shared) return sqliteTable(shared.path, 60_000);
  const client = dynamoClient({
    endpoint: shared.endpoint,
    region: "eu-central-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  return dynamoTable({ client, tableName: shared.tableName, ...patient });
}

/** Which content a commit of the common history has: every fourth changes nothing, every fifth goes back to the first. */
function contentOf(number: number): number {
  if (number % 5 === 0) return 1;
  return number % 4 === 0 ? contentOf(number - 1) : number;
}

/** The commit `c<n>` of the history that all processes know: two chunks that cannot be compressed, and a small file. */
export function sharedCommit(number: number): Publication {
  const content = contentOf(number);
  const files = { "journey.json": noise(content, 400_000), "plan.json": `${content}` };
  return { ...commit(1, bundleOf(files)), commit: `c${number}` };
}

/** What a reader saw. */
export interface Seen {
  readonly reads: number;
  /** The versions, each once, in the order in which they were first seen. */
  readonly versions: readonly number[];
  /** Everything that should never be seen. */
  readonly wrong: readonly string[];
}
