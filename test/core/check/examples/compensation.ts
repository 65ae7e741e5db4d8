import { type Examples } from "../example.ts";

/** A pay plan for one role of each function, with new revenue shared. */
export const compensation = {
  $schema: "../../schemas/v1/compensation.json",
  minimumSharedWeight: 0.2,
  sharedGoals: [
    { id: "together", title: "New revenue", metric: "booked-revenue", period: "quarter" },
  ],
  rolePlans: [
    {
      id: "marketing-2027",
      role: "marketing-lead",
      variableShare: 0.2,
      components: [
        {
          id: "together",
          metric: "booked-revenue",
          sharedGoal: "together",
          weight: 0.3,
          period: "quarter",
        },
        { id: "value", metric: "accepted-value", weight: 0.7, period: "quarter" },
      ],
    },
    {
      id: "sales-2027",
      role: "account-manager",
      variableShare: 0.4,
      components: [
        {
          id: "together",
          metric: "booked-revenue",
          sharedGoal: "together",
          weight: 0.2,
          period: "quarter",
        },
        { id: "margin", metric: "contribution-margin", weight: 0.8, period: "year" },
      ],
    },
  ],
};

const marketing = "rolePlans/marketing-2027/components";

/** What both functions are paid for. */
export const compensationExamples = {
  "compensation/no-shared-goal": {
    passes: {
      why: "Both are paid for the revenue that they win together.",
      changes: [["compensation", "", compensation]],
    },
    fails: {
      why: "Marketing is paid for what it hands over, whatever becomes of it.",
      changes: [
        ["compensation", "", compensation],
        ["compensation", `${marketing}/together/sharedGoal`, undefined],
      ],
    },
  },
  "compensation/shared-weight": {
    passes: {
      why: "A fifth is agreed, and a fifth it is.",
      changes: [["compensation", "", compensation]],
    },
    fails: {
      why: "A tenth is half of what was agreed.",
      changes: [
        ["compensation", "", compensation],
        ["compensation", `${marketing}/together/weight`, 0.1],
        ["compensation", `${marketing}/value/weight`, 0.9],
      ],
    },
  },
  "compensation/weights": {
    passes: {
      why: "Three tenths and seven tenths are all of it.",
      changes: [["compensation", "", compensation]],
    },
    fails: {
      why: "A tenth of the variable pay is for nothing.",
      changes: [
        ["compensation", "", compensation],
        ["compensation", `${marketing}/value/weight`, 0.6],
      ],
    },
  },
} satisfies Readonly<Record<string, Examples>>;
