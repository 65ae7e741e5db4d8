import type { Examples } from "../example.ts";

const promise = "duties/supply/supply/commitments/smb-2027";

/** Whoever compares is visited for three hours; so many sellers have fifty hours a month for it. */
export const sellers = (headcount: Readonly<Record<string, number>>, more: object = {}) => ({
  $schema: "../../schemas/v1/resources.json",
  staff: [{ id: "account-manager", headcount, hoursPerMonth: 50, ...more }],
  activities: [
    { id: "visit", title: "Plant visit", role: "account-manager", stage: "comparing", hours: 3 },
  ],
});

export const slaExamples = {
  "sla/late-before-due": {
    passes: {
      why: "Whoever answers within a day has nine more to follow up.",
      changes: [
        ["sla", "duties/first-attempt/firstAttempt", { value: 24, unit: "hours" }],
        [
          "sla",
          "duties/first-attempt/followUp",
          { attempts: 6, within: { value: 10, unit: "days" } },
        ],
      ],
    },
    fails: {
      why: "Two weeks for the first answer, and after ten days nobody tries any more.",
      changes: [
        ["sla", "duties/first-attempt/firstAttempt", { value: 14, unit: "days" }],
        [
          "sla",
          "duties/first-attempt/followUp",
          { attempts: 6, within: { value: 10, unit: "days" } },
        ],
      ],
    },
  },
  "sla/over-capacity": {
    passes: {
      why: "Two sellers have a hundred hours a month for the visits, and the busiest month takes eighty.",
      changes: [["resources", "", sellers({ "2027-01": 2 })]],
    },
    fails: {
      why: "One seller has fifty.",
      changes: [["resources", "", sellers({ "2027-01": 1 })]],
    },
  },
  "sla/no-calendar": {
    passes: {
      why: "Four hours are four hours, whoever works.",
      changes: [
        ["calendar", "", undefined],
        ["sla", "duties/first-attempt/firstAttempt", { value: 4, unit: "hours" }],
      ],
    },
    fails: {
      why: "Four business hours, and nobody says when business is.",
      changes: [["calendar", "", undefined]],
    },
  },
  "sla/volume-short": {
    passes: {
      why: "Sixteen a month are just enough for the target.",
      changes: [
        ["sla", `${promise}/prospectsPerMonth`, 16],
        ["sla", `${promise}/valuePerMonth`, 40000],
      ],
    },
    fails: {
      why: "Fifteen a month are five short by the end of June.",
      changes: [
        ["sla", `${promise}/prospectsPerMonth`, 15],
        ["sla", `${promise}/valuePerMonth`, 37500],
      ],
    },
  },
  "sla/one-sided": {
    passes: {
      why: "Each duty answers one of the other side.",
      changes: [["sla", "duties/first-attempt/counterDuty", "supply"]],
    },
    fails: {
      why: "Sales owes an answer, and nobody owes sales anything for it.",
      changes: [["sla", "duties/first-attempt/counterDuty", undefined]],
    },
  },
  "sla/value-differs": {
    passes: {
      why: "EUR 70,000 is 75,000 as nearly as anybody can tell.",
      changes: [["sla", `${promise}/valuePerMonth`, 70000]],
    },
    fails: {
      why: "Thirty at 25 % and EUR 10,000 a deal are not worth EUR 60,000.",
      changes: [["sla", `${promise}/valuePerMonth`, 60000]],
    },
  },
  "sla/vanity-unit": {
    passes: {
      why: "The prospects promised have a value.",
      changes: [["sla", `${promise}/valuePerMonth`, 75000]],
    },
    fails: {
      why: "Thirty prospects a month, whatever they are worth.",
      changes: [["sla", `${promise}/valuePerMonth`, undefined]],
    },
  },
} as const satisfies Readonly<Record<string, Examples>>;
