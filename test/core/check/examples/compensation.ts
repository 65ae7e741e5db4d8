import type { Examples } from "../example.ts";

const marketing = "rolePlans/marketing-2027/components";

/** What both functions are paid for. */
export const compensationExamples = {
  "compensation/no-shared-goal": {
    passes: {
      why: "Both are paid for the revenue that they win together; success may be paid for something else.",
      changes: [
        [
          "compensation",
          "rolePlans/success-2027",
          {
            id: "success-2027",
            role: "customer-success",
            variableShare: 0.2,
            components: [{ id: "kept", metric: "customers-kept", weight: 1, period: "year" }],
          },
        ],
      ],
    },
    fails: {
      why: "Marketing is paid for what it hands over, whatever becomes of it.",
      changes: [["compensation", `${marketing}/together/sharedGoal`, undefined]],
    },
  },
  "compensation/shared-weight": {
    passes: {
      why: "A fifth is agreed, and a fifth it is.",
      changes: [
        ["compensation", `${marketing}/together/weight`, 0.2],
        ["compensation", `${marketing}/new/weight`, 0.8],
      ],
    },
    fails: {
      why: "A tenth is half of what was agreed.",
      changes: [
        ["compensation", `${marketing}/together/weight`, 0.1],
        ["compensation", `${marketing}/new/weight`, 0.9],
      ],
    },
  },
  "compensation/weights": {
    passes: {
      why: "A tenth, two tenths and seven tenths are all of it.",
      changes: [
        ["compensation", `${marketing}/together/weight`, 0.2],
        [
          "compensation",
          `${marketing}/kept`,
          { id: "kept", metric: "customers-kept", weight: 0.1, period: "year" },
        ],
      ],
    },
    fails: {
      why: "A tenth of the variable pay is for nothing.",
      changes: [["compensation", `${marketing}/new/weight`, 0.6]],
    },
  },
} satisfies Readonly<Record<string, Examples>>;
