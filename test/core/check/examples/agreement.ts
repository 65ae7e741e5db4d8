import { type Examples } from "../example.ts";

const revenue = "segments/smb/revenue";

/** The goal, the targets, the segments, and what holds when. */
export const agreementExamples = {
  "goal/incomplete": {
    passes: {
      why: "All four parts have a measure and a number.",
      changes: [["plan", "goal/growth/target", 20]],
    },
    fails: {
      why: "Revenue alone is not the goal.",
      changes: [
        ["plan", "goal/profitability", undefined],
        ["plan", "goal/customerExcellence", undefined],
      ],
    },
  },
  "target/not-split": {
    passes: {
      why: "It says that there are no renewals.",
      changes: [["targets", `${revenue}/expansion`, undefined]],
    },
    fails: {
      why: "One number for everything hides who was won.",
      changes: [["targets", revenue, { total: { "2027-Q1": 0, "2027-Q2": 180000 } }]],
    },
  },
  "segment/mismatch": {
    passes: {
      why: "Sales goes by region and marketing by industry, and a mapping says which belongs to which.",
      changes: [
        ["plan", "organisedBy", { marketing: ["size", "vertical"], sales: ["size", "geography"] }],
        [
          "plan",
          "mapping",
          [{ id: "food", marketing: { vertical: "Food" }, sales: { geography: "North" } }],
        ],
      ],
    },
    fails: {
      why: "Sales goes by region, and marketing does not know regions.",
      changes: [["plan", "organisedBy/sales", ["size", "geography"]]],
    },
  },
  "effective/gap": {
    passes: {
      why: "Months and quarters together cover the plan.",
      changes: [
        [
          "targets",
          `${revenue}/new`,
          { "2027-Q1": 0, "2027-04": 60000, "2027-05": 60000, "2027-06": 60000 },
        ],
      ],
    },
    fails: {
      why: "May is forgotten.",
      changes: [
        ["targets", `${revenue}/new`, { "2027-Q1": 0, "2027-04": 60000, "2027-06": 60000 }],
      ],
    },
  },
  "effective/overlap": {
    passes: {
      why: "The first number ends in the month in which the second begins.",
      changes: [
        ["sla", "duties/supply/supply/commitments/smb-2027/until", "2027-04"],
        [
          "sla",
          "duties/supply/supply/commitments/smb-spring",
          {
            id: "smb-spring",
            segment: "smb",
            from: "2027-04",
            prospectsPerMonth: 20,
            valuePerMonth: 50000,
          },
        ],
      ],
    },
    fails: {
      why: "June stands by itself and within its quarter.",
      changes: [["targets", `${revenue}/new/2027-06`, 60000]],
    },
  },
} as const satisfies Readonly<Record<string, Examples>>;
