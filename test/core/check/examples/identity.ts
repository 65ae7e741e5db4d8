import type { Change, Examples } from "../example.ts";

/** The duty of sales to answer, taken out and another one written under its id. */
export const anotherDuty: Change = [
  "sla",
  "duties/first-attempt",
  {
    id: "first-attempt",
    title: "Say what became of each",
    function: "sales",
    owner: "account-manager",
    counterDuty: "supply",
    disposition: { value: 5, unit: "businessDays" },
  },
];

/** What ids stand for. */
export const identityExamples = {
  "id/reused": {
    passes: {
      why: "The same duty has another name, and another number.",
      comparedWith: [],
      changes: [
        ["sla", "duties/first-attempt/title", "Call those who compare"],
        ["sla", "duties/first-attempt/firstAttempt/value", 2],
      ],
    },
    fails: {
      why: "A duty was taken out and another one written under its id.",
      comparedWith: [],
      changes: [anotherDuty],
    },
  },
} satisfies Readonly<Record<string, Examples>>;
