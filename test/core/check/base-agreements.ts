import type { DocumentByKind } from "../../../schemas/documents.generated.ts";

/** The documents of the base plan beyond the funnel, its promises and its tactics. */
export const baseAgreements: Readonly<
  Pick<
    DocumentByKind,
    | "customers"
    | "lead-definition"
    | "content"
    | "resources"
    | "compensation"
    | "approvals"
    | "sources"
  >
> = {
  customers: {
    $schema: "../../schemas/v1/customers.json",
    segments: [{ id: "smb", fit: ["Runs its own production line"] }],
  },
  "lead-definition": {
    $schema: "../../schemas/v1/lead-definition.json",
    stage: "comparing",
    threshold: 50,
    fit: {
      criteria: [
        { id: "line", title: "Has a production line", field: "line", points: 30 },
        { id: "decides", title: "Decides", field: "decides", points: 10 },
      ],
    },
    behaviour: {
      criteria: [{ id: "asks", title: "Asks for the guide", field: "guide", points: 20 }],
    },
    examples: [
      {
        id: "manager-asks",
        title: "Plant manager asks for the guide",
        salesReady: true,
        fields: { line: true, decides: true },
        behaviour: [{ did: "guide", daysAgo: 1 }],
      },
      {
        id: "student-asks",
        title: "Student asks for the guide",
        salesReady: false,
        behaviour: [{ did: "guide", daysAgo: 1 }],
      },
    ],
  },
  content: { $schema: "../../schemas/v1/content.json" },
  resources: { $schema: "../../schemas/v1/resources.json" },
  compensation: {
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
          { id: "new", metric: "new-customers", weight: 0.7, period: "quarter" },
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
  },
  approvals: {
    $schema: "../../schemas/v1/approvals.json",
    teams: [
      { id: "marketing", members: ["mia"] },
      { id: "sales", members: ["omar"] },
    ],
  },
  sources: {
    $schema: "../../schemas/v1/sources.json",
    sources: [
      {
        id: "crm",
        format: "csv",
        prospect: "number",
        events: [{ id: "noticing", type: "entered", stage: "noticing", at: "first_seen" }],
      },
    ],
  },
};
