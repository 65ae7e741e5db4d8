import { parentPort } from "node:worker_threads";
import { type SegmentTask, solveSegment } from "../../core/funnel/index.ts";

/** What runs in a thread beside the main one: solves the segments that it is sent, and sends their numbers back. */
parentPort?.on("message", (tasks: readonly SegmentTask[]) => {
  parentPort?.postMessage(tasks.map(solveSegment));
});
