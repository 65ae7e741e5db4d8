import type { Examples } from "../example.ts";

const basis = "segments/smb/transitions/comparing-running/conversion/basis";

export const journeyExamples = {
  "journey/stage-unowned": {
    passes: {
      why: "The stage above the funnel has an owner in marketing.",
      changes: [["journey", "stages/noticing/owner", "marketing-lead"]],
    },
    fails: {
      why: "Nobody answers for the stage above the funnel.",
      changes: [["journey", "stages/noticing/owner", undefined]],
    },
  },
  "journey/seller-words": {
    passes: {
      why: "Lead times are the buyer's own worry.",
      changes: [["journey", "stages/comparing/title", "We compare prices and lead times"]],
    },
    fails: {
      why: "Sellers send proposals to qualified leads; buyers do something else.",
      changes: [["journey", "stages/comparing/exit", "Proposal sent to the qualified lead"]],
    },
  },
  "journey/one-sided": {
    passes: {
      why: "After the sale marketing has a part, and so has sales.",
      changes: [["journey", "stages/staying/parts", { marketing: "Benchmark", sales: "Offer" }]],
    },
    fails: {
      why: "Before the sale a stage without marketing is a relay race.",
      changes: [["journey", "stages/comparing/parts", { sales: "Plant visit and trial" }]],
    },
  },
  "journey/rate-stale": {
    passes: {
      why: "Counted up to 365 days ago.",
      changes: [["journey", `${basis}/until`, "2025-12-01"]],
    },
    fails: {
      why: "Counted up to 366 days ago.",
      changes: [["journey", `${basis}/until`, "2025-11-30"]],
    },
  },
  "journey/rate-unsupported": {
    passes: {
      why: "Thirty entries are enough, and 8 of 30 are 26.7 %.",
      changes: [
        ["journey", "segments/smb/transitions/comparing-running/conversion/value", 0.27],
        ["journey", `${basis}/trials`, 30],
        ["journey", `${basis}/successes`, 8],
      ],
    },
    fails: {
      why: "Seven of 28 happen to be 25 %, but the next 28 may be anything.",
      changes: [
        ["journey", `${basis}/trials`, 28],
        ["journey", `${basis}/successes`, 7],
      ],
    },
  },
  "journey/ends-at-sale": {
    passes: {
      why: "Renewals are wanted, and a stage books them.",
      changes: [
        ["plan", "goal/revenue/target", 198000],
        ["targets", "segments/smb/revenue/renewal", { "2027-Q1": 9000, "2027-Q2": 9000 }],
      ],
    },
    fails: {
      why: "Expansion is wanted, but the journey knows no stage for it.",
      changes: [
        ["plan", "goal/revenue/target", 204000],
        ["targets", "segments/smb/revenue/expansion", { "2027-Q1": 0, "2027-Q2": 24000 }],
      ],
    },
  },
} as const satisfies Readonly<Record<string, Examples>>;
