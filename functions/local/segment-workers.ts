import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import {
  rememberSegment,
  type SegmentTask,
  type SolvedSegment,
  unsolvedSegments,
} from "../../core/funnel/index.ts";
import type { SoundPlan } from "../../core/plan/index.ts";

/** With fewer segments than this the threads take longer to start than they save; measured. */
const WORTH_A_THREAD = 24;
/** Segments sent at once: few enough that all threads end at about the same time. */
const BATCH = 4;
const MOST_THREADS = 8;

/** Solves batches in one thread until none is left; `take` hands out the next one. */
function solveInThread(
  file: string,
  take: () => readonly SegmentTask[] | undefined,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(file);
    let sent: readonly SegmentTask[] = [];
    const next = (): void => {
      const batch = take();
      if (batch === undefined) {
        resolve(worker.terminate().then(() => undefined));
        return;
      }
      sent = batch;
      worker.postMessage(batch);
    };
    worker.on("message", (solved: readonly SolvedSegment[]) => {
      for (const [index, task] of sent.entries()) {
        const numbers = solved[index];
        if (numbers !== undefined) rememberSegment(task, numbers);
      }
      next();
    });
    worker.on("error", reject);
    next();
  });
}

/**
 * Solves the segments of a large plan on all cores, so that its funnel is there when it is asked for; a small plan is
 * left alone. The numbers are those of one core.
 *
 * @param file The program of a thread: functions/local/segment-worker.ts, built.
 */
export async function solveAhead(plan: SoundPlan, file: string): Promise<void> {
  if (plan.segments.length < WORTH_A_THREAD) return;
  const tasks = unsolvedSegments(plan);
  if (tasks.length < WORTH_A_THREAD) return;
  const threads = Math.min(availableParallelism(), MOST_THREADS);
  let given = 0;
  const take = (): readonly SegmentTask[] | undefined => {
    const batch = tasks.slice(given, given + BATCH);
    given += BATCH;
    return batch.length === 0 ? undefined : batch;
  };
  // What a thread could not do, for want of memory or else, is done on this one when it is asked for.
  await Promise.allSettled(Array.from({ length: threads }, () => solveInThread(file, take)));
}
