/**
 * A publisher in a process of its own: `node --import tsx publish-process.ts <store file> <commit number> [<stop point>]`.
 * Prints the outcome as JSON, or kills itself without a chance to tidy up when it reaches the stop point.
 */
import { publish } from "../../../functions/publish/publish.ts";
import { sqliteTable } from "../../../functions/store/sqlite.ts";
import { dependenciesOn, largeCommit } from "./bundles.ts";

const [path = "", number = "", stopPoint] = process.argv.slice(2);

const outcome = await publish(
  {
    ...dependenciesOn(sqliteTable(path)),
    reached: (point) => {
      if (point === stopPoint) process.kill(process.pid, "SIGKILL");
    },
  },
  largeCommit(Number(number)),
);
process.stdout.write(JSON.stringify(outcome));
