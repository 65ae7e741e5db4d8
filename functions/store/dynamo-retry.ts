import { setTimeout as sleep } from "node:timers/promises";
import { type Failure, failureOf } from "./dynamo-failure.ts";
import { TableUnavailable } from "./table-error.ts";

/** The outside world of the retries. */
export interface RetryEnvironment {
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Milliseconds on a clock that never goes back. */
  readonly elapsed: () => number;
  /** A signal that aborts after so many whole milliseconds. */
  readonly abortAfter: (milliseconds: number) => AbortSignal;
}

/** How long a request may take. */
export interface RetryLimits {
  /** One attempt; the last one gets what the budget leaves. */
  readonly attemptMilliseconds: number;
  /** All attempts and the pauses between them. */
  readonly budgetMilliseconds: number;
}

/** The clock and the chance of this process. */
export const realEnvironment: RetryEnvironment = {
  random: Math.random,
  sleep: (milliseconds) => sleep(milliseconds),
  elapsed: () => performance.now(),
  abortAfter: (milliseconds) => AbortSignal.timeout(milliseconds),
};

/** A request that answers a person reads the store twice in a row or three times, and has 15 seconds (sst.config.ts). */
export const defaultLimits: RetryLimits = { attemptMilliseconds: 2000, budgetMilliseconds: 4500 };

const attempts = 8;
const firstPauseMilliseconds = 25;
const longestPauseMilliseconds = 1000;

const words: Readonly<Record<Exclude<Failure, "condition">, string>> = {
  contended: "another transaction held an item",
  throttled: "it was throttled",
  outage: "it failed inside",
  unanswered: "no answer came",
};

/**
 * What `send` returns, asked again while the failure may pass: up to 8 attempts within the budget, after pauses with full jitter
 * (uniform up to 25, 50, … 1,000 ms, so at most 2.6 s in all). Every attempt gets its own signal to stop.
 *
 * @throws TableUnavailable with the last error as its cause, when the attempts or the time are used up.
 * @throws The error itself when repeating cannot help: a failed condition, a validation error, a missing permission.
 */
export async function withRetries<T>(
  doing: string,
  environment: RetryEnvironment,
  limits: RetryLimits,
  send: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { random, elapsed, abortAfter } = environment;
  const deadline = elapsed() + limits.budgetMilliseconds;
  for (let attempt = 1; ; attempt += 1) {
    const left = Math.max(1, Math.ceil(deadline - elapsed()));
    try {
      // Attempts follow one another.
      // oxlint-disable-next-line no-await-in-loop
      return await send(abortAfter(Math.min(limits.attemptMilliseconds, left)));
    } catch (error) {
      const failure = failureOf(error);
      if (failure === undefined || failure === "condition") throw error;
      const longest = Math.min(
        longestPauseMilliseconds,
        firstPauseMilliseconds * 2 ** (attempt - 1),
      );
      const pause = random() * longest;
      if (attempt === attempts || elapsed() + pause >= deadline) {
        const times = attempt === 1 ? "once" : `${attempt} times`;
        const message = `DynamoDB failed to ${doing} ${times}, at last because ${words[failure]}.`;
        throw new TableUnavailable(message, { cause: error });
      }
      // oxlint-disable-next-line no-await-in-loop
      await environment.sleep(pause);
    }
  }
}
