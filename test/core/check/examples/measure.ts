import type { Change, Examples } from "../example.ts";

/** The base plan's measures as a register. */
const register = [
  { id: "booked-revenue", title: "Booked revenue", use: "goal" },
  { id: "contribution-margin", title: "Contribution margin", use: "goal" },
  { id: "customers-kept", title: "Share of customers kept", use: "goal" },
  { id: "new-customers", title: "New customers", use: "goal" },
  { id: "guide-readers", title: "People who read the guide", use: "diagnostic" },
] as const;

/** Where the base plan's pay names a measure. */
const paidFor = [
  "sharedGoals/together",
  "rolePlans/marketing-2027/components/together",
  "rolePlans/marketing-2027/components/new",
  "rolePlans/sales-2027/components/together",
  "rolePlans/sales-2027/components/margin",
] as const;

/** The base plan with measures of its own in all four parts of the goal, and pay for the last of them. */
const goalsOf = (...measures: readonly (readonly [id: string, title: string])[]): Change[] => {
  const parts = ["revenue", "profitability", "customerExcellence", "growth"] as const;
  return [
    ["plan", "metrics", measures.map(([id, title]) => ({ id, title, use: "goal" }))],
    ...parts.map(
      (part, index): Change => [
        "plan",
        `goal/${part}/metric`,
        measures[Math.min(index, measures.length - 1)]?.[0],
      ],
    ),
    ...paidFor.map((place): Change => ["compensation", `${place}/metric`, measures.at(-1)?.[0]]),
  ];
};

/** What is measured, and what the measures are for. */
export const measureExamples = {
  "metric/vanity-goal": {
    passes: {
      why: "What only explains is nobody's goal.",
      changes: [["plan", "metrics", register]],
    },
    fails: {
      why: "Visits to the website are no growth.",
      changes: [
        ["plan", "goal/growth", { metric: "website-visits", target: 90000, unit: "count" }],
      ],
    },
  },
  "metric/leads-only": {
    passes: {
      why: "One measure says what becomes of the prospects.",
      changes: goalsOf(["leads", "Leads"], ["booked-revenue", "Booked revenue"]),
    },
    fails: {
      why: "Leads, prospects and meetings: whether anybody buys is left open.",
      changes: goalsOf(
        ["leads", "Leads of large firms"],
        ["comparing", "Prospects who compare"],
        ["meetings", "Meetings held"],
      ),
    },
  },
} satisfies Readonly<Record<string, Examples>>;

export { register };
