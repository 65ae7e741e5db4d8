import type { Examples } from "../example.ts";

/** A budget with two lines, one of them in two parts. */
export const resources = {
  $schema: "../../schemas/v1/resources.json",
  budget: {
    total: 100000.5,
    lines: [
      {
        id: "demand",
        title: "Finding buyers",
        amount: 60000.5,
        purpose: "demand",
        functions: ["marketing"],
      },
      { id: "guide", title: "The guide", amount: 40000.1, under: "demand" },
      { id: "search", title: "Search", amount: 20000.4, under: "demand" },
      { id: "visits", title: "Plant visits", amount: 40000, functions: ["marketing", "sales"] },
    ],
  },
};

/** The one budget. */
export const resourceExamples = {
  "budget/does-not-sum": {
    passes: {
      why: "To the cent: two lines make up the total, and two parts the first line.",
      changes: [["resources", "", resources]],
    },
    fails: {
      why: "The search line was cut by ten cents, and its line was not.",
      changes: [
        ["resources", "", resources],
        ["resources", "budget/lines/search/amount", 20000.3],
      ],
    },
  },
  "budget/one-function": {
    passes: {
      why: "Both spend on plant visits.",
      changes: [["resources", "", resources]],
    },
    fails: {
      why: "Marketing spends everything.",
      changes: [
        ["resources", "", resources],
        ["resources", "budget/lines/visits/functions", ["marketing"]],
      ],
    },
  },
} satisfies Readonly<Record<string, Examples>>;
