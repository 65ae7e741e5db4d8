import type { Examples } from "../example.ts";

export const funnelExamples = {
  "funnel/unreachable": {
    passes: {
      why: "Nothing is to be won before the first new prospects can buy.",
      changes: [["targets", "segments/smb/revenue/new", { "2027-Q1": 0, "2027-Q2": 180000 }]],
    },
    fails: {
      why: "Three deals in January would need prospects in November.",
      changes: [
        [
          "targets",
          "segments/smb/revenue/new",
          { "2027-01": 30000, "2027-02": 0, "2027-03": 0, "2027-Q2": 150000 },
        ],
        ["sla", "duties/supply/supply/commitments/smb-2027/prospectsPerMonth", 60],
        ["sla", "duties/supply/supply/commitments/smb-2027/valuePerMonth", 150000],
      ],
    },
  },
  "funnel/tactics-short": {
    passes: {
      why: "Forty-five new prospects a month are just enough.",
      changes: [["tactics", "tactics/stoppage-guide/prospectsPerMonth", 45]],
    },
    fails: {
      why: "Forty-four a month fall short by the end of June.",
      changes: [["tactics", "tactics/stoppage-guide/prospectsPerMonth", 44]],
    },
  },
  "funnel/stage-uncovered": {
    passes: {
      why: "A tactic that is only proposed covers its step.",
      changes: [["tactics", "tactics/yearly-review/state", "proposed"]],
    },
    fails: {
      why: "A retired tactic causes nothing any more.",
      changes: [["tactics", "tactics/yearly-review/state", "retired"]],
    },
  },
} as const satisfies Readonly<Record<string, Examples>>;
