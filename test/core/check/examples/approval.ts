import type { Change, Examples } from "../example.ts";

/** An exception from the rule that all four parts of the goal are agreed. */
export const growthLater = {
  id: "growth-later",
  rule: "goal/incomplete",
  subject: "plan/goal",
  reason: "Growth is agreed when the market study is in.",
  approvedBy: ["mia", "@Omar"],
  expires: "2026-12-02",
};

/** The base plan without growth in its goal, and an exception that differs so from the one that accepts it. */
export const withoutGrowth = (exception: Partial<typeof growthLater> = {}): readonly Change[] => [
  ["plan", "goal/growth", undefined],
  ["approvals", "exceptions", [{ ...growthLater, ...exception }]],
];

/** The base plan, and an exception from nothing. */
const exceptionAlone = (exception: Partial<typeof growthLater>): readonly Change[] => [
  ["approvals", "exceptions", [{ ...growthLater, ...exception }]],
];

/** Both teams agree to the agreement itself, with so many of sales. */
export const agreedRules = (countOfSales: number): Change => [
  "approvals",
  "rules",
  ["marketing", "sales"].map((team) => ({
    id: `${team}-agrees`,
    when: { documents: ["approvals"] },
    team,
    count: team === "sales" ? countOfSales : 1,
  })),
];

/** What both teams accept for a time, and how they agree. */
export const approvalExamples = {
  "approval/exception-expired": {
    passes: { why: "It holds for one more day.", changes: withoutGrowth() },
    fails: {
      why: "Today is the first day on which it counts again.",
      changes: exceptionAlone({ expires: "2026-12-01" }),
    },
  },
  "approval/exception-one-sided": {
    passes: { why: "Mia is of marketing, Omar of sales.", changes: withoutGrowth() },
    fails: {
      why: "Mia alone accepted it for both.",
      changes: exceptionAlone({ approvedBy: ["mia"] }),
    },
  },
  "approval/exception-unused": {
    passes: { why: "Growth is indeed missing.", changes: withoutGrowth() },
    fails: { why: "Growth was agreed in the meantime.", changes: exceptionAlone({}) },
  },
  "approval/unknown-rule": {
    passes: {
      why: "Both rules are in the list of rules.",
      changes: [...withoutGrowth(), ["approvals", "severities", { "journey/rate-stale": "error" }]],
    },
    fails: {
      why: "A letter is missing.",
      changes: [["approvals", "severities", { "journey/rate-stal": "error" }]],
    },
  },
  "approval/weakened": {
    passes: {
      why: "One more of sales is asked.",
      comparedWith: [agreedRules(1)],
      changes: [agreedRules(2)],
    },
    fails: {
      why: "One less of sales is asked.",
      comparedWith: [agreedRules(2)],
      changes: [agreedRules(1)],
    },
  },
} satisfies Readonly<Record<string, Examples>>;
