/**
 * A publisher among others: `racing-process.ts <store as JSON> [<calls before it kills itself>]`. Prints `ready`, then for every
 * number that it is told publishes that commit of the common history and prints the outcome as JSON. Ends with its input.
 */
import { createInterface } from "node:readline";
import { publish } from "../../../functions/publish/publish.ts";
import { dependenciesOn } from "./bundles.ts";
import { withFaults } from "./faulty.ts";
import { openShared, type SharedStore, sharedCommit } from "./shared-store.ts";

const [shared = "", calls = "0"] = process.argv.slice(2);
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its own test wrote it
const table = openShared(JSON.parse(shared) as SharedStore);
let left = Number(calls);
const doomed = withFaults(table, () => {
  // Before the call after the last one that it is granted: as good as after that one.
  if (left === 0) process.kill(process.pid, "SIGKILL");
  left -= 1;
  return "none";
});
const dependencies = {
  ...dependenciesOn(calls === "0" ? table : doomed),
  now: () => new Date().toISOString(),
};

process.stdout.write("ready\n");
for await (const line of createInterface({ input: process.stdin })) {
  const outcome = await publish(dependencies, sharedCommit(Number(line)));
  process.stdout.write(`${JSON.stringify(outcome)}\n`);
}
process.exit();
