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
/** Fewer are mostly two halves of one core, on which two threads take as long as one; measured. */
const FEWEST_CORES = 4;

/** Takes what a thread has solved. */
type Take = (task: SegmentTask, solved: SolvedSegment) => void;

/** Solves batches in one thread until `next` has none left. */
function solveInThread(
  file: string,
  next: () => readonly SegmentTask[] | undefined,
  take: Take,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(file);
    let sent: readonly SegmentTask[] = [];
    const send = (): void => {
      const batch = next();
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
        if (numbers !== undefined) take(task, numbers);
      }
      send();
    });
    worker.on("error", reject);
    send();
  });
}

/**
 * Solves segments on all cores and hands each one on as soon as it is solved, in no order. Those that a thread could not
 * solve, for want of memory or else, are not handed on.
 *
 * @param file The program of a thread: functions/local/segment-worker.ts, built.
 */
export async function solveOnAllCores(
  tasks: readonly SegmentTask[],
  file: string,
  take: Take,
  cores: number = availableParallelism(),
): Promise<void> {
  const threads = Math.min(cores, MOST_THREADS);
  let given = 0;
  const next = (): readonly SegmentTask[] | undefined => {
    const batch = tasks.slice(given, given + BATCH);
    given += BATCH;
    return batch.length === 0 ? undefined : batch;
  };
  await Promise.allSettled(Array.from({ length: threads }, () => solveInThread(file, next, take)));
}

/**
 * Solves the segments of a large plan on all cores, so that its funnel is there when it is asked for; a small plan, and
 * a machine of few cores, are left alone. The numbers are those of one core, where whatever was not solved here is computed.
 *
 * @param file As in {@link solveOnAllCores}.
 */
export async function solveAhead(
  plan: SoundPlan,
  file: string,
  cores: number = availableParallelism(),
): Promise<void> {
  if (cores < FEWEST_CORES || plan.segments.length < WORTH_A_THREAD) return;
  const tasks = unsolvedSegments(plan);
  if (tasks.length >= WORTH_A_THREAD) await solveOnAllCores(tasks, file, rememberSegment, cores);
}
