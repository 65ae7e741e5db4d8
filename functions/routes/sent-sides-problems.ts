import type { ProblemKind } from "../problem.ts";

/** What may be wrong with two plans of a body. */
export const sentSidesProblems: readonly ProblemKind[] = [
  "bad-json",
  "body-too-large",
  "wrong-media-type",
  "bad-body",
  "too-much-work",
  "content-damaged",
];
