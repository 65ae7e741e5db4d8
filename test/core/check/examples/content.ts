import type { Change, Examples } from "../example.ts";

/** Two questions of buyers, and content that answers them. */
export const answered: readonly Change[] = [
  [
    "journey",
    "stages/noticing/questions",
    [
      { id: "what-it-costs", question: "What does a stoppage cost us?" },
      { id: "how-often", question: "How often do others have one?" },
    ],
  ],
  ["journey", "stages/comparing/questions", [{ id: "which-way", question: "Which way fits us?" }]],
  [
    "content",
    "",
    {
      $schema: "../../schemas/v1/content.json",
      assets: [
        {
          id: "calculator",
          title: "Cost calculator",
          type: "informative",
          answers: ["what-it-costs", "how-often"],
        },
        {
          id: "cases",
          title: "Three plants, three ways",
          type: "informative",
          answers: ["which-way"],
        },
        {
          id: "brochure",
          title: "Why we are the best",
          type: "promotional",
          answers: ["which-way"],
        },
      ],
    },
  ],
];

/** One voice, and content that buyers use. */
export const contentExamples = {
  "content/question-unanswered": {
    passes: { why: "Every question has an answer.", changes: answered },
    fails: {
      why: "The calculator does not say how often.",
      changes: [...answered, ["content", "assets/calculator/answers", ["what-it-costs"]]],
    },
  },
  "content/promotional-only": {
    passes: { why: "A brochure does no harm next to cases.", changes: answered },
    fails: {
      why: "Only the brochure says which way fits.",
      changes: [...answered, ["content", "assets/cases", undefined]],
    },
  },
} satisfies Readonly<Record<string, Examples>>;
