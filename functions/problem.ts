import type { Findings } from "../core/finding.ts";

/** Every kind of problem that the API states: its HTTP status and its title, which never change. */
export const problemKinds = {
  "bad-request": { status: 400, title: "The request cannot be read" },
  "bad-path": { status: 400, title: "The path is not well encoded" },
  "bad-query": { status: 400, title: "The query parameters are wrong" },
  "bad-instant": { status: 400, title: "The path names no instant" },
  "bad-commit": { status: 400, title: "The path names no commit" },
  "bad-json": { status: 400, title: "The body is no JSON that can be read exactly" },
  "foreign-origin": { status: 403, title: "This server answers its own pages only" },
  "unknown-route": { status: 404, title: "There is nothing at this address" },
  "unknown-plan": { status: 404, title: "There is no such plan" },
  "unknown-version": { status: 404, title: "There is no such version" },
  "unknown-commit": { status: 404, title: "There is no such commit" },
  "unknown-document": { status: 404, title: "There is no such document" },
  "unknown-schema": { status: 404, title: "There is no such schema" },
  "method-not-allowed": { status: 405, title: "This address does not take that method" },
  "ambiguous-commit": { status: 409, title: "Several commits begin like that" },
  "precondition-failed": { status: 412, title: "It is not what it was" },
  "body-too-large": { status: 413, title: "The body is too large" },
  "wrong-media-type": { status: 415, title: "The body is of the wrong media type" },
  "foreign-host": { status: 421, title: "This server does not answer for that host" },
  "bad-body": { status: 422, title: "The body is not what this address takes" },
  "bad-overlay": { status: 422, title: "The values cannot be laid over the plan" },
  "invalid-plan": { status: 422, title: "The plan's documents do not hold together" },
  "too-much-work": { status: 422, title: "The plan is too large to be computed here" },
  "answer-too-large": { status: 422, title: "The answer is too large" },
  "too-many-requests": { status: 429, title: "Too many requests came from here" },
  internal: { status: 500, title: "Something is wrong on our side" },
  "content-damaged": { status: 503, title: "The stored plan is damaged" },
  "store-unavailable": { status: 503, title: "The store cannot be reached" },
} as const;

/** The name of a kind of problem; the last part of the problem's `type`. */
export type ProblemKind = keyof typeof problemKinds;

/** One thing that is wrong with a request: where, and what. */
export interface RequestError {
  /** JSON Pointer into the body. */
  readonly pointer?: string;
  /** Name of the query parameter. */
  readonly parameter?: string;
  readonly detail: string;
}

/** Why a request is not answered with what it asked for, and the way out. */
export interface Problem {
  readonly problem: ProblemKind;
  readonly detail: string;
  readonly help: string;
  readonly errors?: readonly RequestError[];
  /** What is wrong with the documents; at most 100 are told. */
  readonly findings?: Findings;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The media type of every answer that is not a success. */
export const problemMediaType = "application/problem+json";

/** At most so many findings are told with a problem. */
const mostFindings = 100;

/** The HTTP status of a problem. */
export const statusOf = ({ problem }: Problem): number => problemKinds[problem].status;

/** A problem as RFC 9457 writes it; `instance` is the id of the request. */
export function problemBody(problem: Problem, instance: string): object {
  const { status, title } = problemKinds[problem.problem];
  return {
    type: `urn:jointplan:problem:${problem.problem}`,
    title,
    status,
    detail: problem.detail,
    instance,
    help: problem.help,
    ...(problem.errors === undefined ? {} : { errors: problem.errors }),
    ...(problem.findings === undefined
      ? {}
      : { findings: problem.findings.slice(0, mostFindings) }),
  };
}
