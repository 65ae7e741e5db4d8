/**
 * A publisher in a process of its own: `node --import tsx publish-process.ts <root>` publishes HEAD into the store of that folder.
 */
import { join } from "node:path";
import { publishPlans } from "../../../functions/local/publish-plans.ts";
import { openStore, storePath } from "../../../functions/local/store.ts";
import { gitSource } from "../../../functions/source/git.ts";

const [root = ""] = process.argv.slice(2);
const store = openStore(join(root, storePath));
const now = (): string => new Date().toISOString();
const published = await publishPlans({
  store,
  source: gitSource(root),
  now,
  actor: "another process",
});
store.close();
process.stdout.write(JSON.stringify(published));
