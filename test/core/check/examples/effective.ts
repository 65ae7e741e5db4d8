import type { Change, Examples } from "../example.ts";

/** A day on which January 2027 is over. */
export const inFebruary = "2027-02-15";

/** The rate after the sale, counted so lately that it is good for the whole plan. */
export const countedLately: Change = [
  "journey",
  "segments/smb/transitions/running-staying/conversion/basis/until",
  "2026-10-01",
];

/** The step to the sale takes less time from a day on. */
export const fasterFrom = (from: string): Change => [
  "journey",
  "segments/smb/transitions/comparing-running/changes",
  [{ id: "plant-visits", from, duration: { median: 18, p90: 40 } }],
];

/** What holds on which day. */
export const effectiveExamples = {
  "effective/retroactive": {
    passes: {
      why: "From today on the step takes less time.",
      asOf: inFebruary,
      comparedWith: [countedLately],
      changes: [countedLately, fasterFrom(inFebruary)],
    },
    fails: {
      why: "For two weeks that are over everybody counted on more time.",
      asOf: inFebruary,
      comparedWith: [countedLately],
      changes: [countedLately, fasterFrom("2027-02-01")],
    },
  },
} satisfies Readonly<Record<string, Examples>>;
