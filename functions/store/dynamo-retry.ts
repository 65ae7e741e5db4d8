import { DynamoDBServiceException, TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { TableUnavailable } from "./table-error.ts";

/** The outside world of the retries. */
export interface RetryEnvironment {
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

const attempts = 8;
const firstPauseMilliseconds = 25;
const longestPauseMilliseconds = 1000;

const transientNames: ReadonlySet<string> = new Set([
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "ThrottlingException",
  "TransactionConflictException",
  "TransactionInProgressException",
  "InternalServerError",
]);

const transientReasons: ReadonlySet<string> = new Set([
  "TransactionConflict",
  "ThrottlingError",
  "ProvisionedThroughputExceeded",
]);

/** The index of the first action whose condition failed, or undefined when the error says something else. */
export function conflictIndex(error: unknown): number | undefined {
  if (!(error instanceof TransactionCanceledException)) return undefined;
  const index = (error.CancellationReasons ?? []).findIndex(
    (reason) => reason.Code === "ConditionalCheckFailed",
  );
  return index === -1 ? undefined : index;
}

/** True when the same request may succeed a moment later: contention, throttling, 5xx, or no answer at all. */
function isTransient(error: unknown): boolean {
  if (error instanceof TransactionCanceledException) {
    const codes = (error.CancellationReasons ?? []).map((reason) => reason.Code ?? "None");
    const failures = codes.filter((code) => code !== "None");
    return failures.length > 0 && failures.every((code) => transientReasons.has(code));
  }
  if (error instanceof DynamoDBServiceException) {
    const status = error.$metadata.httpStatusCode;
    return transientNames.has(error.name) || (status !== undefined && status >= 500);
  }
  // Below the service: refused, reset, timed out. Such errors carry a code or one of these names; a bug of ours does not.
  return (
    error instanceof Error &&
    ("code" in error || error.name === "TimeoutError" || error.name === "AbortError")
  );
}

/**
 * What `send` returns, asked again up to 8 times while the error is transient, after pauses with full jitter
 * (uniform up to 25, 50, … 1,000 ms, so at most 2.6 s in all).
 *
 * @throws TableUnavailable with the last error as its cause, when the attempts are used up.
 * @throws The error itself when repeating cannot help: a failed condition, a validation error, a missing permission.
 */
export async function withRetries<T>(
  doing: string,
  environment: RetryEnvironment,
  send: () => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      // Attempts follow one another.
      // oxlint-disable-next-line no-await-in-loop
      return await send();
    } catch (error) {
      if (!isTransient(error)) throw error;
      if (attempt === attempts)
        throw new TableUnavailable(`DynamoDB failed to ${doing} ${attempts} times.`, {
          cause: error,
        });
      const longest = Math.min(
        longestPauseMilliseconds,
        firstPauseMilliseconds * 2 ** (attempt - 1),
      );
      // oxlint-disable-next-line no-await-in-loop
      await environment.sleep(environment.random() * longest);
    }
  }
}
