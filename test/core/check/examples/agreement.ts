import type { Examples } from "../example.ts";

const revenue = "segments/smb/revenue";

/** A glossary of so many words, each on several lines. */
const terms = (count: number): readonly unknown[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `term-${index}`,
    term: `Term number ${index} of this company`,
    meaning: "What everybody in this company takes it to mean, in a whole sentence of its own.",
  }));

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
  "goal/differs-from-targets": {
    passes: {
      why: "Half a percent is lost to rounding.",
      changes: [["plan", "goal/revenue/target", 180900]],
    },
    fails: {
      why: "A tenth of the goal is nobody's target.",
      changes: [["plan", "goal/revenue/target", 200000]],
    },
  },
  "plan/left-open": {
    passes: {
      why: "Without a calendar the usual week holds, so nothing is left open; nothing here counts working hours.",
      changes: [
        ["calendar", "", undefined],
        ["sla", "duties/first-attempt/firstAttempt", { value: 2, unit: "days" }],
      ],
    },
    fails: {
      why: "Nobody says who is worth winning, and what it may cost.",
      changes: [
        ["customers", "", undefined],
        ["resources", "", undefined],
      ],
    },
  },
  "plan/too-big": {
    passes: {
      why: "Two pages are what people read of one segment.",
      changes: [["plan", "glossary", terms(18)]],
    },
    fails: {
      why: "A glossary of forty words makes a document nobody reads.",
      changes: [["plan", "glossary", terms(40)]],
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
        ["targets", `${revenue}/new`, { "2027-Q1": 0, "2027-04": 60000, "2027-06": 120000 }],
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
