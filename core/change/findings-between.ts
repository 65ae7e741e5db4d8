import type { Findings } from "../finding.ts";

/** What a check says of a plan after a change, against what it said before. */
export interface FindingsChange {
  /** Of something that nothing was said of before. */
  readonly fresh: Findings;
  /** Of the same place and rule as before, in other words. */
  readonly reworded: Findings;
  /** Said before and not any more. */
  readonly gone: Findings;
}

/** What is found after a change and was not before, told apart by fingerprint. */
export function findingsBetween(base: Findings, head: Findings): FindingsChange {
  const before = new Map(base.map((each) => [each.fingerprint, each.message]));
  const after = new Set(head.map(({ fingerprint }) => fingerprint));
  return {
    fresh: head.filter(({ fingerprint }) => !before.has(fingerprint)),
    reworded: head.filter(
      ({ fingerprint, message }) => before.has(fingerprint) && before.get(fingerprint) !== message,
    ),
    gone: base.filter(({ fingerprint }) => !after.has(fingerprint)),
  };
}
