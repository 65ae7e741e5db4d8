import type { Examples } from "../example.ts";

const fair = {
  id: "autumn-fair",
  title: "Stand at the spring  Trade Fair",
  brings: ["noticing"],
  interaction: "person",
  functions: ["marketing", "sales"],
  owner: "marketing-lead",
  state: "proposed",
};

export const tacticExamples = {
  "tactic/no-transition": {
    passes: {
      why: "Bringing prospects to a stage is a purpose too.",
      changes: [["tactics", "tactics/webinar", { ...fair, id: "webinar", title: "Webinar" }]],
    },
    fails: {
      why: "A brochure that takes nobody anywhere.",
      changes: [
        [
          "tactics",
          "tactics/brochure",
          { ...fair, id: "brochure", title: "Company brochure", brings: undefined },
        ],
      ],
    },
  },
  "tactic/on-stop-list": {
    passes: {
      why: "It comes back with a reason.",
      changes: [
        [
          "tactics",
          "tactics/autumn-fair",
          {
            ...fair,
            reinstates: {
              stopped: "trade-fair-stand",
              because: "The organiser now sells by appointment",
            },
          },
        ],
      ],
    },
    fails: {
      why: "The same stand under a new id.",
      changes: [["tactics", "tactics/autumn-fair", fair]],
    },
  },
  "tactic/unproven-over-cap": {
    passes: {
      why: "A fifth of all spend, exactly what was agreed.",
      changes: [
        ["tactics", "tactics/webinar", { ...fair, id: "webinar", title: "Webinar", spend: 15000 }],
      ],
    },
    fails: {
      why: "One cent more than was agreed.",
      changes: [
        [
          "tactics",
          "tactics/webinar",
          { ...fair, id: "webinar", title: "Webinar", spend: 15000.01 },
        ],
      ],
    },
  },
} as const satisfies Readonly<Record<string, Examples>>;
