import { DynamoDBServiceException, TransactionCanceledException } from "@aws-sdk/client-dynamodb";

/**
 * Why a request to DynamoDB failed, when that is no mistake of ours.
 *
 * `condition`: what a transaction asks for does not hold. `contended`: another transaction holds an item. `throttled`: too much at
 * once. `outage`: DynamoDB failed inside. `unanswered`: no answer came, so the request may have been applied.
 */
export type Failure = "condition" | "contended" | "throttled" | "outage" | "unanswered";

const failureOfName: Readonly<Record<string, Failure>> = {
  TransactionConflictException: "contended",
  TransactionInProgressException: "contended",
  ProvisionedThroughputExceededException: "throttled",
  RequestLimitExceeded: "throttled",
  ThrottlingException: "throttled",
};

const failureOfReason: Readonly<Record<string, Failure>> = {
  ConditionalCheckFailed: "condition",
  TransactionConflict: "contended",
  ThrottlingError: "throttled",
  ProvisionedThroughputExceeded: "throttled",
};

const reasonsOf = (error: TransactionCanceledException): readonly string[] =>
  (error.CancellationReasons ?? []).map(({ Code }) => Code ?? "None");

/** The index of the first action whose condition failed, or undefined when the error says something else. */
export function conflictIndex(error: unknown): number | undefined {
  if (!(error instanceof TransactionCanceledException)) return undefined;
  const index = reasonsOf(error).indexOf("ConditionalCheckFailed");
  return index === -1 ? undefined : index;
}

/** A failed condition is final, a mistake of ours too; contention and throttling are not. */
function cancelledBecause(error: TransactionCanceledException): Failure | undefined {
  if (conflictIndex(error) !== undefined) return "condition";
  const failures = reasonsOf(error)
    .filter((code) => code !== "None")
    .map((code) => failureOfReason[code]);
  return failures.includes(undefined) ? undefined : failures[0];
}

/** The status of an answer that was no JSON of DynamoDB's, such as a gateway's page. */
function statusOf(error: Error): number | undefined {
  if (!("$metadata" in error)) return undefined;
  const { $metadata } = error;
  if (typeof $metadata !== "object" || $metadata === null) return undefined;
  if (!("httpStatusCode" in $metadata)) return undefined;
  return typeof $metadata.httpStatusCode === "number" ? $metadata.httpStatusCode : undefined;
}

/** Why the request failed, or undefined when repeating it changes nothing: invalid, not permitted, no such table, a bug. */
export function failureOf(error: unknown): Failure | undefined {
  if (error instanceof TransactionCanceledException) return cancelledBecause(error);
  if (!(error instanceof Error)) return undefined;
  const status = statusOf(error);
  if (status !== undefined && status >= 500) return "outage";
  if (error instanceof DynamoDBServiceException) return failureOfName[error.name];
  // Below the service: refused, reset, timed out. Such errors carry a code or one of these names; a bug of ours does not.
  return "code" in error || error.name === "TimeoutError" || error.name === "AbortError"
    ? "unanswered"
    : undefined;
}
